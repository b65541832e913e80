// How often real answers are taken for stuffing. Thread: any.
#pragma once

#include "evaluation/public_figures.hpp"

namespace curveball::evaluation {

// The share of all answers of which any word is masked as a list or as a salad (docs/GUARDS.md).
// Bursts are left out: they need a rubric that a person wrote. Nothing is measured without answers.
Figure false_mask_figure(SafParts const& parts, text::WordCache& words);

}  // namespace curveball::evaluation
