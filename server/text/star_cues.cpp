#include "text/star_cues.hpp"

#include "text/phrase.hpp"

namespace curveball::text {

std::array<int, 4> star_weights(Reading const& reading, Sentence const& sentence) {
  PhraseFinder const phrases(reading, sentence);
  std::array<int, 4> weights{};
  for (StarCue const& cue : star_cues()) {
    if (phrases.occurs(cue.wording)) weights[static_cast<std::size_t>(cue.part)] += cue.weight;
  }
  // What is told without "I" and "we" is the setting or how it ended.
  if (!phrases.has_first_person()) {
    ++weights[static_cast<std::size_t>(StarPart::situation)];
    ++weights[static_cast<std::size_t>(StarPart::result)];
  }
  return weights;
}

}  // namespace curveball::text
