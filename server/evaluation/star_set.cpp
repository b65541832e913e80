#include "evaluation/star_set.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "evaluation/metrics.hpp"

namespace curveball::evaluation {
namespace {

using text::StarPart;

constexpr std::array<std::string_view, 4> part_names{"situation", "task", "action", "result"};
using PartDecisions = std::array<Decisions, part_names.size()>;

std::optional<StarPart> part_named(std::string_view name) {
  auto const found = std::find(part_names.begin(), part_names.end(), name);
  if (found == part_names.end()) return std::nullopt;
  return static_cast<StarPart>(found - part_names.begin());
}

void count(StarAnswer const& answer, text::WordCache& words, PartDecisions& decisions) {
  std::string text;
  std::vector<ByteSpan> spans;
  for (auto const& sentence : answer.sentences) {
    if (!text.empty()) text += ' ';
    auto const begin = static_cast<std::uint32_t>(text.size());
    text += sentence.text;
    spans.push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
  auto const reading = text::read(text, words);
  auto const parts = text::star_parts(reading);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    auto const read = text::star_part_within(reading, parts, spans[i]);
    for (std::size_t part = 0; part < decisions.size(); ++part) {
      auto const number = static_cast<StarPart>(part);
      decisions[part].add(answer.sentences[i].part == number, read == number);
    }
  }
}

std::optional<double> mean_f1(PartDecisions const& decisions) {
  double sum = 0;
  for (auto const& part : decisions) {
    auto const value = f1(part);
    if (!value) return std::nullopt;
    sum += *value;
  }
  return sum / static_cast<double>(decisions.size());
}

}  // namespace

Result<std::vector<StarAnswer>, Fault> read_star(std::filesystem::path const& file) {
  auto const lines = read_json_lines(file);
  if (!lines) return Unexpected{lines.error()};
  std::vector<StarAnswer> answers;
  for (auto const& line : *lines) {
    auto const id = text_of(line, "answer");
    auto const part = part_named(text_of(line, "part"));
    auto text = text_of(line, "text");
    if (id.empty() || text.empty() || !part) {
      return Unexpected{Fault{file.string() + ": \"" + text_of(line, "id") +
                              "\" needs an answer, a text and a part"}};
    }
    if (answers.empty() || answers.back().id != id) {
      bool const odd = (id.back() - '0') % 2 == 1;
      answers.push_back({.id = id, .half = odd ? Half::tuning : Half::measured, .sentences = {}});
    }
    answers.back().sentences.push_back({std::move(text), *part});
  }
  return answers;
}

std::vector<Figure> star_figures(std::span<StarAnswer const> answers, text::WordCache& words) {
  PartDecisions measured;
  PartDecisions tuning;
  for (auto const& answer : answers) {
    count(answer, words, answer.half == Half::tuning ? tuning : measured);
  }
  return {single("star_macro_f1", "STAR part of a sentence, measured half, macro-F1",
                 mean_f1(measured), 0.80),
          single("star_macro_f1_tuning", "STAR part of a sentence, tuning half, macro-F1",
                 mean_f1(tuning), {})};
}

}  // namespace curveball::evaluation
