#include "rubric/grades.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rubric/random_rubric.hpp"

namespace curveball::rubric {
namespace {

using rubric::testing::Maker;

constexpr std::uint64_t random_cases = 3'000;

Rubric one_criterion() {
  Rubric rubric;
  Criterion criterion;
  criterion.k = 3;
  for (std::uint16_t i = 0; i < 3; ++i) criterion.feeds.push_back({i, {i}});
  criterion.levels[1].coverage_pm = 1;
  criterion.levels[2].coverage_pm = 667;
  criterion.levels[3].coverage_pm = 1000;
  criterion.must_have_from = Grade::l4;
  rubric.criteria = {criterion};
  rubric.profile = rubric::testing::four_step();
  return rubric;
}

std::vector<std::string> verdicts(std::vector<GradeView> const& views, Rubric const& rubric) {
  std::vector<std::string> ids;
  for (auto const& view : views) ids.push_back(rubric.profile.verdicts[view.judgement.verdict].id);
  return ids;
}

struct Heard {
  std::vector<std::uint16_t> credit;
  std::vector<std::uint8_t> thin = std::vector<std::uint8_t>(credit.size(), 0);
  std::vector<std::uint8_t> flagged = std::vector<std::uint8_t>(credit.size() + 1, 0);
  Ledger view() const { return {credit, thin, flagged}; }
};

TEST(AtGrade, AsksForMoreCoverageTheHigherTheGrade) {
  auto const rubric = one_criterion();

  EXPECT_EQ(at_grade(rubric, Grade::l4).criteria[0].levels[2].coverage_pm, 582);
  EXPECT_EQ(at_grade(rubric, Grade::l6).criteria[0].levels[2].coverage_pm, 752);
  EXPECT_EQ(at_grade(rubric, Grade::l8).criteria[0].levels[2].coverage_pm, 922);
}

TEST(AtGrade, LeavesTheRubricsOwnGradeAsItIsWritten) {
  auto const rubric = one_criterion();

  auto const same = at_grade(rubric, rubric.grade);

  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(same.criteria[0].levels[i].coverage_pm, rubric.criteria[0].levels[i].coverage_pm);
  }
}

TEST(AtGrade, LeavesTheFirstTwoLevelsAsTheyAre) {
  auto const moved = at_grade(one_criterion(), Grade::l8);

  EXPECT_EQ(moved.criteria[0].levels[0].coverage_pm, 0);
  EXPECT_EQ(moved.criteria[0].levels[1].coverage_pm, 1);
}

TEST(AtGrade, NeverAsksForMoreThanTheConceptsCanGive) {
  auto rubric = one_criterion();
  rubric.criteria[0].k = 4;
  rubric.criteria[0].levels[3].coverage_pm = 700;

  EXPECT_EQ(at_grade(rubric, Grade::l8).criteria[0].levels[3].coverage_pm, 750);
}

TEST(AtGrade, ChangesNoConceptOfAnyCriterion) {
  auto const rubric = one_criterion();
  auto const moved = at_grade(rubric, Grade::l7);

  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(moved.criteria[0].feeds[i].concept_index, rubric.criteria[0].feeds[i].concept_index);
  }
  EXPECT_EQ(moved.criteria[0].k, rubric.criteria[0].k);
}

TEST(LevelLens, JudgesTheSameAnswersFromTheLowestToTheHighestGrade) {
  auto const rubric = one_criterion();
  Heard const heard{{1000, 1000, 0}};

  auto const views = level_lens(rubric, heard.view());

  EXPECT_THAT(verdicts(views, rubric),
              ::testing::ElementsAre("hire", "hire", "no_hire", "no_hire", "no_hire"));
}

TEST(LevelLens, AsksForLevelFourOfMustHavesWhereTheProfileSaysSo) {
  auto rubric = one_criterion();
  for (auto& expected : rubric.profile.expectations) expected.coverage_pm = 0;
  Heard const heard{{1000, 1000, 0}};

  auto const views = level_lens(rubric, heard.view());

  EXPECT_THAT(verdicts(views, rubric),
              ::testing::ElementsAre("hire", "hire", "hire", "hire", "no_hire"));
}

