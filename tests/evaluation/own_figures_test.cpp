#include "evaluation/own_figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "evaluation/small_corpus.hpp"

namespace curveball::evaluation {
namespace {

class OwnFiguresTest : public ::testing::Test {
 protected:
  OwnFiguresTest() {
    testing::write_small_corpus(folder_);
    auto corpus = read_corpus(folder_.path());
    if (!corpus) throw std::runtime_error(corpus.error().message);
    corpus_ = *std::move(corpus);
    scored_ = score_corpus(corpus_, words_);
  }

  std::optional<double> value_of(std::string const& name) {
    for (auto const& figure : own_figures(corpus_, scored_, words_)) {
      if (figure.name == name) return figure.parts.front().value;
    }
    ADD_FAILURE() << "there is no figure " << name;
    return std::nullopt;
  }

  testing::TempFolder folder_;
  text::WordCache words_;
  Corpus corpus_;
  std::vector<ScoredAnswer> scored_;
};

TEST_F(OwnFiguresTest, AnswersAreScoredByTheirCriteria) {
  ASSERT_EQ(scored_.size(), 4U);

  EXPECT_EQ(scored_[0].score.level, 4);
  EXPECT_EQ(scored_[0].score.coverage_pm, 1000);
  EXPECT_EQ(scored_[1].score.level, 3);
  EXPECT_EQ(scored_[1].score.coverage_pm, 500);
  EXPECT_EQ(scored_[2].score.level, 1);
  EXPECT_GT(scored_[0].score.order(), scored_[1].score.order());
}

TEST_F(OwnFiguresTest, EqualAnswersHaveEqualReceiptsAndOthersDoNot) {
  auto const again = score_answer(corpus_[0], corpus_[0].answers[0].text, words_);

  EXPECT_EQ(again.receipt, scored_[0].score.receipt);
  EXPECT_NE(scored_[1].score.receipt, scored_[0].score.receipt);
  EXPECT_TRUE(score_answer(corpus_[0], " ", words_).receipt.empty());
}

TEST_F(OwnFiguresTest, WeakAnswersNeverBeatStrongOnesHereAndNothingIsInTheOtherHalf) {
  // 4 over 1 and 3 over 1 (weak-short); the two over "stuffed" depend on the guard.
  auto const pairs = value_of("own_pairwise");

  ASSERT_TRUE(pairs);
  EXPECT_GE(*pairs, 0.5);
  EXPECT_FALSE(value_of("own_pairwise_tuning"));
  EXPECT_FALSE(value_of("own_qwk_tuning"));
  EXPECT_FALSE(value_of("stuffing_inflation_tuning"));
}

TEST_F(OwnFiguresTest, KeywordsBehindWeakAnswersAreTried) {
  EXPECT_TRUE(value_of("stuffing_inflation"));
  EXPECT_TRUE(value_of("own_gaming_at_most_2"));
}

TEST(OwnFigures, WithoutACorpusAllAreNotMeasured) {
  auto const figures = own_figures_absent();

  EXPECT_EQ(figures.size(), 10U);
  for (auto const& figure : figures) EXPECT_FALSE(figure.parts.front().value) << figure.name;
}

}  // namespace
}  // namespace curveball::evaluation
