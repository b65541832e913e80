#include "evaluation/derived_rubric.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace curveball::evaluation {
namespace {

using text::Reading;
using text::Token;
using text::WordId;

constexpr std::array<std::string_view, 11> number_words{
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};
// Words behind which another clause begins, besides punctuation.
constexpr std::array<std::string_view, 11> clause_openers{
    "and", "or", "but", "because", "so", "which", "that", "while", "if", "when", "then"};

bool has_content(Token const& token) { return !token.function_word && !token.negator; }

// "3" for "three"; empty for every other word.
std::string digits_of(std::string_view folded) {
  auto const found = std::find(number_words.begin(), number_words.end(), folded);
  if (found == number_words.end()) return {};
  return std::to_string(found - number_words.begin());
}

// What two words are compared by outside the matcher.
WordId stem_of(Reading const& reading, Token const& token) {
  auto const digits = digits_of(reading.folded_of(token));
  return digits.empty() ? token.stem : text::word_id(digits);
}

std::vector<WordId> sorted(std::vector<WordId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

template <class Wanted>
std::vector<WordId> stems_of(Reading const& reading, Wanted const& wanted) {
  std::vector<WordId> stems;
  for (auto const& token : reading.tokens) {
    if (wanted(token)) stems.push_back(stem_of(reading, token));
  }
  return sorted(std::move(stems));
}

bool contains(std::vector<WordId> const& ids, WordId id) {
  return std::binary_search(ids.begin(), ids.end(), id);
}

// The first 60 % of a word of five letters or more, at least four: words with the same beginning
// mostly are of one family (evaporated, evaporation).
std::string beginning_of(std::string_view folded) {
  bool const plain =
      std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!plain || folded.size() < 5) return {};
  return std::string(folded.substr(0, std::max<std::size_t>(4, (folded.size() * 6 + 9) / 10)));
}

std::string pattern_for(std::string const& word, Token const& token) {
  if (!has_content(token)) return "any(" + word + ")";
  auto const digits = digits_of(word);
  auto const beginning = beginning_of(word);
  auto pattern = word;
  if (!digits.empty()) pattern += " | " + digits;
  if (!beginning.empty()) pattern += " | (" + beginning + "* ^0.5)";
  return token.negated ? "not(" + pattern + ")" : pattern;
}

bool opens_clause(Reading const& reading, Token const& token, Token const& before) {
  auto const word = reading.folded_of(token);
  return token.after_comma || token.sentence != before.sentence ||
         std::find(clause_openers.begin(), clause_openers.end(), word) != clause_openers.end();
}

}  // namespace

// Turns the references into concepts and patterns; lives for one construction.
class DerivedRubric::Builder {
 public:
  Builder(DerivedRubric& rubric, Reading const& question)
      : rubric_(rubric), asked_(stems_of(question, [](Token const&) { return true; })) {}

  void add(Reading const& reading) {
    Reference reference;
    std::vector<WordId> seen;
    std::size_t in_clause = 0;  // Words with content.
    for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
      auto const& token = reading.tokens[i];
      bool const enough = in_clause >= rubric_.weights_.clause_words;
      bool const next = i > 0 && enough && opens_clause(reading, token, reading.tokens[i - 1]);
      if (reference.concepts.empty() || next) {
        reference.concepts.emplace_back();
        in_clause = 0;
      }
      auto const stem = stem_of(reading, token);
      if (token.negator || std::find(seen.begin(), seen.end(), stem) != seen.end()) continue;
      seen.push_back(stem);
      in_clause += has_content(token) ? 1U : 0U;
      add_word(reading, token, reference.concepts.back());
    }
    reference.stems = sorted(std::move(seen));
    std::erase_if(reference.concepts, [](Concept const& words) { return words.empty(); });
    if (!reference.concepts.empty()) rubric_.references_.push_back(std::move(reference));
  }

  void finish() {
    rubric_.keys_ = keys_.size();
    if (auto set = patterns_.build()) rubric_.patterns_ = *std::move(set);
  }

 private:
  void add_word(Reading const& reading, Token const& token, Concept& words) {
    auto const source = pattern_for(std::string(reading.folded_of(token)), token);
    auto const pattern = matching::parse(source);
    if (!pattern) return;  // A symbol that no pattern can spell.
    auto const [key, is_new] = keys_.emplace(source, static_cast<std::uint32_t>(keys_.size()));
    if (is_new) patterns_.add(key->second, *pattern);
    words.push_back({.weight = weight_of(stem_of(reading, token), token), .key = key->second});
  }

  double weight_of(WordId stem, Token const& token) const {
    if (!has_content(token)) return rubric_.weights_.function_word;
    return contains(asked_, stem) ? rubric_.weights_.question_word : 1.0;
  }

  DerivedRubric& rubric_;
  std::vector<WordId> asked_;
  std::map<std::string, std::uint32_t> keys_;
  matching::PatternSetBuilder patterns_;
};

DerivedRubric::DerivedRubric(ReferenceQuestion const& question, text::WordCache& words,
                             DerivedWeights const& weights)
    : weights_(weights) {
  Builder builder(*this, text::read(question.text, words));
  for (auto const& reference : question.references) builder.add(text::read(reference, words));
  builder.finish();
}

double DerivedRubric::coverage(Reference const& reference,
                               std::vector<double> const& strengths) const {
  double reached = 0;
  double whole = 0;
  for (auto const& words : reference.concepts) {
    double weight = 0;
    double found = 0;
    for (auto const& word : words) {
      weight += word.weight;
      found += word.weight * strengths[word.key];
    }
    reached += std::min(weight, found / weights_.full_share);
    whole += weight;
  }
  return reached / whole;
}

double DerivedRubric::score(Reading const& answer) const {
  std::vector<double> strengths(keys_, 0.0);
  for (auto const& hit : matching::find(patterns_, answer)) {
    strengths[hit.key] = hit.strength / 1000.0;
  }
  auto const said = stems_of(answer, has_content);
  double best = 0;
  for (auto const& reference : references_) {
    auto const shared = std::count_if(said.begin(), said.end(),
                                      [&](WordId stem) { return contains(reference.stems, stem); });
    auto const precision =
        said.empty() ? 0.0 : static_cast<double>(shared) / static_cast<double>(said.size());
    best = std::max(best, (1 - weights_.precision) * coverage(reference, strengths) +
                              weights_.precision * precision);
  }
  return best;
}

std::size_t DerivedRubric::concepts() const {
  std::size_t most = 0;
  for (auto const& reference : references_) most = std::max(most, reference.concepts.size());
  return most;
}

}  // namespace curveball::evaluation
