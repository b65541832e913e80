// Points in time as plain values. No clock is read below app/.
#pragma once

#include <compare>
#include <cstdint>

namespace curveball {

// A wall-clock time: milliseconds since 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t ms = 0;
  friend auto operator<=>(Instant const&, Instant const&) = default;
};

// The interview's own clock: milliseconds during which a candidate was attached, from the start.
// It stands still while nobody is attached and while the server is down.
struct Elapsed {
  std::int64_t ms = 0;
  friend auto operator<=>(Elapsed const&, Elapsed const&) = default;
};

}  // namespace curveball
