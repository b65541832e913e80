#include "evaluation/metrics.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <vector>

namespace curveball::evaluation {
namespace {

std::optional<double> ratio(std::size_t part, std::size_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

// The same decisions with yes and no exchanged.
Decisions mirrored(Decisions const& d) {
  return {.true_yes = d.true_no,
          .false_yes = d.false_no,
          .false_no = d.false_yes,
          .true_no = d.true_yes};
}

double mean(std::span<double const> values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

bool is_pair(Rated const& better, Rated const& worse, PairRule const& rule) {
  if (better.question != worse.question || better.truth <= worse.truth) return false;
  if (better.truth - worse.truth < rule.gap - 1e-9) return false;
  if (rule.longer_by_pm == 0) return true;
  auto const [shorter, longer] = std::minmax(better.words, worse.words);
  return longer * 1000 <= shorter * (1000 + rule.longer_by_pm);
}

// 1 when the first is higher, 0.5 when both are equal.
double won(double a, double b) {
  if (a == b) return 0.5;
  return a > b ? 1.0 : 0.0;
}

// Indices of the values, lowest first.
std::vector<std::size_t> order_of(std::span<double const> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [values](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

}  // namespace

void Decisions::add(bool truth, bool decided) {
  auto& count = truth ? (decided ? true_yes : false_no) : (decided ? false_yes : true_no);
  ++count;
}

std::optional<double> precision(Decisions const& decisions) {
  return ratio(decisions.true_yes, decisions.true_yes + decisions.false_yes);
}

std::optional<double> recall(Decisions const& decisions) {
  return ratio(decisions.true_yes, decisions.true_yes + decisions.false_no);
}

std::optional<double> f1(Decisions const& decisions) {
  return ratio(2 * decisions.true_yes,
               2 * decisions.true_yes + decisions.false_yes + decisions.false_no);
}

std::optional<double> macro_f1(Decisions const& decisions) {
  auto const yes = f1(decisions);
  auto const no = f1(mirrored(decisions));
  if (!yes && !no) return std::nullopt;
  return (yes.value_or(0) + no.value_or(0)) / 2;
}

std::optional<double> auc(std::span<double const> positives, std::span<double const> negatives) {
  if (positives.empty() || negatives.empty()) return std::nullopt;
  std::vector<double> sorted(negatives.begin(), negatives.end());
  std::sort(sorted.begin(), sorted.end());
  double wins = 0;
  for (double const positive : positives) {
    auto const [low, high] = std::equal_range(sorted.begin(), sorted.end(), positive);
    wins += static_cast<double>(low - sorted.begin()) + static_cast<double>(high - low) / 2;
  }
  return wins / static_cast<double>(positives.size()) / static_cast<double>(negatives.size());
}

std::optional<double> pearson(std::span<double const> x, std::span<double const> y) {
  assert(x.size() == y.size());
  if (x.size() < 2) return std::nullopt;
  double const mean_x = mean(x);
  double const mean_y = mean(y);
  double together = 0;
  double of_x = 0;
  double of_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    together += (x[i] - mean_x) * (y[i] - mean_y);
    of_x += (x[i] - mean_x) * (x[i] - mean_x);
    of_y += (y[i] - mean_y) * (y[i] - mean_y);
  }
  if (of_x == 0 || of_y == 0) return std::nullopt;
  return together / std::sqrt(of_x * of_y);
}

std::optional<double> partial_correlation(std::span<double const> x, std::span<double const> y,
                                          std::span<double const> given) {
  auto const xy = pearson(x, y);
  auto const xg = pearson(x, given);
  auto const yg = pearson(y, given);
  if (!xy || !xg || !yg) return std::nullopt;
  double const left = (1 - *xg * *xg) * (1 - *yg * *yg);
  if (left <= 1e-12) return std::nullopt;
  return (*xy - *xg * *yg) / std::sqrt(left);
}

Pairs pairwise(std::span<Rated const> answers, PairRule const& rule) {
  Pairs pairs;
  double wins = 0;
  for (auto const& better : answers) {
    for (auto const& worse : answers) {
      if (!is_pair(better, worse, rule)) continue;
      ++pairs.count;
      wins += won(better.score, worse.score);
    }
  }
  if (pairs.count > 0) pairs.accuracy = wins / static_cast<double>(pairs.count);
  return pairs;
}

std::optional<double> quadratic_weighted_kappa(std::span<int const> truth,
                                               std::span<int const> given) {
  assert(truth.size() == given.size());
  if (truth.empty()) return std::nullopt;
  double seen = 0;
  double by_chance = 0;
  auto const squared = [](int a, int b) { return static_cast<double>((a - b) * (a - b)); };
  for (std::size_t i = 0; i < truth.size(); ++i) {
    seen += squared(truth[i], given[i]);
    for (int const other : given) by_chance += squared(truth[i], other);
  }
  by_chance /= static_cast<double>(truth.size());
  if (by_chance == 0) return std::nullopt;
  return 1 - seen / by_chance;
}

std::optional<double> best_threshold(std::span<double const> scores,
                                     std::span<std::uint8_t const> truth) {
  assert(scores.size() == truth.size());
  Decisions at;  // Everything is "yes" below the lowest score.
  for (auto const is : truth) at.add(is != 0, true);
  if (at.true_yes == 0 || at.false_yes == 0) return std::nullopt;
  auto const order = order_of(scores);
  double best = scores[order.front()];
  double best_f1 = macro_f1(at).value_or(0);
  for (std::size_t i = 0; i + 1 < order.size(); ++i) {
    bool const is = truth[order[i]] != 0;
    --(is ? at.true_yes : at.false_yes);
    ++(is ? at.false_no : at.true_no);
    double const here = scores[order[i]];
    double const next = scores[order[i + 1]];
    auto const value = macro_f1(at).value_or(0);
    if (here == next || value <= best_f1) continue;
    best_f1 = value;
    best = here + (next - here) / 2;
  }
  return best;
}

std::optional<double> quantile(std::span<double const> values, double share) {
  if (values.empty()) return std::nullopt;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  auto const rank = std::ceil(share * static_cast<double>(sorted.size()));
  auto const index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  return sorted[std::min(index, sorted.size() - 1)];
}

}  // namespace curveball::evaluation
