#include "evaluation/public_figures.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "evaluation/public_scores.hpp"

namespace curveball::evaluation {
namespace {

using Scores = std::vector<PublicScore>;
// What an answer is measured by: the score or one of the baselines.
using Measure = std::function<double(PublicScore const&)>;

struct Split {
  std::string name;
  std::string training;  // Folders of the archive.
  std::string test;
};
std::array<Split, 5> const splits{
    {{"beetle_ua", "training/3way/beetle", "test/2way/beetle/test-unseen-answers"},
     {"beetle_uq", "training/3way/beetle", "test/2way/beetle/test-unseen-questions"},
     {"sciEntsBank_ua", "training/3way/sciEntsBank", "test/2way/sciEntsBank/test-unseen-answers"},
     {"sciEntsBank_uq", "training/3way/sciEntsBank", "test/2way/sciEntsBank/test-unseen-questions"},
     {"sciEntsBank_ud", "training/3way/sciEntsBank", "test/2way/sciEntsBank/test-unseen-domains"}}};

struct TrainingSet {
  std::string name;
  std::string folder;
  double contradiction_target;
};
std::array<TrainingSet, 2> const training_sets{
    {{"beetle", "training/3way/beetle", 0.82}, {"sciEntsBank", "training/3way/sciEntsBank", 0.72}}};

constexpr double two_way_target = 0.735;

double by_score(PublicScore const& answer) { return answer.score; }

Baselines baselines_of(std::function<std::optional<double>(Measure const&)> const& figure) {
  return baselines_by([&figure](auto const& count) {
    return figure([&count](PublicScore const& answer) { return count(answer.surface); });
  });
}

std::optional<double> threshold_on(Scores const& training, Measure const& measure) {
  std::vector<double> values;
  std::vector<std::uint8_t> correct;
  for (auto const& answer : training) {
    values.push_back(measure(answer));
    correct.push_back(answer.label == Label::correct ? 1 : 0);
  }
  return best_threshold(values, correct);
}

// Macro-F1 on `test` at the threshold that is best on `training`.
std::optional<double> two_way(Scores const& training, Scores const& test, Measure const& measure) {
  auto const threshold = threshold_on(training, measure);
  if (!threshold) return std::nullopt;
  Decisions decisions;
  for (auto const& answer : test) {
    decisions.add(answer.label == Label::correct, measure(answer) >= *threshold);
  }
  return macro_f1(decisions);
}

std::optional<double> contradiction(Scores const& training, Measure const& measure) {
  std::vector<double> correct;
  std::vector<double> contradictory;
  for (auto const& answer : training) {
    if (answer.label == Label::correct) correct.push_back(measure(answer));
    if (answer.label == Label::contradictory) contradictory.push_back(measure(answer));
  }
  return auc(correct, contradictory);
}

// The mean of the parts as one more part; absent when one of them is.
Part mean_of(std::vector<Part> const& parts) {
  auto const mean = [&parts](auto const& read) -> std::optional<double> {
    double sum = 0;
    for (auto const& part : parts) {
      if (!read(part)) return std::nullopt;
      sum += *read(part);
    }
    return sum / static_cast<double>(parts.size());
  };
  return {.name = "mean",
          .value = mean([](Part const& part) { return part.value; }),
          .target = two_way_target,
          .baselines = {
              .word_count = mean([](Part const& part) { return part.baselines.word_count; }),
              .digit_count = mean([](Part const& part) { return part.baselines.digit_count; }),
              .overlap = mean([](Part const& part) { return part.baselines.overlap; })}};
}

// SAF's answers by `measure`.
std::optional<double> partial_r(Scores const& scores, Measure const& measure) {
  std::vector<double> value;
  std::vector<double> human;
  std::vector<double> length;
  for (auto const& answer : scores) {
    value.push_back(measure(answer));
    human.push_back(answer.human);
    length.push_back(std::log(std::max(answer.surface.words, 1.0)));
  }
  return partial_correlation(value, human, length);
}

std::optional<double> far_pairs(Scores const& scores, Measure const& measure) {
  std::vector<Rated> rated;
  for (auto const& answer : scores) {
    rated.push_back({.question = answer.question,
                     .truth = answer.human,
                     .score = measure(answer),
                     .words = answer.surface.words});
  }
  return pairwise(rated, {.gap = 0.5}).accuracy;
}

Part part_of(std::string name, std::optional<double> target,
             std::function<std::optional<double>(Measure const&)> const& figure) {
  return {.name = std::move(name),
          .value = figure(by_score),
          .target = target,
          .baselines = baselines_of(figure)};
}

struct SafAnswers {
  std::string suffix;
  std::string what;
  Scores scores;
  bool has_targets = false;
};

std::vector<Figure> saf_pair(SafAnswers const& saf) {
  auto const target = [&saf](double value) {
    return saf.has_targets ? std::optional(value) : std::nullopt;
  };
  return {{.name = "saf_partial_r" + saf.suffix,
           .what = "SAF, " + saf.what + ": r with the human score given length",
           .parts = {part_of({}, target(0.42),
                             [&](Measure const& by) { return partial_r(saf.scores, by); })}},
          {.name = "saf_pairwise" + saf.suffix,
           .what = "SAF, " + saf.what + ": pairs 0.5 apart",
           .parts = {part_of({}, target(0.92),
                             [&](Measure const& by) { return far_pairs(saf.scores, by); })}}};
}

}  // namespace

std::vector<Figure> semeval_figures(QuestionFolders const& folders, text::WordCache& words) {
  std::map<std::string, Scores> scores;
  for (auto const& [folder, questions] : folders) {
    scores.emplace(folder, score_questions(questions, words));
  }
  Figure test{.name = "semeval_2way_macro_f1", .what = "SemEval-2013 2-way macro-F1"};
  for (auto const& split : splits) {
    test.parts.push_back(part_of(split.name, {}, [&](Measure const& by) {
      return two_way(scores[split.training], scores[split.test], by);
    }));
  }
  test.parts.push_back(mean_of(test.parts));
  Figure train{.name = "semeval_2way_train", .what = "the same on the training sets"};
  Figure contradictory{.name = "contradiction_auc", .what = "correct against contradictory, AUC"};
  for (auto const& set : training_sets) {
    auto const& answers = scores[set.folder];
    train.parts.push_back(
        part_of(set.name, {}, [&](Measure const& by) { return two_way(answers, answers, by); }));
    contradictory.parts.push_back(
        part_of(set.name, set.contradiction_target,
                [&](Measure const& by) { return contradiction(answers, by); }));
  }
  return {std::move(test), std::move(train), std::move(contradictory)};
}

std::vector<Figure> saf_figures(SafParts const& parts, text::WordCache& words) {
  SafAnswers all{.what = "all answers", .has_targets = true};
  SafAnswers training{.suffix = "_training", .what = "training part"};
  SafAnswers unseen{.suffix = "_unseen", .what = "unseen parts"};
  std::vector<ReferenceQuestion> questions;
  for (auto const& part : parts) questions.insert(questions.end(), part.begin(), part.end());
  all.scores = score_questions(questions, words);
  std::size_t in_training = 0;
  if (!parts.empty()) {
    for (auto const& question : parts.front()) in_training += question.answers.size();
  }
  auto const border = all.scores.begin() + static_cast<std::ptrdiff_t>(in_training);
  training.scores.assign(all.scores.begin(), border);
  unseen.scores.assign(border, all.scores.end());
  std::vector<Figure> figures;
  for (auto const& answers : {all, training, unseen}) {
    auto more = saf_pair(answers);
    std::move(more.begin(), more.end(), std::back_inserter(figures));
  }
  return figures;
}

}  // namespace curveball::evaluation
