#include "matching/pattern_word.hpp"

#include "text/character.hpp"

namespace curveball::matching {
namespace {

bool belongs_to_word(text::Character const& c) {
  constexpr std::string_view marks = "/&_.+#%$";
  switch (c.kind) {
    case text::CharClass::letter:
    case text::CharClass::digit:
    case text::CharClass::mark:
    case text::CharClass::apostrophe:
    case text::CharClass::hyphen:
      return true;
    case text::CharClass::symbol:
      return c.ascii() == '\0' || marks.find(c.ascii()) != std::string_view::npos;
    default:
      return false;
  }
}

// Up to two of them: more are all the same to who asks.
std::size_t letters_in(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size() && letters < 2;) {
    text::Character const c = text::character_at(word, at);
    letters += c.is_alnum();
    at += c.source_bytes;
  }
  return letters;
}

}  // namespace

std::size_t end_of_word(std::string_view source, std::size_t at) {
  while (at < source.size()) {
    if (source[at] >= 'a' && source[at] <= 'z') {
      ++at;
      continue;
    }
    text::Character const c = text::character_at(source, at);
    if (!belongs_to_word(c)) break;
    at += c.source_bytes;
  }
  return at;
}

std::string word_fault(std::string_view word, WordForm form) {
  std::size_t const letters = letters_in(word);
  if (word.empty()) return "a word is missing here";
  if (word.find("...") != std::string_view::npos) {
    return "'...' is no gap; write [a b]~3 for up to 3 words between";
  }
  if (letters == 0) return "there is no letter or digit in '" + std::string(word) + "'";
  if (word.back() == '.' && word.find('.') == word.size() - 1) {
    return "a pattern has no full stops; remove the one in '" + std::string(word) + "'";
  }
  if (form.cut) return "* stands at the end of a word only";
  if (form.exact && form.prefix) return "= and * cannot go together; choose one";
  if (form.prefix && letters < 2) return "a prefix needs at least two letters before *";
  if (!form.exact && word == "unless") {
    return "unless needs a width, as in a unless~5 b; for the word itself write =unless";
  }
  if (word.front() == '-') return "a word cannot begin with '-'; to exclude, write unless~5";
  return {};
}

std::string misplaced(std::string_view source, std::size_t at) {
  text::Character const c = text::character_at(source, at);
  std::string const quoted = "'" + std::string(source.substr(at, c.source_bytes)) + "'";
  if (c.is_alnum()) return "an operator such as | is missing before " + quoted;
  switch (source[at]) {
    case ']':
    case '}':
    case ')':
      return quoted + " closes nothing; remove it or open it before";
    case '~':
      return "'~' belongs behind ], } or unless";
    case '>':
      if (source.substr(at, 2) != ">>") return "write a >> b for a before b";
      [[fallthrough]];
    case '|':
    case '^':
      return "a word is missing before " + quoted;
    case ',':
      return "',' means nothing in a pattern; write a | b for either of them";
    default:
      return quoted + " means nothing in a pattern; write the bare word";
  }
}

std::string closing_missing(char closing, std::size_t opened) {
  return std::string("'") + closing + "' is missing for the bracket at byte " +
         std::to_string(opened);
}

}  // namespace curveball::matching
