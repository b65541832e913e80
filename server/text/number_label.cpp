#include "text/number_label.hpp"

#include <algorithm>
#include <array>

namespace curveball::text {
namespace {

// Words that stand before the number of a thing, and hardly before a count.
constexpr std::array<WordId, 18> numbered{
    word_id("version"), word_id("versions"), word_id("phase"),     word_id("step"),
    word_id("stage"),   word_id("wave"),     word_id("option"),    word_id("section"),
    word_id("chapter"), word_id("sprint"),   word_id("iteration"), word_id("milestone"),
    word_id("level"),   word_id("tier"),     word_id("severity"),  word_id("ticket"),
    word_id("number"),  word_id("aged")};

bool is_numbered(WordId word) {
  return std::find(numbered.begin(), numbered.end(), word) != numbered.end();
}

bool is_word(Reading const& reading, std::size_t at, std::string_view letters) {
  return at < reading.tokens.size() && reading.tokens[at].word == word_id(letters);
}

bool is_label(Reading const& reading, std::size_t at) {
  Token const& token = reading.tokens[at];
  Token const* const before = at > 0 ? &reading.tokens[at - 1] : nullptr;
  bool const together = before != nullptr && before->sentence == token.sentence;
  if (together && !token.after_comma && is_numbered(before->word)) return true;
  std::string_view const letters = reading.folded_of(token);
  if (std::count(letters.begin(), letters.end(), '.') > 1) return true;
  bool const years = is_word(reading, at + 1, "year") || is_word(reading, at + 1, "years");
  return years && is_word(reading, at + 2, "old");
}

}  // namespace

void mark_labels(Reading& reading) {
  for (std::size_t at = 0; at < reading.tokens.size(); ++at) {
    Token& token = reading.tokens[at];
    if (token.number == NumberForm::amount && is_label(reading, at)) {
      token.number = NumberForm::other;
    }
  }
}

}  // namespace curveball::text
