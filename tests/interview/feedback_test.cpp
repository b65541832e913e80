#include "interview/feedback.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/report.hpp"
#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Player;
using ::testing::SizeIs;

Program const& program() {
  static Program const made = testing::small_program();
  return made;
}

Report report_after(std::initializer_list<char const*> answers, Program const& of = program()) {
  Player player(of);
  for (auto const* text : answers) player.say(text);
  if (player.session().state.phase != dialogue::Phase::over) {
    player.command(dialogue::Command::end);
  }
  return report(of, player.events());
}

std::string verdict_of(Report const& report) {
  return program().rubric.profile.verdicts[report.judgement.verdict].id;
}

TEST(LiftReport, NamesInWordsWhatWouldLiftTheVerdict) {
  auto const made = report_after({"I look at the long pole of this launch and nothing else."});

  auto const& lift = made.feedback.lift;
  EXPECT_EQ(lift.words, "One thing more would make it Hire: \u201cRisks\u201d.");
  EXPECT_FALSE(lift.elsewhere);
}

TEST(LiftReport, HoldsWhenWhatItNamesIsSaid) {
  auto const before = report_after({"I look at the long pole of this launch and nothing else."});
  ASSERT_EQ(verdict_of(before), "no_hire");

  auto const after =
      report_after({"I look at the long pole of this launch and write a risk register."});

  EXPECT_EQ(after.judgement.verdict, before.feedback.lift.lift->verdict);
}

TEST(LiftReport, IsEmptyAtTheBestVerdict) {
  auto const made =
      report_after({"I look at the long pole of this launch and write a risk register."});

  ASSERT_EQ(verdict_of(made), "hire");
  EXPECT_FALSE(made.feedback.lift.lift);
  EXPECT_THAT(made.feedback.lift.words, IsEmpty());
}

TEST(LiftReport, LooksInTheWholeInterviewWhenNoAskWasAnswered) {
  auto const made = report_after({});

  ASSERT_TRUE(made.feedback.lift.lift);
  EXPECT_TRUE(made.feedback.lift.elsewhere);
}

TEST(LiftReport, NamesTheRedFlagWhenItAloneHoldsTheVerdict) {
  auto const made = report_after(
      {"I look at the long pole of this launch and write a risk register, it is their fault."});

  EXPECT_EQ(made.feedback.lift.words, "Without \u201cBlame\u201d, it would be Hire.");
}

TEST(LiftReport, AsksForAFullerAnswerByTheWordsThatItNeeds) {
  auto const made = report_after({"Long pole, risk register."});

  EXPECT_EQ(made.feedback.lift.words, "An answer of at least 8 words would make it Hire.");
}

TEST(LiftWords, CountAndListSeveralThings) {
  rubric::Lift const lift{.say = {0, 2}, .fuller = {0}, .verdict = 0};

  EXPECT_EQ(lift_in_words(program(), lift),
            "An answer of at least 8 words and two things more would make it Hire: "
            "\u201cCritical path\u201d and \u201cRisks\u201d.");
}

TEST(LiftWords, SayWhatToLeaveOutAndWhatToAdd) {
  rubric::Lift const lift{.say = {2}, .unsay = {testing::blame}, .verdict = 0};

  EXPECT_EQ(lift_in_words(program(), lift),
            "Without \u201cBlame\u201d, with one thing more, it would be Hire: "
            "\u201cRisks\u201d.");
}

TEST(Grades, NameTheCriterionThatStopsEachAndWhatItWants) {
  auto const made = report_after({"I look at the long pole of this launch and nothing else."});

  ASSERT_THAT(made.feedback.grades, SizeIs(5));
  auto const& at_l4 = made.feedback.grades.front();
  EXPECT_EQ(at_l4.grade, rubric::Grade::l4);
  EXPECT_EQ(at_l4.criterion, 0);
  EXPECT_EQ(at_l4.level, 2);
  EXPECT_EQ(at_l4.next, "Level 3 needs \u201cRisks\u201d.");
}

TEST(Grades, HaveMoreMustHavesTheHigherTheyAre) {
  auto stricter = testing::small_program();
  stricter.rubric.criteria[1].must_have_from = rubric::Grade::l7;

  auto const made =
      report_after({"I look at the long pole of this launch and write a risk register."}, stricter);

  std::vector<int> verdicts;
  for (auto const& grade : made.feedback.grades) verdicts.push_back(grade.verdict);
  EXPECT_THAT(verdicts, ElementsAre(0, 0, 0, 1, 1));
  EXPECT_EQ(made.feedback.grades.back().criterion, 1);
}

}  // namespace
}  // namespace curveball::interview
