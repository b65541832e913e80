#include "interview/report.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using testing::Player;
using ::testing::SizeIs;

Program const& program() {
  static Program const made = testing::small_program();
  return made;
}

Report report_after(std::initializer_list<char const*> answers) {
  Player player(program());
  for (auto const* text : answers) player.say(text);
  if (player.session().state.phase != dialogue::Phase::over) {
    player.command(dialogue::Command::end);
  }
  return report(program(), player.events());
}

TEST(Report, AnAnswerWithNothingInItGetsLevelOneAndNoQuote) {
  auto const made = report_after({"We should all work harder and hold more meetings every day."});

  for (auto const& criterion : made.criteria) {
    EXPECT_EQ(criterion.result.level, 1);
    EXPECT_THAT(criterion.quotes, IsEmpty());
    EXPECT_THAT(criterion.rule, HasSubstr("None of the evidence"));
  }
  EXPECT_EQ(program().rubric.profile.verdicts[made.judgement.verdict].id, "no_hire");
}

TEST(Report, QuotesNameTheAnswerTheyStandIn) {
  auto const made = report_after({"I look at the critical path and nothing else."});

  ASSERT_THAT(made.criteria[0].quotes, SizeIs(1));
  EXPECT_EQ(made.criteria[0].quotes[0].seq, 2U);
  EXPECT_EQ(made.criteria[0].quotes[0].credit_pm, 1000);
}

TEST(Report, ListsWhatWasNotSaidOfAnsweredAsksOnly) {
  auto const made = report_after({"I look at the critical path and nothing else."});

  ASSERT_THAT(made.criteria[0].not_said, SizeIs(1));
  EXPECT_EQ(made.criteria[0].not_said[0].concept_index, testing::risk);
  EXPECT_EQ(made.criteria[0].not_said[0].worth_pm, 500);
  ASSERT_THAT(made.criteria[1].not_said, SizeIs(1)) << "the handover was never asked about";
  EXPECT_EQ(made.criteria[1].not_said[0].concept_index, testing::owner);
}

TEST(Report, ListsWhatWasNotSaidOnceWhereItIsWorthMost) {
  auto shared = testing::small_program();
  shared.rubric.criteria[1].feeds.push_back({testing::risk, {2}});
  Player player(shared);
  player.say("I look at the critical path and nothing else.");
  player.command(dialogue::Command::end);

  auto const made = report(shared, player.events());

  ASSERT_THAT(made.criteria[1].not_said, SizeIs(2)) << "one item alone makes this criterion full";
  EXPECT_EQ(made.criteria[1].not_said[1].concept_index, testing::risk);
  EXPECT_THAT(made.criteria[0].not_said, IsEmpty());
}

TEST(Report, DoesNotListWhatWouldAddNothing) {
  auto full = testing::small_program();
  full.rubric.criteria[0].k = 1;
  Player player(full);
  player.say("I look at the critical path and nothing else.");
  player.command(dialogue::Command::end);

  EXPECT_THAT(report(full, player.events()).criteria[0].not_said, IsEmpty());
}

TEST(Report, ListsWhatTheNextLevelWantsByNameThoughItsCoverageIsFull) {
  auto named = testing::small_program();
  named.rubric.criteria[0].k = 1;
  named.rubric.criteria[0].levels[3].needs = {testing::risk};
  Player player(named);
  player.say("I look at the critical path and nothing else.");
  player.command(dialogue::Command::end);

  auto const made = report(named, player.events());

  ASSERT_THAT(made.criteria[0].not_said, SizeIs(1));
  EXPECT_EQ(made.criteria[0].not_said[0].worth_pm, 0);
}

TEST(Report, ShowsSamplesOfAttemptedAsksOnly) {
  auto const made = report_after({"I look at the critical path, a single owner and the rest."});

  ASSERT_THAT(made.asks, SizeIs(2));
  EXPECT_THAT(made.asks[0].samples, SizeIs(1));
  EXPECT_THAT(made.asks[1].samples, IsEmpty());
}

TEST(Report, WhatIsNoAnswerIsNoAttempt) {
  for (auto const* said :
       {"How many teams are there?", "Could you say that again?", "I do not know."}) {
    auto const made = report_after({said});

    ASSERT_THAT(made.asks, SizeIs(1)) << said;
    EXPECT_THAT(made.asks[0].samples, IsEmpty()) << said;
    EXPECT_THAT(made.criteria[0].not_said, IsEmpty()) << said;
  }
}

TEST(Report, AnAnswerAfterAClarifyingQuestionIsAnAttempt) {
  auto const made =
      report_after({"How many teams are there?", "We should all work harder every day."});

  EXPECT_THAT(made.asks[0].answers, SizeIs(2));
  EXPECT_THAT(made.asks[0].samples, SizeIs(1));
  EXPECT_THAT(made.criteria[0].not_said, SizeIs(2));
}

TEST(Report, IsPartialWhenEndedEarlyAndWholeWhenFinished) {
  EXPECT_TRUE(report_after({"I look at the critical path and nothing else."}).partial);
  EXPECT_FALSE(report_after({"The critical path, with a single owner for each late piece.",
                             "A single owner for every hand-off that we have."})
                   .partial);
}

TEST(Report, ARedFlagIsQuotedWithWhatItCapped) {
  auto const made = report_after(
      {"The critical path and a risk register, with a single owner, but it is their fault."});

  ASSERT_THAT(made.flags, SizeIs(1));
  EXPECT_THAT(made.flags[0].quotes, SizeIs(1));
  EXPECT_THAT(made.flags[0].capped, ::testing::ElementsAre(0));
  EXPECT_EQ(made.criteria[0].result.level, 2);
  EXPECT_THAT(made.criteria[0].rule, Not(HasSubstr("ed flag")));
  EXPECT_EQ(made.criteria[0].shown, "Would be level 4; held at 2 by: Blame.");
  EXPECT_THAT(made.criteria[0].next_condition, HasSubstr("Without “Blame”"));
}

TEST(Report, NamesWhatTheNextLevelWants) {
  auto const made = report_after({"I look at the critical path and nothing else."});

  EXPECT_EQ(made.criteria[0].result.level, 2);
  EXPECT_EQ(made.criteria[0].next_condition, "Level 3 needs “Risks”.");
}

TEST(Report, TheTopLevelWantsNothingMore) {
  auto const made = report_after(
      {"The critical path and a risk register, and then a single owner for each of them."});

  EXPECT_EQ(made.criteria[0].result.level, 4);
  EXPECT_THAT(made.criteria[0].next_condition, IsEmpty());
}

TEST(Report, CountsAnswersAndWords) {
  auto const made = report_after({"I look at the critical path and nothing else."});

  EXPECT_EQ(made.answers, 1U);
  EXPECT_EQ(made.words, 9U);
}

}  // namespace
}  // namespace curveball::interview
