// Credits against floods: a bucket that holds `capacity` and is refilled evenly within `window`.
// Private to net; owned by a connection. The caller brings the time. Thread: io.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace curveball::net {

class RateCredits {
 public:
  using Time = std::chrono::steady_clock::time_point;

  // Full at `now`. `window` is longer than 0.
  RateCredits(std::size_t capacity, std::chrono::milliseconds window, Time now)
      : full_(window),
        per_credit_(full_ / static_cast<std::int64_t>(capacity == 0 ? 1 : capacity)),
        left_(capacity == 0 ? full_.zero() : full_),
        at_(now) {}

  // Takes one credit; false when there is none. `now` never goes back.
  bool take(Time now) {
    left_ += std::chrono::duration_cast<std::chrono::nanoseconds>(now - at_);
    if (left_ > full_) left_ = full_;
    at_ = now;
    if (left_ < per_credit_) return false;
    left_ -= per_credit_;
    return true;
  }

 private:
  // Credits are counted in the time that it takes to earn them.
  std::chrono::nanoseconds full_;
  std::chrono::nanoseconds per_credit_;
  std::chrono::nanoseconds left_;
  Time at_;
};

}  // namespace curveball::net
