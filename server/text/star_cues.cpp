#include "text/star_cues.hpp"

#include <algorithm>
#include <vector>

#include "text/word_class.hpp"

namespace curveball::text {
namespace {

struct Word {
  std::string_view letters;
  WordClasses classes;
};

// Cuts off what stands before the next `separator`.
std::string_view take_until(std::string_view& rest, char separator) {
  std::size_t const end = std::min(rest.find(separator), rest.size());
  std::string_view const part = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return part;
}

bool is_alternative(std::string_view wanted, Word const& word) {
  if (wanted == "ANY") return true;
  if (wanted == "DID") return word.classes.past;
  if (wanted == "ING") return word.classes.ing;
  if (wanted == "NUM") return word.classes.number;
  if (wanted == "MEASURE") return word.classes.measure;
  if (wanted == "ADV") return word.classes.adverb;
  if (!wanted.ends_with('*')) return wanted == word.letters;
  return word.letters.starts_with(wanted.substr(0, wanted.size() - 1));
}

bool is_element(std::string_view element, Word const& word) {
  while (!element.empty()) {
    if (is_alternative(take_until(element, '|'), word)) return true;
  }
  return false;
}

bool stands_at(std::string_view wording, std::span<Word const> words, std::size_t at) {
  constexpr std::size_t optional_words = 2;
  while (!wording.empty()) {
    std::string_view const element = take_until(wording, ' ');
    if (element == "^") {
      if (at != 0) return false;
    } else if (element.starts_with('?')) {
      std::size_t const end = std::min(at + optional_words, words.size());
      while (at < end && is_element(element.substr(1), words[at])) ++at;
    } else {
      if (at == words.size() || !is_element(element, words[at])) return false;
      ++at;
    }
  }
  return true;
}

bool occurs(std::string_view wording, std::span<Word const> words) {
  std::size_t const last = wording.starts_with('^') ? 1 : words.size();
  for (std::size_t at = 0; at < last; ++at) {
    if (stands_at(wording, words, at)) return true;
  }
  return false;
}

}  // namespace

std::array<int, 4> star_weights(Reading const& reading, Sentence const& sentence) {
  std::vector<Word> words;
  bool speaks_of_us = false;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    Token const& token = reading.tokens[i];
    words.push_back({reading.folded_of(token), classes_of(reading, token)});
    speaks_of_us = speaks_of_us || words.back().classes.first_person;
  }
  std::array<int, 4> weights{};
  for (StarCue const& cue : star_cues()) {
    if (occurs(cue.wording, words)) weights[static_cast<std::size_t>(cue.part)] += cue.weight;
  }
  // What is told without "I" and "we" is the setting or how it ended.
  if (!speaks_of_us) {
    ++weights[static_cast<std::size_t>(StarPart::situation)];
    ++weights[static_cast<std::size_t>(StarPart::result)];
  }
  return weights;
}

}  // namespace curveball::text
