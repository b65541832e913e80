// What was taken and is not answered yet, so that a server that stops can wait for it.
// Owned by what hands out the pieces. Thread: io, for the pieces too.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace curveball::app {

class WorkInHand {
  struct Bell {
    std::function<void()> ring;
    Bell() = default;
    Bell(Bell const&) = delete;
    Bell& operator=(Bell const&) = delete;
    ~Bell() {
      if (ring) ring();
    }
  };

 public:
  // Held until the work is answered or given up; copies count as one piece.
  using Piece = std::shared_ptr<Bell const>;

  WorkInHand() = default;
  WorkInHand(WorkInHand&&) = default;
  ~WorkInHand() { call_off(); }

  // A piece that counts until it is let go of. Null, and not counted, after when_done().
  Piece piece() const { return bell_; }

  // Calls `done` once, when no piece is held any more; at once when none is.
  void when_done(std::function<void()> done) {
    waiting_ = bell_;
    bell_->ring = std::move(done);
    bell_.reset();
  }

  // Nothing is called any more.
  void call_off() {
    if (auto const bell = waiting_.lock()) bell->ring = nullptr;
  }

 private:
  std::shared_ptr<Bell> bell_ = std::make_shared<Bell>();
  std::weak_ptr<Bell> waiting_;
};

}  // namespace curveball::app
