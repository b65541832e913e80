// Figures of the corpus: how far the core agrees with the levels that people gave.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <span>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/own_scores.hpp"

namespace curveball::evaluation {

// Levels two apart are "strong above weak".
inline constexpr double strong_above_weak = 2;
// An answer of alike length has at most a fifth more words.
inline constexpr double alike_length_pm = 200;

// own_pairwise, own_pairwise_same_length, own_qwk, own_gaming_at_most_2 and stuffing_inflation of
// the measured half, then the same of the tuning half, named with "_tuning" behind. `scored` is
// score_corpus() of the same corpus.
std::vector<Figure> own_figures(Corpus const& corpus, std::span<ScoredAnswer const> scored,
                                text::WordCache& words);

// The same figures as "not measured".
std::vector<Figure> own_figures_absent();

}  // namespace curveball::evaluation
