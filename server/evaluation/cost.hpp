// What reading and matching cost on this machine.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <string>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/figures.hpp"

namespace curveball::evaluation {

inline constexpr std::size_t cost_words = 250;
inline constexpr std::size_t cost_patterns = 300;
inline constexpr std::size_t cost_runs = 4'000;

// The first `words` words of the texts, one text behind the other, from text `first` on and around.
// Empty when the texts have no words.
std::string text_of_words(std::vector<std::string> const& texts, std::size_t first,
                          std::size_t words);

// us_per_250_words_median and us_per_250_words_p99: reading 250 words of answers and finding 300
// patterns of the corpus in them, warm, one thread. "Not measured" when the corpus has fewer.
std::vector<Figure> cost_figures(Corpus const& corpus, text::WordCache& words);

}  // namespace curveball::evaluation
