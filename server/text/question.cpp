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

// Between the one who asks and "ask": "I would then ask".
constexpr std::array<WordId, 10> leading{
    word_id("i"),     word_id("we"),   word_id("would"), word_id("will"),   word_id("then"),
    word_id("first"), word_id("also"), word_id("and"),   word_id("simply"), word_id("directly")};
constexpr std::array<WordId, 4> forms_of_ask{word_id("ask"), word_id("asked"), word_id("asking"),
                                             word_id("asks")};
// In front of a subject they make a request: "may I ask".
constexpr std::array<WordId, 6> requests{word_id("can"),   word_id("could"),  word_id("may"),
                                         word_id("might"), word_id("should"), word_id("shall")};

bool is_first_person(Token const& token) {
  return token.word == word_id("i") || token.word == word_id("we");
}

// Whether the candidate does something in the sentence before `end`, without asking leave to.
bool acts_before(Reading const& reading, std::uint32_t first, std::uint32_t end) {
  for (std::uint32_t at = first; at < end; ++at) {
    if (!is_first_person(reading.tokens[at])) continue;
    return at == first || !is_one_of(requests, reading.tokens[at - 1].word);
  }
  return false;
}

bool is_you(Token const& token) { return token.word == word_id("you"); }

// "question to Tomas", "questions for the team"; not "question for you".
bool is_addressed(Reading const& reading, Sentence const& sentence, std::uint32_t at) {
  if (at + 2 >= sentence.end) return false;
  WordId const word = reading.tokens[at].word;
  WordId const next = reading.tokens[at + 1].word;
  bool const question = word == word_id("question") || word == word_id("questions");
  bool const leads = next == word_id("to") || next == word_id("for");
  return question && leads && !is_you(reading.tokens[at + 2]);
}

}  // namespace

bool tells_a_question(Reading const& reading, Sentence const& sentence) {
  for (std::uint32_t at = sentence.first; at + 1 < sentence.end; ++at) {
    if (is_addressed(reading, sentence, at)) return true;
    bool const asks = at > sentence.first && is_one_of(forms_of_ask, reading.tokens[at].word) &&
                      is_one_of(leading, reading.tokens[at - 1].word);
    if (!asks || is_you(reading.tokens[at + 1])) continue;
    if (acts_before(reading, sentence.first, at)) return true;
  }
  return false;
}

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
