#include "evaluation/surface.hpp"

#include <algorithm>
#include <vector>

namespace curveball::evaluation {
namespace {

std::vector<text::WordId> different_words(text::Reading const& reading) {
  std::vector<text::WordId> words;
  for (auto const& token : reading.tokens) words.push_back(token.word);
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace

Surface surface_of(text::Reading const& answer, text::Reading const& reference) {
  auto const said = different_words(answer);
  auto const wanted = different_words(reference);
  auto const shared = std::count_if(wanted.begin(), wanted.end(), [&said](text::WordId word) {
    return std::binary_search(said.begin(), said.end(), word);
  });
  auto const numbers =
      std::count_if(answer.tokens.begin(), answer.tokens.end(),
                    [](text::Token const& token) { return token.kind == text::TokenKind::number; });
  return {.words = static_cast<double>(answer.words),
          .digits = static_cast<double>(numbers),
          .overlap = wanted.empty()
                         ? 0
                         : static_cast<double>(shared) / static_cast<double>(wanted.size())};
}

}  // namespace curveball::evaluation
