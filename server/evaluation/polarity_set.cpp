#include "evaluation/polarity_set.hpp"

#include <utility>

#include "evaluation/metrics.hpp"
#include "matching/pattern_set.hpp"

namespace curveball::evaluation {
namespace {

// Looked for as such and as affirmed.
enum Key : std::uint32_t { anyhow, affirmed };

std::optional<matching::PatternSet> patterns_for(std::string const& phrase) {
  auto const either = matching::parse("any([" + phrase + "])");
  auto const plain = matching::parse("[" + phrase + "]");
  if (!either || !plain) return std::nullopt;
  matching::PatternSetBuilder builder;
  builder.add(anyhow, *either);
  builder.add(affirmed, *plain);
  auto set = builder.build();
  if (!set) return std::nullopt;
  return *std::move(set);
}

// 17 of "pol-017"; 0 without digits at the end.
int number_of_id(std::string const& id) {
  auto const digits = id.find_last_not_of("0123456789") + 1;
  int number = 0;
  for (auto i = digits; i < id.size() && i < digits + 9; ++i) number = number * 10 + (id[i] - '0');
  return number;
}

}  // namespace

Result<std::vector<PolaritySentence>, Fault> read_polarity(std::filesystem::path const& file) {
  auto const lines = read_json_lines(file);
  if (!lines) return Unexpected{lines.error()};
  std::vector<PolaritySentence> sentences;
  for (auto const& line : *lines) {
    PolaritySentence sentence{.id = text_of(line, "id"),
                              .text = text_of(line, "text"),
                              .phrase = text_of(line, "phrase"),
                              .negated = line.value("negated", false)};
    bool const odd = number_of_id(sentence.id) % 2 == 1;
    sentence.half = odd ? Half::tuning : Half::measured;
    if (sentence.text.empty() || sentence.phrase.empty()) {
      return Unexpected{Fault{file.string() + ": " + sentence.id + " needs a text and a phrase"}};
    }
    sentences.push_back(std::move(sentence));
  }
  return sentences;
}

std::optional<bool> reads_as_negated(PolaritySentence const& sentence, text::WordCache& words) {
  auto const patterns = patterns_for(sentence.phrase);
  if (!patterns) return std::nullopt;
  auto const hits = matching::find(*patterns, text::read(sentence.text, words));
  if (hits.empty()) return std::nullopt;
  return hits.back().key != affirmed;
}

std::vector<Figure> polarity_figures(std::span<PolaritySentence const> sentences,
                                     text::WordCache& words) {
  Decisions measured;
  Decisions tuning;
  Decisions all;
  for (auto const& sentence : sentences) {
    bool const read = reads_as_negated(sentence, words).value_or(!sentence.negated);
    (sentence.half == Half::tuning ? tuning : measured).add(sentence.negated, read);
    all.add(sentence.negated, read);
  }
  return {single("polarity_f1", "polarity of a phrase, measured half, F1", f1(measured), 0.96),
          single("polarity_f1_tuning", "polarity of a phrase, tuning half, F1", f1(tuning), {}),
          single("polarity_f1_all", "polarity of a phrase, all 300, F1", f1(all), {})};
}

}  // namespace curveball::evaluation
