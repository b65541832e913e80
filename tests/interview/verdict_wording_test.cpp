#include <gtest/gtest.h>

#include "interview/small_program.hpp"
#include "interview/wording.hpp"

namespace curveball::interview {
namespace {

using rubric::Fact;

// The small interview with a scale of four steps and a third criterion that nothing feeds fully.
Program four_steps() {
  auto program = testing::small_program();
  program.rubric.criteria[0].name = "Action and its price";
  program.rubric.criteria[1].name = "People";
  program.rubric.profile.verdicts = {{"strong_hire", "Strong Hire"},
                                     {"hire", "Hire"},
                                     {"no_hire", "No Hire"},
                                     {"strong_no_hire", "Strong No Hire"}};
  program.rubric.profile.rules = {
      {"nothing", 3, "Nothing counted.", {{Fact::criteria_with_evidence, {}, 0}}},
      {"flags", 3, "Too many red flags.", {{Fact::capping_flags, 2, {}}}},
      {"empty",
       3,
       "Mostly empty.",
       {{Fact::must_haves_at_1, 1, {}}, {Fact::criteria_at_1_pm, 500, {}}}},
      {"strong",
       0,
       "Clearly above.",
       {{Fact::must_haves_lowest, 3, {}},
        {Fact::criteria_at_4_pm, 1000, {}},
        {Fact::criteria_at_1, {}, 0}}},
      {"solid",
       1,
       "Meets the bar.",
       {{Fact::must_haves_lowest, 3, {}}, {Fact::criteria_at_1, {}, 1}}},
      {"else", 2, "Below the bar.", {}}};
  return program;
}

// Credits: 0 critical path and 2 risks feed the must-have, 1 one owner feeds the other.
std::string why(std::vector<std::uint16_t> credit, std::uint8_t flagged = 0) {
  auto const program = four_steps();
  credit.resize(5, 0);
  std::vector<std::uint8_t> const thin(5, 0);
  std::vector<std::uint8_t> flags(5, 0);
  flags[testing::blame] = flagged;
  return verdict_in_words(program, rubric::judge(program.rubric, {credit, thin, flags}));
}

TEST(VerdictWording, OfNoHireNamesTheMustHaveThatIsTooLow) {
  EXPECT_EQ(why({1000, 1000, 0}),
            "Action and its price is at level 2; a must-have needs 3. Below the bar.");
}

TEST(VerdictWording, OfNoHireNamesTheRedFlagThatHeldTheMustHave) {
  EXPECT_EQ(why({1000, 1000, 1000}, 1),
            "Action and its price is at level 2, held there by the red flag “Blame”; a must-have "
            "needs 3. Below the bar.");
}

TEST(VerdictWording, OfStrongNoHireNamesTheRedFlagsAndHowOften) {
  EXPECT_EQ(why({1000, 1000, 1000}, 2), "Red flag: “Blame” (2 times). Too many red flags.");
}

TEST(VerdictWording, OfStrongNoHireNamesWhatIsAtLevelOne) {
  EXPECT_EQ(why({0, 1000, 0}),
            "Must-have at level 1: Action and its price. At level 1: 1 of 2 criteria (Action and "
            "its price). Mostly empty.");
}

TEST(VerdictWording, WhenNothingWasHeardTheRuleSaysItAll) {
  EXPECT_EQ(why({0, 0, 0}), "Nothing counted.");
}

TEST(VerdictWording, OfHireNamesWhatStrongHireWants) {
  EXPECT_EQ(why({1000, 0, 1000}),
            "Strong Hire needs 2 of 2 criteria at level 4; only Action and its price is. People is "
            "at level 1; Strong Hire allows none. Meets the bar.");
}

TEST(VerdictWording, OfStrongHireNamesWhatIsAtLevelFour) {
  EXPECT_EQ(why({1000, 1000, 1000}),
            "Action and its price and People are at level 4. Clearly above.");
}

}  // namespace
}  // namespace curveball::interview
