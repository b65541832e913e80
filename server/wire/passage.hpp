// The passage of an answer that evidence stands in, for people to read.
// Thread: any; no state.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "matching/pattern_set.hpp"

namespace curveball::wire {

// Between two words of evidence at most so many bytes are quoted; a longer stretch becomes "…".
// Around them too: a line of text, about.
inline constexpr std::size_t passage_gap_bytes = 100;

// From the beginning of the clause of the first word of the evidence to the end of the clause of
// the last, with "…" where something long stands between or around. A clause ends with a line,
// with . ! ? ; or : before white space, and with the text. `evidence` has at least one span; all
// are within `text`.
std::string passage(std::string_view text, std::span<matching::Evidence const> evidence);

}  // namespace curveball::wire
