// How a text is worded, whatever it says. Counts by word lists; nothing of it is credited, and
// hearing an answer does not need it: call it for a report. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>

#include "text/reading.hpp"
#include "text/star.hpp"

namespace curveball::text {

struct Manner {
  std::uint32_t hedges = 0;          // "maybe", "I guess", "kind of", "or something"
  std::uint32_t fillers = 0;         // "um", "you know", "basically", ", like,"
  std::uint32_t asks = 0;            // Questions, and sentences that ask somebody for something.
  std::uint32_t own_actions = 0;     // "I asked", "I then wrote", in sentences that tell an action,
  std::uint32_t shared_actions = 0;  // and "we asked".
};

// `parts` must be star_parts(reading).
Manner manner_of(Reading const& reading, std::span<StarPart const> parts);

}  // namespace curveball::text
