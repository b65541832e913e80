// Answers of the corpus whose sentences are labelled with their part of a story, and how far
// text::star_parts gets them.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/figures.hpp"
#include "text/star.hpp"

namespace curveball::evaluation {

struct StarSentence {
  std::string text;
  text::StarPart part = text::StarPart::situation;
};

struct StarAnswer {
  std::string id;
  Half half = Half::measured;  // By the number at the end of the id: odd for tuning.
  std::vector<StarSentence> sentences;
};

// A fault when a line has no answer, text or known part.
Result<std::vector<StarAnswer>, Fault> read_star(std::filesystem::path const& file);

// star_macro_f1 (mean of the four parts' F1, measured half) and star_macro_f1_tuning. "Not
// measured" without answers. A sentence in which no part is found counts as read wrong.
std::vector<Figure> star_figures(std::span<StarAnswer const> answers, text::WordCache& words);

}  // namespace curveball::evaluation
