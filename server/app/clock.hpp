// The two clocks of the program. Nothing below app/ reads one.
#pragma once

#include <chrono>

#include "base/instant.hpp"

namespace curveball::app {

// The wall clock, for people and names.
inline Instant wall_now() {
  using namespace std::chrono;
  return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

// The interview's clock of one session: runs while a candidate is attached, stands still otherwise.
// Thread: io.
class InterviewClock {
 public:
  explicit InterviewClock(Elapsed so_far) : so_far_(so_far) {}

  void run() {
    so_far_ = now();
    since_ = Steady::now();
    running_ = true;
  }
  void stop() {
    so_far_ = now();
    running_ = false;
  }
  Elapsed now() const {
    if (!running_) return so_far_;
    auto const ran = std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - since_);
    return {so_far_.ms + ran.count()};
  }

 private:
  using Steady = std::chrono::steady_clock;
  Elapsed so_far_;
  Steady::time_point since_;
  bool running_ = false;
};

}  // namespace curveball::app
