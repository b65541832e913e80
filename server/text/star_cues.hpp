// The wordings by which a sentence shows its part of a story. Private to the room: use star.hpp.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "text/reading.hpp"
#include "text/star.hpp"

namespace curveball::text {

// A wording (see phrase.hpp) and how much it speaks for a part.
struct StarCue {
  StarPart part = StarPart::situation;
  int weight = 0;
  std::string_view wording;
};

std::span<StarCue const> star_cues();

// For each part, by its number, the weight of all cues that occur in the sentence; each once.
std::array<int, 4> star_weights(Reading const& reading, Sentence const& sentence);

}  // namespace curveball::text
