// Sentences of the corpus in which a phrase is claimed or denied, and how far reading gets them.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/lines.hpp"
#include "text/word_cache.hpp"

namespace curveball::evaluation {

struct PolaritySentence {
  std::string id;
  Half half = Half::measured;  // By the number at the end of the id: odd for tuning.
  std::string text;
  std::string phrase;  // Stands in the text.
  bool negated = false;
};

// A fault when a line has no text or phrase.
Result<std::vector<PolaritySentence>, Fault> read_polarity(std::filesystem::path const& file);

// Whether the matcher takes the phrase as denied: it finds it, but not as affirmed. Nothing when it
// does not find it at all.
std::optional<bool> reads_as_negated(PolaritySentence const& sentence, text::WordCache& words);

// polarity_f1 (of "denied", measured half), polarity_f1_tuning and polarity_f1_all. A phrase that
// is not found counts as read wrong. "Not measured" without sentences.
std::vector<Figure> polarity_figures(std::span<PolaritySentence const> sentences,
                                     text::WordCache& words);

}  // namespace curveball::evaluation
