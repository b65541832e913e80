#include "evaluation/cost.hpp"

#include <chrono>
#include <optional>
#include <sstream>

#include "evaluation/metrics.hpp"
#include "matching/pattern_set.hpp"

namespace curveball::evaluation {
namespace {

std::optional<matching::PatternSet> patterns_of(Corpus const& corpus) {
  matching::PatternSetBuilder builder;
  std::uint32_t key = 0;
  for (auto const& question : corpus) {
    for (auto const& source : question.patterns) {
      if (key == cost_patterns) break;
      if (auto const pattern = matching::parse(source)) builder.add(key++, *pattern);
    }
  }
  auto set = builder.build();
  if (key < cost_patterns || !set) return std::nullopt;
  return *std::move(set);
}

std::vector<std::string> texts_of(Corpus const& corpus) {
  std::vector<std::string> answers;
  for (auto const& question : corpus) {
    for (auto const& answer : question.answers) answers.push_back(answer.text);
  }
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    texts.push_back(text_of_words(answers, i, cost_words));
  }
  return texts;
}

double microseconds_of(matching::PatternSet const& patterns, std::string const& text,
                       text::WordCache& words) {
  auto const began = std::chrono::steady_clock::now();
  auto const hits = matching::find(patterns, text::read(text, words));
  std::chrono::duration<double, std::micro> const took = std::chrono::steady_clock::now() - began;
  return hits.size() <= cost_patterns ? took.count() : 0;
}

std::vector<double> times_of(Corpus const& corpus, text::WordCache& words) {
  auto const patterns = patterns_of(corpus);
  auto const texts = texts_of(corpus);
  std::vector<double> times;
  if (!patterns || texts.empty()) return times;
  for (auto const& text : texts) microseconds_of(*patterns, text, words);
  for (std::size_t i = 0; i < cost_runs; ++i) {
    times.push_back(microseconds_of(*patterns, texts[i % texts.size()], words));
  }
  return times;
}

}  // namespace

std::string text_of_words(std::vector<std::string> const& texts, std::size_t first,
                          std::size_t words) {
  std::string text;
  std::size_t count = 0;
  for (std::size_t i = 0; i < texts.size() + words && count < words && !texts.empty(); ++i) {
    std::istringstream stream(texts[(first + i) % texts.size()]);
    for (std::string word; count < words && stream >> word; ++count) {
      text.append(count == 0 ? "" : " ").append(word);
    }
  }
  return text;
}

std::vector<Figure> cost_figures(Corpus const& corpus, text::WordCache& words) {
  auto const times = times_of(corpus, words);
  std::vector<Figure> figures{
      single("us_per_250_words_median", "us for 250 words, 300 patterns: median",
             quantile(times, 0.5), 80),
      single("us_per_250_words_p99", "us for 250 words, 300 patterns: p99", quantile(times, 0.99),
             250)};
  for (auto& figure : figures) {
    figure.goal = Goal::at_most;
    figure.digits = 1;
  }
  return figures;
}

}  // namespace curveball::evaluation
