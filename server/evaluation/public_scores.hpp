// Scores of the public sets' answers. Private to the room: use public_figures.hpp.
#pragma once

#include <span>
#include <vector>

#include "evaluation/derived_rubric.hpp"
#include "evaluation/metrics.hpp"
#include "evaluation/surface.hpp"

namespace curveball::evaluation {

struct PublicScore {
  std::uint32_t question = 0;
  Label label = Label::incorrect;
  double human = 0;  // SAF's score.
  double score = 0;
  Surface surface;  // With the greatest overlap of all references.
};

// All answers of the questions, in order.
std::vector<PublicScore> score_questions(std::span<ReferenceQuestion const> questions,
                                         text::WordCache& words);

}  // namespace curveball::evaluation
