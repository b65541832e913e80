// The measures by which scoring is judged. Pure functions of numbers; any thread.
// Nothing comes back where a measure is not defined: no data, or no spread in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace curveball::evaluation {

// How often a yes-or-no decision was right and wrong.
struct Decisions {
  std::size_t true_yes = 0;
  std::size_t false_yes = 0;
  std::size_t false_no = 0;
  std::size_t true_no = 0;

  void add(bool truth, bool decided);
};

// Share of what was decided "yes" that is; of what is "yes" that was decided so; and their harmonic
// mean (van Rijsbergen 1979), which is 0 when something is "yes" and nothing was found.
std::optional<double> precision(Decisions const& decisions);
std::optional<double> recall(Decisions const& decisions);
std::optional<double> f1(Decisions const& decisions);

// Mean of the F1 of "yes" and the F1 of "no": the 2-way measure of SemEval-2013 task 7
// (Dzikovska et al. 2013). A class that neither occurs nor was decided counts as 0.
std::optional<double> macro_f1(Decisions const& decisions);

// Chance that a positive scores above a negative, ties counted half: the area under the ROC curve,
// as the Mann-Whitney statistic (Hanley and McNeil 1982).
std::optional<double> auc(std::span<double const> positives, std::span<double const> negatives);

// Pearson's correlation. `x` and `y` have the same size.
std::optional<double> pearson(std::span<double const> x, std::span<double const> y);

// The correlation of x and y with what both owe to `given` taken out (Yule 1907), first order:
// (r_xy - r_xg r_yg) / sqrt((1 - r_xg^2) (1 - r_yg^2)). All three have the same size.
std::optional<double> partial_correlation(std::span<double const> x, std::span<double const> y,
                                          std::span<double const> given);

// One answer: what people and what the scorer make of it.
struct Rated {
  std::uint32_t question = 0;  // Only answers to the same question are compared.
  double truth = 0;
  double score = 0;
  double words = 0;
};

struct PairRule {
  double gap = 0;           // Truths at least so far apart; equal ones never make a pair.
  double longer_by_pm = 0;  // Not 0: the longer has at most so many per mille more words.
};

struct Pairs {
  std::size_t count = 0;
  std::optional<double> accuracy;  // Share with the better one scored higher; ties counted half.
};

// All pairs of answers to one question that meet the rule.
Pairs pairwise(std::span<Rated const> answers, PairRule const& rule);

// Agreement of two whole-number scales beyond chance, disagreements weighted by their square
// (Cohen 1968). `truth` and `given` have the same size. Nothing when both are constant and equal.
std::optional<double> quadratic_weighted_kappa(std::span<int const> truth,
                                               std::span<int const> given);

// The threshold at which "score >= threshold" has the greatest macro-F1 against `truth`: half way
// between two neighbouring scores, the lowest of equally good ones. Nothing without both classes.
std::optional<double> best_threshold(std::span<double const> scores,
                                     std::span<std::uint8_t const> truth);

// The value below which `share` (0 to 1) of the values lie: nearest rank (ISO 3534-1). Nothing
// without values.
std::optional<double> quantile(std::span<double const> values, double share);

}  // namespace curveball::evaluation
