#include "evaluation/own_figures.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "evaluation/dump.hpp"
#include "evaluation/metrics.hpp"
#include "evaluation/surface.hpp"

namespace curveball::evaluation {
namespace {

// One answer with everything that the figures ask about it.
struct Row {
  CorpusQuestion const* question = nullptr;
  CorpusAnswer const* answer = nullptr;
  std::uint32_t number = 0;  // Of the question.
  OwnScore const* score = nullptr;
  Surface surface;
};

struct Own {
  std::vector<Row> rows;
  std::string suffix;
  std::string half;
};

constexpr std::array<std::string_view, 4> gaming{"stuffed", "echo", "off-topic", "negated"};
constexpr int weak_at_most = 2;

std::string strong_sample(CorpusQuestion const& question) {
  for (auto const& sample : question.program->asks[question.ask].samples) {
    if (sample.grade == "strong") return sample.text;
  }
  return {};
}

Own half_of(Corpus const& corpus, std::span<ScoredAnswer const> scored, Half half,
            text::WordCache& words) {
  bool const measured = half == Half::measured;
  Own own{.suffix = measured ? "" : "_tuning",
          .half = measured ? "own, measured half: " : "own, tuning half: "};
  for (auto const& item : scored) {
    auto const& question = corpus[item.question];
    if (question.half != half) continue;
    auto const& answer = question.answers[item.answer];
    own.rows.push_back({.question = &question,
                        .answer = &answer,
                        .number = item.question,
                        .score = &item.score,
                        .surface = surface_of(text::read(answer.text, words),
                                              text::read(strong_sample(question), words))});
  }
  return own;
}

// `score` gives each row its number for the comparison.
template <class Score>
std::optional<double> pairs_by(std::vector<Row> const& rows, PairRule const& rule,
                               Score const& score) {
  std::vector<Rated> rated;
  rated.reserve(rows.size());
  for (auto const& row : rows) {
    rated.push_back({.question = row.number,
                     .truth = static_cast<double>(row.answer->level),
                     .score = score(row),
                     .words = row.surface.words});
  }
  return pairwise(rated, rule).accuracy;
}

Figure pairs_figure(Own const& own, std::string const& name, std::string const& what,
                    PairRule const& rule) {
  auto figure =
      single(name + own.suffix, own.half + what,
             pairs_by(own.rows, rule, [](Row const& row) { return row.score->order(); }), {});
  figure.parts.front().baselines = baselines_by([&](auto const& count) {
    return pairs_by(own.rows, rule, [&](Row const& row) { return count(row.surface); });
  });
  return figure;
}

std::optional<double> kappa(std::vector<Row> const& rows) {
  std::vector<int> truth;
  std::vector<int> given;
  for (auto const& row : rows) {
    truth.push_back(row.answer->level);
    given.push_back(row.score->level);
  }
  return quadratic_weighted_kappa(truth, given);
}

std::optional<double> gaming_at_most_2(std::vector<Row> const& rows) {
  double answers = 0;
  double low = 0;
  for (auto const& row : rows) {
    if (std::find(gaming.begin(), gaming.end(), row.answer->kind) == gaming.end()) continue;
    ++answers;
    if (row.score->level <= 2) ++low;
  }
  if (answers == 0) return std::nullopt;
  return low / answers;
}

std::vector<std::string> all_keywords(CorpusQuestion const& question) {
  std::vector<std::string> all;
  for (auto const& words : question.keywords) all.insert(all.end(), words.begin(), words.end());
  return all;
}

std::optional<double> inflation(std::vector<Row> const& rows, text::WordCache& words) {
  double texts = 0;
  double gained = 0;
  for (auto const& row : rows) {
    if (row.answer->level > weak_at_most) continue;
    auto const keywords = all_keywords(*row.question);
    for (auto const style : dump_styles) {
      auto const dumped = with_dump(row.answer->text, keywords, style);
      gained += score_answer(*row.question, dumped, words).level - row.score->level;
      ++texts;
    }
  }
  if (texts == 0) return std::nullopt;
  return gained / texts;
}

std::vector<Figure> figures_of(Own const& own, text::WordCache& words) {
  std::vector<Figure> figures;
  figures.push_back(
      pairs_figure(own, "own_pairwise", "strong above weak", {.gap = strong_above_weak}));
  figures.push_back(pairs_figure(own, "own_pairwise_same_length", "the same within 20 % length",
                                 {.gap = strong_above_weak, .longer_by_pm = alike_length_pm}));
  figures.push_back(single("own_qwk" + own.suffix, own.half + "kappa", kappa(own.rows), {}));
  figures.push_back(single("own_gaming_at_most_2" + own.suffix,
                           own.half + "gaming answers at level 1 or 2", gaming_at_most_2(own.rows),
                           {}));
  figures.push_back(single("stuffing_inflation" + own.suffix,
                           own.half + "levels gained by a keyword dump", inflation(own.rows, words),
                           {}));
  figures.back().goal = Goal::at_most;
  return figures;
}

}  // namespace

std::vector<Figure> own_figures(Corpus const& corpus, std::span<ScoredAnswer const> scored,
                                text::WordCache& words) {
  constexpr std::array targets{0.97, 0.95, 0.80, 1.00, 0.05};
  auto figures = figures_of(half_of(corpus, scored, Half::measured, words), words);
  for (std::size_t i = 0; i < figures.size(); ++i) figures[i].parts.front().target = targets[i];
  auto tuning = figures_of(half_of(corpus, scored, Half::tuning, words), words);
  std::move(tuning.begin(), tuning.end(), std::back_inserter(figures));
  return figures;
}

std::vector<Figure> own_figures_absent() {
  text::WordCache words;
  return own_figures({}, {}, words);
}

}  // namespace curveball::evaluation