TEST(LevelLens, IsTheJudgementItselfAtTheOwnGrade) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const made = Maker(seed).make();

    auto const views = level_lens(made.rubric, made.ledger());

    auto const own = static_cast<std::size_t>(made.rubric.grade) - 4;
    EXPECT_EQ(views[own].judgement, judge(made.rubric, made.ledger())) << seed;
  }
}

TEST(LevelLens, NeverGivesABetterVerdictAtAHigherGrade) {
  for (std::uint64_t seed = 0; seed < random_cases; ++seed) {
    auto const made = Maker(seed).make();

    auto const views = level_lens(made.rubric, made.ledger());

    for (std::size_t i = 1; i < views.size(); ++i) {
      EXPECT_GE(views[i].judgement.verdict, views[i - 1].judgement.verdict)
          << "seed " << seed << " at L" << i + 4;
    }
  }
}

TEST(LevelLens, NeverHasAHigherLevelOfACriterionAtAHigherGrade) {
  for (std::uint64_t seed = 0; seed < random_cases; ++seed) {
    auto const made = Maker(seed).make();

    auto const views = level_lens(made.rubric, made.ledger());

    for (std::size_t i = 1; i < views.size(); ++i) {
      auto const& lower = views[i - 1].judgement.criteria;
      for (std::size_t c = 0; c < lower.size(); ++c) {
        EXPECT_LE(views[i].judgement.criteria[c].level, lower[c].level) << seed;
        EXPECT_GE(views[i].judgement.criteria[c].must_have, lower[c].must_have) << seed;
      }
    }
  }
}

TEST(WhatStops, IsNothingAtTheBestVerdict) {
  auto const rubric = one_criterion();
  Heard const heard{{1000, 1000, 1000}};

  auto const stop = what_stops(rubric, judge(rubric, heard.view()));

  EXPECT_FALSE(stop.by_flags);
  EXPECT_FALSE(stop.criterion);
}

TEST(WhatStops, IsTheMustHaveBelowTheBar) {
  auto rubric = one_criterion();
  rubric.criteria.push_back(rubric.criteria[0]);
  rubric.criteria[1].feeds = {{3, {3}}, {4, {4}}, {5, {5}}};
  Heard const heard{{1000, 1000, 1000, 1000, 0, 0}};

  auto const stop = what_stops(rubric, judge(rubric, heard.view()));

  EXPECT_EQ(stop.criterion, 1);
}

TEST(WhatStops, IsTheNearestToTheTopWhereOnlySeveralTogetherDo) {
  auto rubric = one_criterion();
  for (std::size_t const first : {3U, 6U}) {
    rubric.criteria.push_back(rubric.criteria[0]);
    auto& feeds = rubric.criteria.back().feeds;
    for (std::uint16_t i = 0; i < 3; ++i) {
      auto const slot = static_cast<std::uint16_t>(first + i);
      feeds[i] = {slot, {slot}};
    }
  }
  rubric.criteria[0].must_have_from.reset();
  Heard const heard{{1000, 0, 0, 1000, 1000, 0, 1000, 1000, 0}};

  auto const stop = what_stops(rubric, judge(rubric, heard.view()));

  EXPECT_EQ(stop.criterion, 1);
}

TEST(WhatStops, IsTheRedFlagsWhenTheyAloneDecide) {
  auto rubric = one_criterion();
  rubric.caps = {{3, {0}}};
  Heard heard{{1000, 1000, 1000}};
  heard.flagged[3] = 2;

  auto const stop = what_stops(rubric, judge(rubric, heard.view()));

  EXPECT_TRUE(stop.by_flags);
  EXPECT_FALSE(stop.criterion);
}

}  // namespace
}  // namespace curveball::rubric
