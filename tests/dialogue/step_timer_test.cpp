#include <cstdint>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/full_ask.hpp"

namespace curveball::dialogue {
namespace {

using testing::begun;
using ::testing::ElementsAre;
using testing::full_ask;
using ::testing::IsEmpty;
using testing::Player;

Refusal refusal_of(Player const& player, Timer input) {
  auto const step = timer(player.script(), player.state(), {player.now_ms}, input, {});
  return step ? Refusal::already_started : step.error();
}

TEST(Prompt, NamesTheQuestionThatWaitsWithItsLimits) {
  auto player = begun(full_ask());
  player.now_ms = 4'000;

  player.say();

  EXPECT_EQ(waiting_prompt(player.script(), player.state()), (Prompt{.number = 2,
                                                                     .soft_ms = 60'000,
                                                                     .hard_ms = 120'000,
                                                                     .asked_at = {4'000},
                                                                     .turn = 0,
                                                                     .probe = 0,
                                                                     .hints_left = 2}));
}

TEST(Prompt, HasNoNumberWhenNothingWaits) {
  Script const script = compile(full_ask());

  EXPECT_EQ(waiting_prompt(script, fresh_state(script)), Prompt{});
}

TEST(Prompt, LimitsAreScaled) {
  Player player{full_ask()};

  player.begin({.time_scale_pm = 1500});

  auto const prompt = waiting_prompt(player.script(), player.state());
  EXPECT_EQ(prompt.soft_ms, 90'000);
  EXPECT_EQ(prompt.hard_ms, 180'000);
}

TEST(Prompt, TimeScaleZeroMeansNoLimits) {
  Player player{full_ask()};

  player.begin({.time_scale_pm = 0});

  auto const prompt = waiting_prompt(player.script(), player.state());
  EXPECT_EQ(prompt.soft_ms, 0);
  EXPECT_EQ(prompt.hard_ms, 0);
  player.now_ms = 10'000'000;
  EXPECT_EQ(refusal_of(player, {1, TimerKind::hard}), Refusal::stale_timer);
}

TEST(SoftTime, SaysItsLineAndTheQuestionStays) {
  auto player = begun(full_ask());
  player.now_ms = 60'000;

  player.time_out(TimerKind::soft);

  EXPECT_THAT(player.said(), ElementsAre("open.soft"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::nudge));
  EXPECT_EQ(player.waiting(), "open");
  EXPECT_EQ(player.state().prompt, 1U);
}

TEST(SoftTime, IsSaidOnceAVisitProbesIncluded) {
  auto player = begun(full_ask());
  player.now_ms = 60'000;
  player.time_out(TimerKind::soft);
  EXPECT_EQ(waiting_prompt(player.script(), player.state()).soft_ms, 0);
  EXPECT_EQ(refusal_of(player, {1, TimerKind::soft}), Refusal::stale_timer);

  player.say();
  player.now_ms = 500'000;

  EXPECT_EQ(refusal_of(player, {2, TimerKind::soft}), Refusal::stale_timer);
}

TEST(SoftTime, IsSaidAgainInANewVisit) {
  auto player = begun({.turns = {{.id = "open", .soft_ms = 10, .next = {{"open"}}}}});
  player.now_ms = 10;
  player.time_out(TimerKind::soft);
  player.say();
  player.now_ms = 20;

  player.time_out(TimerKind::soft);

  EXPECT_THAT(player.said(), ElementsAre("open.soft"));
}

TEST(HardTime, GoesOnAsASkipWithItsOwnNotice) {
  auto player = begun(full_ask());
  player.now_ms = 120'000;

  player.time_out(TimerKind::hard);

  EXPECT_THAT(player.said(), ElementsAre("time_up_say", "basics"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::notice, LineKind::ask));
}

TEST(HardTime, CountsFromTheProbeThatWaits) {
  auto player = begun(full_ask());
  player.now_ms = 100'000;
  player.say();
  player.now_ms = 219'999;
  EXPECT_EQ(refusal_of(player, {2, TimerKind::hard}), Refusal::stale_timer);

  player.now_ms = 220'000;
  player.time_out(TimerKind::hard);

  EXPECT_EQ(player.waiting(), "basics");
}

TEST(Timer, IsStaleOneMillisecondEarly) {
  auto player = begun(full_ask());
  player.now_ms = 59'999;
  EXPECT_EQ(refusal_of(player, {1, TimerKind::soft}), Refusal::stale_timer);

  player.now_ms = 119'999;
  EXPECT_EQ(refusal_of(player, {1, TimerKind::hard}), Refusal::stale_timer);
}

TEST(Timer, ForAnotherPromptIsStale) {
  auto player = begun(full_ask());
  player.now_ms = 500'000;
  player.say();
  player.now_ms = 1'000'000;

  EXPECT_EQ(refusal_of(player, {1, TimerKind::hard}), Refusal::stale_timer);
  EXPECT_EQ(refusal_of(player, {3, TimerKind::hard}), Refusal::stale_timer);
}

TEST(Timer, IsStaleWhereTheTurnHasNoLimit) {
  auto player = begun(full_ask());
  player.command(Command::skip);
  player.now_ms = 1'000'000;

  EXPECT_EQ(refusal_of(player, {2, TimerKind::soft}), Refusal::stale_timer);
  EXPECT_EQ(refusal_of(player, {2, TimerKind::hard}), Refusal::stale_timer);
}

TEST(Clock, NeverRunsBackwards) {
  auto player = begun(full_ask());
  player.now_ms = 5'000;
  player.say();
  player.now_ms = 3'000;

  player.say();

  EXPECT_EQ(player.state().now.ms, 5'000);
  EXPECT_EQ(player.state().prompted_at.ms, 5'000);
}

TEST(Clock, OfAnEarlierMomentStillMakesADueTimerDue) {
  auto player = begun(full_ask());
  player.now_ms = 130'000;
  player.command(Command::repeat);
  player.now_ms = 0;

  player.time_out(TimerKind::hard);

  EXPECT_EQ(player.waiting(), "basics");
}

}  // namespace
}  // namespace curveball::dialogue
