#include "interview/guard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/masked.hpp"
#include "interview/report.hpp"
#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

using ::testing::IsEmpty;
using testing::Player;
using ::testing::SizeIs;
using testing::small_program;

constexpr std::string_view own_words =
    "I look at the critical path first, because that is what sets the date of the launch.";
// Terms of a list that the small program does not know.
std::string const list =
    "stakeholders, alignment, roadmap, dashboard, retrospective, kick-off, milestones, budget, "
    "scope, quality, velocity, backlog, governance, transparency, mitigation, contingency, "
    "forecast, baseline, metrics, canary, rollout, monitoring, hypercare, feedback, ownership, "
    "vision, strategy, mission, values, culture, coaching, hiring, onboarding, compliance, audit, "
    "tooling, automation, sequencing, prioritisation, empathy";

std::vector<dialogue::Index> heard_in(Event const& event) {
  std::vector<dialogue::Index> heard;
  for (auto const& hit : event.reading.hits) heard.push_back(hit.concept_index);
  return heard;
}

TEST(Guard, AConceptIsHeardOutsideTheListWhereverItStandsFirst) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say("critical path, risk register, " + list + ". " +
                                 std::string(own_words) + " " + std::string(own_words) +
                                 " That is all I do about it, and I do it as soon as I can, and I "
                                 "would say so to them if they were to ask me what it is that I do "
                                 "when it is like that, as it is for us now and as it was then. We "
                                 "should have it by the time they have what they need from us.");

  EXPECT_THAT(event.reading.masked, ::testing::Not(IsEmpty()));
  EXPECT_FALSE(event.reading.list);
  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::critical_path));
  EXPECT_GT(event.reading.hits[0].evidence[0].span.begin, list.size());
}

TEST(Guard, InAListOnlySentencesCount) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say("Risk register: yes. " + list + ".\n\n" + std::string(own_words));

  EXPECT_TRUE(event.reading.list);
  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::critical_path));
}

TEST(Guard, ASentenceBehindAListIsNotItsEnd) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say("Accountable, risk register, " + list +
                                 ". Now the critical path is what I look at first.");

  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::critical_path));
}

TEST(Guard, ARedFlagIsHeardInsideAListToo) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say(list + ", their fault, " + list);

  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::blame));
}

TEST(Guard, WhereListsAreFairTheyCount) {
  auto program = small_program();
  program.asks[0].lists_ok = true;
  Player player(program);

  auto const& event = player.say(list + ", critical path");

  EXPECT_THAT(event.reading.masked, IsEmpty());
  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::critical_path));
}

TEST(Guard, EveryExpectedConceptInABreathIsABurst) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say("Critical path, accountable, risk register.");

  ASSERT_THAT(event.reading.masked, SizeIs(1));
  EXPECT_EQ(event.reading.masked[0].reason, text::MaskReason::burst);
  EXPECT_THAT(event.reading.hits, IsEmpty());
}

TEST(Guard, TheSameInASentenceIsNone) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say(
      "When I know the critical path, I make one person accountable for it and put the rest into "
      "the risk register.");

  EXPECT_THAT(event.reading.masked, IsEmpty());
  EXPECT_THAT(event.reading.hits, SizeIs(3));
}

TEST(Guard, RepeatingASentenceDoesNotMakeAnAnswerLonger) {
  auto const program = small_program();
  Player player(program);

  auto const& event = player.say("I find the critical path. I find the critical path.");

  ASSERT_THAT(event.reading.masked, SizeIs(1));
  EXPECT_EQ(event.reading.masked[0].reason, text::MaskReason::repeat);
  EXPECT_TRUE(event.reading.thin);
}

TEST(Guard, ACopyOfASampleIsToldAndCounts) {
  auto program = small_program();
  program.asks[0].samples[0].text = own_words;
  program.known = known_texts(program);
  Player player(program);

  auto const& event = player.say(std::string(own_words));

  ASSERT_THAT(event.reading.masked, SizeIs(1));
  EXPECT_EQ(event.reading.masked[0].reason, text::MaskReason::sample);
  EXPECT_THAT(heard_in(event), ::testing::ElementsAre(testing::critical_path));
}

TEST(Guard, AMethodInGeneralShowsNothingUnlessTheQuestionIsTechnical) {
  auto program = small_program();
  std::string const narration =
      "A single owner is typically named with a RACI matrix, which makes clear who is accountable "
      "and who merely has to be informed. The critical path is found by computing early and late "
      "start for each task. For the response to a risk there are classic strategies: avoid, "
      "transfer, mitigate and accept. The committee then reviews the log at regular intervals, and "
      "changes are handled by change control, so that all stakeholders stay aligned on the plan.";
  Player in_case(program);
  auto const masked = in_case.say(narration);
  program.asks[0].mode = Mode::technical;
  Player technical(program);
  auto const heard = technical.say(narration);

  ASSERT_THAT(masked.reading.masked, SizeIs(1));
  EXPECT_EQ(masked.reading.masked[0].reason, text::MaskReason::recital);
  EXPECT_THAT(masked.reading.hits, IsEmpty());
  EXPECT_THAT(heard.reading.hits, SizeIs(2));
}

TEST(Masked, TheReportSaysWhatDidNotCountAndWhatToDo) {
  auto const program = small_program();
  Player player(program);
  auto const seq = player.say(list + ", critical path").seq;

  auto const made = report(program, player.events());

  ASSERT_THAT(made.masked, SizeIs(1));
  EXPECT_EQ(made.masked[0].seq, seq);
  EXPECT_EQ(made.masked[0].masked.span.begin, 0U);
  EXPECT_NE(mask_in_words(made.masked[0].masked.reason), "");
  ASSERT_THAT(made.notes, SizeIs(1));
  EXPECT_THAT(made.notes[0].text, ::testing::HasSubstr("sentences"));
}

TEST(Masked, AnAnswerInSentencesHasNoNotes) {
  auto const program = small_program();
  Player player(program);
  player.say(std::string(own_words));

  auto const made = report(program, player.events());

  EXPECT_THAT(made.masked, IsEmpty());
  EXPECT_THAT(made.notes, IsEmpty());
}

}  // namespace
}  // namespace curveball::interview
