#include "evaluation/metrics.hpp"

#include <cmath>
#include <gtest/gtest.h>
#include <vector>

namespace curveball::evaluation {
namespace {

constexpr double exact = 1e-12;

// 6 right "yes", 2 wrong "yes", 4 missed, 8 right "no".
constexpr Decisions decisions{.true_yes = 6, .false_yes = 2, .false_no = 4, .true_no = 8};

TEST(Metrics, DecisionsAreCountedByTruthAndByWhatWasDecided) {
  Decisions counted;

  counted.add(true, true);
  counted.add(true, false);
  counted.add(true, false);
  counted.add(false, true);

  EXPECT_EQ(counted.true_yes, 1U);
  EXPECT_EQ(counted.false_no, 2U);
  EXPECT_EQ(counted.false_yes, 1U);
  EXPECT_EQ(counted.true_no, 0U);
}

TEST(Metrics, PrecisionRecallAndF1OfTwentyDecisions) {
  EXPECT_NEAR(*precision(decisions), 6.0 / 8, exact);
  EXPECT_NEAR(*recall(decisions), 6.0 / 10, exact);
  EXPECT_NEAR(*f1(decisions), 12.0 / 18, exact);
}

TEST(Metrics, MacroF1IsTheMeanOfBothClasses) {
  // F1 of "yes" 12/18; of "no" 16/22.
  EXPECT_NEAR(*macro_f1(decisions), (12.0 / 18 + 16.0 / 22) / 2, exact);
  EXPECT_NEAR(*macro_f1({.true_yes = 3}), 0.5, exact);
  EXPECT_FALSE(macro_f1({}));
}

TEST(Metrics, AucCountsTiesHalf) {
  std::vector<double> const positives{3, 2};
  std::vector<double> const negatives{2, 1};

  // 3>2, 3>1, 2>1 and one tie: 3.5 of 4.
  EXPECT_NEAR(*auc(positives, negatives), 3.5 / 4, exact);
  EXPECT_NEAR(*auc(negatives, positives), 0.5 / 4, exact);
  EXPECT_FALSE(auc(positives, {}));
}

TEST(Metrics, PearsonOfThreePoints) {
  std::vector<double> const x{1, 2, 3};
  std::vector<double> const y{2, 2, 5};

  // Deviations -1 0 1 and -1 -1 2: 3 / sqrt(2 * 6).
  EXPECT_NEAR(*pearson(x, y), 3 / std::sqrt(12.0), exact);
  EXPECT_FALSE(pearson(x, std::vector<double>{4, 4, 4}));
}

TEST(Metrics, PartialCorrelationTakesOutWhatBothOweToAThird) {
  std::vector<double> const x{1, 2, 3, 4};
  std::vector<double> const y{1, 3, 2, 4};
  std::vector<double> const given{1, 1, 2, 2};

  // r_xy = 4/5, r_xg = 4/sqrt(5*4)... with deviations: xg 2/sqrt(5), yg 1/sqrt(5).
  double const xg = 2 / std::sqrt(5.0);
  double const yg = 1 / std::sqrt(5.0);
  double const expected = (0.8 - xg * yg) / std::sqrt((1 - xg * xg) * (1 - yg * yg));
  EXPECT_NEAR(*partial_correlation(x, y, given), expected, exact);
  EXPECT_NEAR(expected, 1.0, 1e-9);
  EXPECT_FALSE(partial_correlation(x, y, x));
}

std::vector<Rated> const five{
    {.question = 0, .truth = 4, .score = 9, .words = 100},
    {.question = 0, .truth = 2, .score = 5, .words = 120},
    {.question = 0, .truth = 1, .score = 9, .words = 121},
    {.question = 0, .truth = 3, .score = 1, .words = 10},
    {.question = 1, .truth = 1, .score = 99, .words = 100},
};

TEST(Metrics, PairsStandInOneQuestionAndFarEnoughApart) {
  auto const pairs = pairwise(five, {.gap = 2});

  // 4 over 2: won. 4 over 1: tie. 3 over 1: lost.
  EXPECT_EQ(pairs.count, 3U);
  EXPECT_NEAR(*pairs.accuracy, 1.5 / 3, exact);
}

TEST(Metrics, PairsOfAlikeLengthLeaveOutTheLongerOnes) {
  auto const pairs = pairwise(five, {.gap = 1, .longer_by_pm = 200});

  // 100 and 120 words are 20 % apart, 100 and 121 are not; 120 and 121 are (2 over 1: lost).
  EXPECT_EQ(pairs.count, 2U);
  EXPECT_NEAR(*pairs.accuracy, 1.0 / 2, exact);
}

TEST(Metrics, NoPairGivesNoAccuracy) {
  EXPECT_FALSE(pairwise(five, {.gap = 4}).accuracy);
  EXPECT_EQ(pairwise(five, {.gap = 4}).count, 0U);
}

TEST(Metrics, KappaWeighsDisagreementByItsSquare) {
  std::vector<int> const truth{1, 2, 3, 4};
  std::vector<int> const given{1, 2, 4, 3};

  // Seen 0+0+1+1 = 2; by chance (14+6+6+14)/4 = 10.
  EXPECT_NEAR(*quadratic_weighted_kappa(truth, given), 1 - 2.0 / 10, exact);
  EXPECT_NEAR(*quadratic_weighted_kappa(truth, truth), 1, exact);
  EXPECT_FALSE(quadratic_weighted_kappa(std::vector<int>{2, 2}, std::vector<int>{2, 2}));
}

TEST(Metrics, BestThresholdLiesBetweenTheClasses) {
  std::vector<double> const scores{0.9, 0.1, 0.4, 0.8, 0.3};
  std::vector<std::uint8_t> const truth{1, 0, 0, 1, 0};

  EXPECT_NEAR(*best_threshold(scores, truth), 0.6, exact);
  EXPECT_FALSE(best_threshold(scores, std::vector<std::uint8_t>(5, 1)));
}

TEST(Metrics, BestThresholdNeverSplitsEqualScores) {
  std::vector<double> const scores{0.5, 0.5, 0.5, 0.7};
  std::vector<std::uint8_t> const truth{0, 1, 0, 1};

  // Below 0.5: all yes, macro-F1 (4/6 + 0)/2. At 0.6: (2/3 + 4/5)/2.
  EXPECT_NEAR(*best_threshold(scores, truth), 0.6, exact);
}

TEST(Metrics, QuantileIsOneOfTheValues) {
  std::vector<double> const values{5, 1, 4, 2, 3};

  EXPECT_EQ(quantile(values, 0.5), 3);
  EXPECT_EQ(quantile(values, 0.99), 5);
  EXPECT_EQ(quantile(values, 0), 1);
  EXPECT_FALSE(quantile({}, 0.5));
}

}  // namespace
}  // namespace curveball::evaluation
