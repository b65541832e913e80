#include "interview/wording.hpp"

#include <gtest/gtest.h>

#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

Program const& program() {
  static Program const made = testing::small_program();
  return made;
}

// A criterion at level 2 for which something was heard.
rubric::CriterionResult at_two() {
  rubric::CriterionResult result;
  result.level = 2;
  result.uncapped_level = 2;
  result.coverage_pm = 250;
  return result;
}

std::string wants(rubric::NextLevel next) {
  auto result = at_two();
  result.next = std::move(next);
  return next_condition_in_words(program(), result);
}

TEST(NextCondition, SaysHowManyOfWhichWhenNotAllAreNeeded) {
  EXPECT_EQ(wants({.more_of = {0, 1, 2}, .more = 2}),
            "Level 3 needs two more of: “Critical path”, “One owner”, “Risks”.");
  EXPECT_EQ(wants({.more_of = {0, 1, 2}, .more = 1}),
            "Level 3 needs one more of: “Critical path”, “One owner”, “Risks”.");
}

TEST(NextCondition, DoesNotSayMoreWhenNothingWasHeardYet) {
  rubric::CriterionResult result;
  result.next = {.more_of = {0, 2}, .more = 1};

  EXPECT_EQ(next_condition_in_words(program(), result),
            "Level 2 needs one of: “Critical path”, “Risks”.");
}

TEST(NextCondition, SaysThatAllAreNeeded) {
  EXPECT_EQ(wants({.more_of = {0}, .more = 1}), "Level 3 needs “Critical path”.");
  EXPECT_EQ(wants({.more_of = {0, 2}, .more = 2}),
            "Level 3 needs both of these: “Critical path”, “Risks”.");
  EXPECT_EQ(wants({.more_of = {0, 1, 2}, .more = 3}),
            "Level 3 needs all of these: “Critical path”, “One owner”, “Risks”.");
}

TEST(NextCondition, SaysWhenPartsMustBeSaidInFull) {
  EXPECT_EQ(wants({.more_of = {0}, .more = 1, .in_full = true}),
            "Level 3 needs “Critical path” in full and without help.");
  EXPECT_EQ(wants({.more_of = {0, 2}, .more = 1, .in_full = true}),
            "Level 3 needs one of these in full and without help: “Critical path”, “Risks”.");
}

TEST(NextCondition, JoinsWhatIsNeededByNameWithTheRest) {
  EXPECT_EQ(wants({.needs = {0, 1}}), "Level 3 needs “Critical path” and “One owner”.");
  EXPECT_EQ(wants({.needs = {0}, .one_of = {1, 2}, .more_of = {1, 2}, .more = 1}),
            "Level 3 needs “Critical path”; one of: “One owner”, “Risks”; and one more of: "
            "“One owner”, “Risks”.");
}

TEST(NextCondition, TellsWhatTheCapCosts) {
  auto result = at_two();
  result.uncapped_level = 4;
  result.limit = rubric::Limit::red_flag;
  result.limiting_concept = testing::blame;
  result.next.lifted_cap = true;

  EXPECT_EQ(next_condition_in_words(program(), result), "Without “Blame” this would be level 4.");
}

TEST(LevelInWords, OfACappedLevelNamesWhatHoldsItAndNotTheLowerAnchor) {
  auto result = at_two();
  result.uncapped_level = 4;
  result.limit = rubric::Limit::red_flag;
  result.limiting_concept = testing::blame;

  auto const flagged = level_in_words(program(), program().rubric.criteria[0], result);
  result.limit = rubric::Limit::thin_answers;
  result.limiting_concept.reset();
  auto const thin = level_in_words(program(), program().rubric.criteria[0], result);

  EXPECT_EQ(flagged, "Would be level 4; held at 2 by: Blame.");
  EXPECT_EQ(thin,
            "Would be level 4; held at 2 by: every answer that counted here was too short to carry "
            "more.");
}

TEST(LevelInWords, IsTheAnchorWhenNothingCapsIt) {
  EXPECT_EQ(level_in_words(program(), program().rubric.criteria[0], at_two()), "some");
}

// A criterion that gives four points.
rubric::Criterion of_four() {
  auto criterion = program().rubric.criteria[0];
  criterion.k = 4;
  for (auto& level : criterion.levels) level = {};
  criterion.levels[1].coverage_pm = 1;
  criterion.levels[2].coverage_pm = 550;
  criterion.levels[3].coverage_pm = 1000;
  return criterion;
}

std::string rule_of(rubric::Criterion const& criterion, std::uint16_t coverage_pm,
                    std::uint8_t level) {
  rubric::CriterionResult result;
  result.coverage_pm = coverage_pm;
  result.uncapped_level = level;
  result.level = level;
  return level_rule_in_words(program(), criterion, result);
}

TEST(LevelRule, CountsPointsAndNotPerCent) {
  EXPECT_EQ(rule_of(of_four(), 1000, 4), "You earned 4 of 4 points; level 4 asks for 4.");
  EXPECT_EQ(rule_of(of_four(), 250, 2),
            "You earned 1 of 4 points; level 2 asks for anything at "
            "all.");
  EXPECT_EQ(rule_of(of_four(), 0, 1), "None of the evidence it looks for was heard.");
}

TEST(LevelRule, SaysThatHelpCountsInPartOnlyWhereItDid) {
  EXPECT_EQ(rule_of(of_four(), 625, 3),
            "You earned 2½ of 4 points; level 3 asks for 2¼. What you say with help, or only in "
            "part, counts in part.");
  EXPECT_EQ(rule_of(of_four(), 63, 2),
            "You earned ¼ of 4 points; level 2 asks for anything at all. What you say with help, "
            "or only in part, counts in part.");
}

TEST(LevelRule, TwoThirdsOfThreePointsAreTwo) {
  auto criterion = of_four();
  criterion.k = 3;
  criterion.levels[2].coverage_pm = 667;

  EXPECT_EQ(rule_of(criterion, 667, 3), "You earned 2 of 3 points; level 3 asks for 2.");
}

TEST(LevelRule, NeverShowsFewerPointsThanTheLevelThatWasReachedAsksFor) {
  auto criterion = of_four();
  criterion.k = 6;
  criterion.levels[2].coverage_pm = 580;  // 3.48 points.

  EXPECT_EQ(rule_of(criterion, 580, 3).substr(0, 51),
            "You earned 3½ of 6 points; level 3 asks for 3½. W");
}

TEST(LevelRule, NamesWhatMustBeAmongThePoints) {
  auto criterion = of_four();
  criterion.levels[2].needs = {0, 1};
  criterion.levels[2].one_of = {1, 2};

  EXPECT_EQ(rule_of(criterion, 750, 3),
            "You earned 3 of 4 points; level 3 asks for 2¼, with “Critical path”, “One owner” and "
            "one of “One owner” or “Risks” among them.");
}

}  // namespace
}  // namespace curveball::interview
