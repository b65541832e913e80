#include "text/word_class.hpp"

#include <algorithm>
#include <array>

#include "text/sorted.hpp"

namespace curveball::text {
namespace {

template <std::size_t n>
bool is_one_of(std::array<std::string_view, n> const& rows, std::string_view wanted) {
  return std::binary_search(rows.begin(), rows.end(), wanted);
}

// Past tenses that do not end in -ed.
constexpr auto irregular_pasts = sorted<std::string_view>({
    "ate",    "began",    "bought", "broke",  "brought", "built",   "came",     "caught",
    "chose",  "cut",      "drank",  "drew",   "drove",   "dug",     "fed",      "fell",
    "flew",   "forgave",  "fought", "found",  "gave",    "grew",    "held",     "hid",
    "hit",    "kept",     "laid",   "led",    "left",    "lent",    "let",      "made",
    "met",    "overrode", "paid",   "put",    "ran",     "rang",    "read",     "rebuilt",
    "redid",  "rewrote",  "rode",   "rose",   "said",    "sank",    "sat",      "saw",
    "sent",   "set",      "shook",  "showed", "shut",    "sold",    "sought",   "spent",
    "split",  "spoke",    "stood",  "struck", "stuck",   "swapped", "swept",    "swore",
    "taught", "threw",    "told",   "took",   "tore",    "went",    "withdrew", "woke",
    "won",    "wore",     "wound",  "wrote",
});
// Pasts of being, having, knowing and feeling.
constexpr auto states = sorted<std::string_view>({
    "got",
    "felt",
    "became",
    "did",
    "heard",
    "hoped",
    "inherited",
    "joined",
    "knew",
    "liked",
    "lost",
    "loved",
    "needed",
    "owned",
    "thought",
    "understood",
    "used",
    "wanted",
});
constexpr auto adverbs = sorted<std::string_view>({
    "actually", "all",    "also",   "always", "both",  "deliberately", "even",  "first", "just",
    "kind",     "later",  "mostly", "myself", "never", "next",         "now",   "of",    "once",
    "only",     "really", "sort",   "still",  "then",  "therefore",    "again",
});
constexpr auto number_words = sorted<std::string_view>({
    "one",     "two",   "three",   "four",    "five",    "six",     "seven",    "eight",
    "nine",    "ten",   "eleven",  "twelve",  "fifteen", "twenty",  "thirty",   "forty",
    "fifty",   "sixty", "seventy", "eighty",  "ninety",  "hundred", "thousand", "million",
    "billion", "half",  "third",   "quarter", "dozen",
});
constexpr auto first_persons = sorted<std::string_view>({
    "i",
    "me",
    "mine",
    "my",
    "our",
    "ours",
    "us",
    "we",
});

bool is_past(std::string_view letters) {
  bool const regular = letters.ends_with("ed") && letters.size() > 4;
  return (regular || is_one_of(irregular_pasts, letters)) && !is_one_of(states, letters);
}

}  // namespace

WordClasses classes_of(Reading const& reading, Token const& token) {
  std::string_view const letters = reading.folded_of(token);
  bool const digits = token.kind == TokenKind::number;
  bool const unit = token.number == NumberForm::percent || token.number == NumberForm::money ||
                    token.number == NumberForm::duration;
  return {
      .past = is_past(letters),
      .ing = letters.ends_with("ing") && letters.size() > 5,
      .number = digits || is_one_of(number_words, letters),
      .measure = unit,
      .adverb = letters.ends_with("ly") || is_one_of(adverbs, letters),
      .first_person = is_one_of(first_persons, letters),
  };
}

}  // namespace curveball::text
