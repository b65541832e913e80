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

}  // namespace
}  // namespace curveball::interview
