#include "net/outbox.hpp"

#include <cassert>
#include <utility>

namespace curveball::net {
namespace {

// An empty queue keeps room for this many messages; more is given back.
constexpr std::size_t kept_frames = 4;

std::string_view text_of(Frame const& frame) {
  if (auto const* own = std::get_if<std::string>(&frame)) return *own;
  SharedText const& shared = *std::get_if<SharedText>(&frame);
  return shared ? std::string_view(*shared) : std::string_view();
}

}  // namespace

bool Outbox::push(Frame frame, OutboxLimits limits) {
  std::size_t const count = frames_.size() - next_ + (busy_ ? 1 : 0);
  std::size_t const size = text_of(frame).size();
  if (count >= limits.frames || size > limits.bytes - bytes_) return false;
  bytes_ += size;
  frames_.push_back(std::move(frame));
  return true;
}

std::string_view Outbox::start() {
  assert(waiting() && !busy_ && "one message at a time");
  sending_ = std::move(frames_[next_++]);
  busy_ = true;
  if (!waiting()) {
    frames_.clear();
    next_ = 0;
    if (frames_.capacity() > kept_frames) frames_.shrink_to_fit();
  }
  return text_of(sending_);
}

void Outbox::finish() {
  assert(busy_ && "nothing is under way");
  bytes_ -= text_of(sending_).size();
  sending_ = Frame{};
  busy_ = false;
}

void Outbox::drop_waiting() {
  frames_.clear();
  frames_.shrink_to_fit();
  next_ = 0;
  bytes_ = busy_ ? text_of(sending_).size() : 0;
}

}  // namespace curveball::net
