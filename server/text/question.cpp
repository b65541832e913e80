#include "text/question.hpp"

#include <algorithm>
#include <array>

namespace curveball::text {
namespace {

// After what, which, who, where, when, why, how.
constexpr std::array<WordId, 9> degrees{word_id("many"),  word_id("much"),  word_id("long"),
                                        word_id("big"),   word_id("soon"),  word_id("often"),
                                        word_id("large"), word_id("about"), word_id("come")};
constexpr std::array<WordId, 6> determiners{word_id("the"), word_id("this"), word_id("that"),
                                            word_id("our"), word_id("my"),   word_id("any")};

template <std::size_t n>
bool is_one_of(std::array<WordId, n> const& rows, WordId wanted) {
  return std::find(rows.begin(), rows.end(), wanted) != rows.end();
}

bool is_verb(Token const& token) {
  return token.cue == Cue::be || token.cue == Cue::ask_verb || token.cue == Cue::would;
}

bool is_asking(Token const& token) {
  return token.cue == Cue::ask || token.word == word_id("who") || token.word == word_id("which");
}

}  // namespace

bool opens_as_question(Reading const& reading, Sentence const& sentence) {
  if (sentence.end - sentence.first < 3) return false;
  Token const& first = reading.tokens[sentence.first];
  Token const& second = reading.tokens[sentence.first + 1];
  Token const& third = reading.tokens[sentence.first + 2];
  if (is_asking(first)) {
    bool const object = first.word == word_id("which") && is_verb(third);
    return is_verb(second) || is_one_of(degrees, second.word) || object;
  }
  if (!is_verb(first)) return false;
  if (second.cue == Cue::subject) return true;
  return first.cue == Cue::be && is_one_of(determiners, second.word);
}

}  // namespace curveball::text
