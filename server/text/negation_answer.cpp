#include "text/negation_trigger.hpp"

namespace curveball::text {
namespace {

// What answers a question with a bare negation: "Not in that company.", "There were none."
constexpr std::uint32_t fragment_tokens = 5;
constexpr std::uint32_t topic_question_tokens = 8;

// "None.", "Never.", "We had none."
bool is_bare_denial(Reading const& reading, Sentence const& sentence) {
  if (sentence.end - sentence.first > fragment_tokens) return false;
  Cue const opening = reading.tokens[sentence.first].cue;
  Token const& last = reading.tokens[sentence.end - 1];
  return opening == Cue::no || opening == Cue::not_ || opening == Cue::never ||
         opening == Cue::nobody || last.cue == Cue::not_ || last.word == word_id("none");
}

}  // namespace

void deny_previous(Reading& reading, Sentence const& previous, Sentence const& denial) {
  if (!is_bare_denial(reading, denial)) return;
  std::uint32_t begin = previous.end;
  if (previous.is_question) {
    bool const short_one = previous.end - previous.first <= topic_question_tokens;
    begin = short_one ? previous.first : previous.end;
  } else if (reading.tokens[denial.end - 1].word == word_id("none")) {
    while (begin > previous.first && reading.tokens[begin - 1].cue != Cue::article) --begin;
    if (begin == previous.first) begin = previous.end;
  }
  for (std::uint32_t i = begin; i < previous.end; ++i) reading.tokens[i].negated ^= true;
}

}  // namespace curveball::text
