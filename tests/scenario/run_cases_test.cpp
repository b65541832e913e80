#include "scenario/run_cases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::load_edited;

// Failures of the fixture after one edit.
std::vector<CaseFailure> failures_after(std::string_view from, std::string_view to) {
  auto const loaded = load_edited(from, to, Checks::compile);
  if (!loaded.program) {
    ADD_FAILURE() << ::testing::PrintToString(testing::texts_of(loaded.diagnostics));
    return {};
  }
  return run_cases(*loaded.program, loaded.cases).failures;
}

TEST(RunCases, EveryCaseOfTheFixtureHolds) {
  auto const loaded = load(testing::fixtures(), std::string(testing::slip));
  ASSERT_TRUE(loaded.program);

  auto const report = run_cases(*loaded.program, loaded.cases);

  EXPECT_EQ(report.exemplars, 10U);
  EXPECT_EQ(report.walkthroughs, 3U);
  EXPECT_THAT(report.failures, IsEmpty());
}

TEST(RunCases, AHitTooMuchIsAFailure) {
  auto const failures = failures_after("\"hit\": [\"critical_path\"], \"probes\": [\"p_owner\"]",
                                       "\"hit\": [], \"probes\": [\"p_owner\"]");

  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].summary, "open.partial: expected to hit [], but got [critical_path]");
  EXPECT_FALSE(failures[0].is_walkthrough);
  EXPECT_THAT(failures[0].conversation, HasSubstr("candidate: I find the critical path before"));
  EXPECT_THAT(failures[0].conversation, HasSubstr("heard critical_path"));
  EXPECT_THAT(failures[0].conversation, HasSubstr("(open.probes.p_owner): Who does it?"));
}

TEST(RunCases, AProbeThatIsNotAskedIsAFailure) {
  auto const failures =
      failures_after("\"for\": \"owner\", ", "\"for\": \"owner\", \"when\": \"pressure > 1\", ");

  ASSERT_FALSE(failures.empty());
  EXPECT_EQ(failures[0].summary, "open.partial: expected probes [p_owner], but got []");
}

TEST(RunCases, LosingNowBreaksTheExemplarThatGuardsIt) {
  auto const failures =
      failures_after("\"goto\": \"cool_down\", \"now\": true", "\"goto\": \"cool_down\"");

  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].summary, "open.blamer: expected probes [], but got [p_path]");
}

TEST(RunCases, AnotherWayOnIsAFailureThatNamesTheRule) {
  auto const failures =
      failures_after("\"hits(open) >= 1 && calm\"", "\"hits(open) >= 2 && calm\"");

  ASSERT_EQ(failures.size(), 2U);
  EXPECT_EQ(failures[0].summary,
            "open.partial: expected to go to tradeoff, but got done by rule r_else");
  EXPECT_TRUE(failures[1].is_walkthrough);
}

TEST(RunCases, AnExemplarStartsAfterItsTurnHasSetItsVariables) {
  auto const failures = failures_after("\"set\": { \"pressure\": \"pressure + 1\" }",
                                       "\"set\": { \"pressure\": \"pressure + 5\" }");

  ASSERT_EQ(failures.size(), 2U);  // "pressure < 5" no longer lets p_path be asked.
  EXPECT_EQ(failures[0].name, "open.weak");
  EXPECT_EQ(failures[1].name, "weak_all");
}

TEST(RunCases, AWalkthroughFailsAtTheFirstTurnThatDiffers) {
  auto const failures =
      failures_after("[\"hello\", \"open\", \"done\"]", "[\"hello\", \"open\", \"tradeoff\"]");

  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].summary,
            "weak_all: expected path [hello, open, tradeoff], but got [hello, open, done], "
            "different from turn 3 on");
  EXPECT_EQ(failures[0].place.file, testing::slip);
}

TEST(RunCases, AWalkthroughChecksLevelsAndVerdict) {
  auto const level =
      failures_after("\"levels\": { \"delivery\": 1 }", "\"levels\": { \"delivery\": 2 }");
  auto const verdict =
      failures_after("\"verdict\": \"strong_no_hire\"", "\"verdict\": \"no_hire\"");

  ASSERT_EQ(level.size(), 1U);
  EXPECT_EQ(level[0].summary, "weak_all: expected level of delivery 2, but got 1");
  ASSERT_EQ(verdict.size(), 1U);
  EXPECT_EQ(verdict[0].summary,
            "weak_all: expected verdict no_hire, but got strong_no_hire by rule nothing");
}

TEST(RunCases, AnAnswerAfterTheEndIsRefused) {
  auto const failures =
      failures_after("\"@open.weak\", \"no idea\"", "\"@open.weak\", \"no idea\", \"more\"");

  ASSERT_EQ(failures.size(), 1U);
  EXPECT_EQ(failures[0].summary, "weak_all: step 3 was refused");
}

TEST(RunCases, WaitingFiresTheSoftThenTheHardLimit) {
  auto const wrong =
      failures_after("\"tradeoff\", \"quit\", \"closing_call\", \"ask_back\"]", "\"done\"]");

  ASSERT_EQ(wrong.size(), 1U);
  auto const& text = wrong[0].conversation;
  EXPECT_LT(text.find("[soft limit at 60 s]"), text.find("[hard limit at 120 s]"));
  EXPECT_THAT(text, HasSubstr("(open.time.soft): Give me a first move."));
}

}  // namespace
}  // namespace curveball::scenario
