#include "text/phrase.hpp"

#include <algorithm>
#include <iterator>

namespace curveball::text {
namespace {

// Cuts off what stands before the next `separator`.
std::string_view take_until(std::string_view& rest, char separator) {
  std::size_t const end = std::min(rest.find(separator), rest.size());
  std::string_view const part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

bool is_mark(std::string_view element) {
  return element == "^" || element == "$" || element == ",";
}

std::uint32_t initial_bit(char first) {
  return first >= 'a' && first <= 'z' ? 1U << (first - 'a') : 1U << 31U;
}

// A bit for each letter that a word must begin with for the wording to begin there; all bits where
// its first element takes words of any letter.
std::uint32_t initials_of(std::string_view wording) {
  std::uint32_t initials = 0;
  for (std::string_view first = take_until(wording, ' '); !first.empty();) {
    char const letter = take_until(first, '|').front();
    if (letter < 'a' || letter > 'z') return ~0U;
    initials |= initial_bit(letter);
  }
  return initials;
}

}  // namespace

PhraseFinder::PhraseFinder(Reading const& reading, Sentence const& sentence) {
  words_.reserve(sentence.end - sentence.first);
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    Token const& token = reading.tokens[i];
    std::string_view const letters = reading.folded_of(token);
    std::uint32_t const initial = letters.empty() ? 0 : initial_bit(letters.front());
    words_.push_back({letters, classes_of(reading, token), initial, token.after_comma});
    initials_ |= initial;
  }
}

bool PhraseFinder::occurs(std::string_view wording) const {
  std::uint32_t const initials = initials_of(wording);
  if ((initials & initials_) == 0) return false;
  std::size_t const last = wording.starts_with('^') ? 1 : words_.size();
  for (std::size_t at = 0; at < last && at < words_.size(); ++at) {
    if ((initials & words_[at].initial) != 0 && end_at(wording, at)) return true;
  }
  return false;
}

std::size_t PhraseFinder::count(std::span<std::string_view const> wordings) const {
  std::vector<std::string_view> present;
  std::copy_if(wordings.begin(), wordings.end(), std::back_inserter(present),
               [this](std::string_view wording) { return occurs(wording); });
  std::size_t count = 0;
  for (std::size_t at = 0; at < words_.size() && !present.empty();) {
    std::size_t next = at;
    for (std::string_view const wording : present) {
      next = std::max(next, end_at(wording, at).value_or(at));
    }
    if (next > at) ++count;
    at = std::max(next, at + 1);
  }
  return count;
}

bool PhraseFinder::has_first_person() const {
  return std::any_of(words_.begin(), words_.end(),
                     [](Word const& word) { return word.classes.first_person; });
}

bool PhraseFinder::is_alternative(std::string_view wanted, Word const& word) {
  if (wanted == "ANY") return true;
  if (wanted == "DID") return word.classes.past;
  if (wanted == "ING") return word.classes.ing;
  if (wanted == "NUM") return word.classes.number;
  if (wanted == "MEASURE") return word.classes.measure;
  if (wanted == "ADV") return word.classes.adverb;
  if (!wanted.ends_with('*')) return wanted == word.letters;
  return word.letters.starts_with(wanted.substr(0, wanted.size() - 1));
}

bool PhraseFinder::is_element(std::string_view element, Word const& word) {
  while (!element.empty()) {
    if (is_alternative(take_until(element, '|'), word)) return true;
  }
  return false;
}

bool PhraseFinder::holds_mark(char mark, std::size_t at) const {
  if (mark == '^') return at == 0;
  if (mark == '$') return at == words_.size();
  return at < words_.size() && words_[at].after_comma;
}

// The word behind the wording that begins at the word `at`; nothing where it does not stand there.
std::optional<std::size_t> PhraseFinder::end_at(std::string_view wording, std::size_t at) const {
  constexpr std::size_t optional_words = 2;
  while (!wording.empty()) {
    std::string_view const element = take_until(wording, ' ');
    if (is_mark(element)) {
      if (!holds_mark(element.front(), at)) return {};
    } else if (element.starts_with('?')) {
      std::size_t const end = std::min(at + optional_words, words_.size());
      while (at < end && is_element(element.substr(1), words_[at])) ++at;
    } else {
      if (at == words_.size() || !is_element(element, words_[at])) return {};
      ++at;
    }
  }
  return at;
}

}  // namespace curveball::text
