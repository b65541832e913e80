// The wordings by which a sentence shows its part of a story. Private to the room: use star.hpp.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "text/reading.hpp"
#include "text/star.hpp"

namespace curveball::text {

// A wording and how much it speaks for a part. Elements stand one behind another:
//   word|word   one of these words (folded, contractions spelled out: "i am")
//   word*       any word that begins so
//   ?element    up to two such words, or none
//   ^           the begin of the sentence
//   DID ING NUM MEASURE ADV ANY   a past tense, a form in -ing, a number, a number with its unit
//                                 (40%, $3M, 20ms), an adverb, any word
struct StarCue {
  StarPart part = StarPart::situation;
  int weight = 0;
  std::string_view wording;
};

std::span<StarCue const> star_cues();

// For each part, by its number, the weight of all cues that occur in the sentence; each once.
std::array<int, 4> star_weights(Reading const& reading, Sentence const& sentence);

}  // namespace curveball::text
