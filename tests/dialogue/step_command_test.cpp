#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "dialogue/full_ask.hpp"

namespace curveball::dialogue {
namespace {

using testing::begun;
using ::testing::ElementsAre;
using testing::full_ask;
using ::testing::IsEmpty;
using testing::Player;

TEST(Repeat, AskedForInWordsSaysTheQuestionAgain) {
  auto player = begun(full_ask());

  player.give({.asks_repeat = true});

  EXPECT_THAT(player.said(), ElementsAre("repeat_say", "open"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::repeat, LineKind::repeat));
  EXPECT_EQ(player.state().prompt, 1U);
}

TEST(Repeat, CommandSaysTheWaitingProbe) {
  auto player = begun(full_ask());
  player.say();

  player.command(Command::repeat);

  EXPECT_THAT(player.said(), ElementsAre("repeat_say", "p_path"));
  EXPECT_THAT(player.outcome().changes, IsEmpty());
}

TEST(Repeat, SaysExactlyTheVariantThatWasAsked) {
  auto player = begun({.turns = {{.id = "open",
                                  .variants = {"a", "b", "c"},
                                  .pick = Pick::shuffle,
                                  .next = {{"open"}}}}});
  for (int visit = 0; visit < 9; ++visit) {
    auto const asked = player.texts().back();

    player.command(Command::repeat);

    EXPECT_EQ(player.texts().back(), asked);
    player.say();
  }
}

TEST(Skip, GoesStraightToTheRules) {
  auto player = begun(full_ask());

  player.command(Command::skip);

  EXPECT_THAT(player.said(), ElementsAre("skip_say", "basics"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::notice, LineKind::ask));
}

TEST(Skip, OfAProbeLeavesTheTurn) {
  auto player = begun(full_ask());
  player.say({"path", "owner"});

  player.command(Command::skip);

  EXPECT_EQ(player.waiting(), "more");
}

TEST(End, CommandEndsEarly) {
  auto player = begun(full_ask());

  player.command(Command::end);

  EXPECT_THAT(player.said(), ElementsAre("end_say"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::end));
  EXPECT_EQ(player.state().ending, Ending::ended_early);
  EXPECT_EQ(waiting_prompt(player.script(), player.state()), Prompt{});
}

TEST(End, TurnFinishesTheInterview) {
  auto player = begun(full_ask());
  player.command(Command::skip);

  player.say();

  EXPECT_EQ(player.waiting(), "over");
  EXPECT_EQ(player.state().ending, Ending::finished);
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::end));
}

TEST(Hint, ComeInAuthoredOrderUntilNoneIsLeft) {
  auto player = begun(full_ask());
  EXPECT_EQ(waiting_prompt(player.script(), player.state()).hints_left, 2);

  player.command(Command::hint);
  EXPECT_THAT(player.said(), ElementsAre("h_path"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::hint));
  player.command(Command::hint);
  EXPECT_THAT(player.said(), ElementsAre("h_all"));

  auto const third = command(player.script(), player.state(), {}, Command::hint, {});
  EXPECT_EQ(third.error(), Refusal::no_hint_left);
  EXPECT_EQ(waiting_prompt(player.script(), player.state()).hints_left, 0);
}

TEST(Credit, IsFullWhenUnprompted) {
  auto const player = begun(full_ask());

  EXPECT_EQ(player.heard("path").credit_pm, 1000);
}

TEST(Credit, IsHalfForWhatTheWaitingProbeAsksFor) {
  auto player = begun(full_ask());

  player.say();

  EXPECT_EQ(player.heard("path").credit_pm, 500);
  EXPECT_EQ(player.heard("owner").credit_pm, 1000);
}

TEST(Credit, IsAQuarterForWhatAGivenHintHelpsAlsoWhenProbed) {
  auto player = begun(full_ask());
  player.command(Command::hint);
  EXPECT_EQ(player.heard("path").credit_pm, 250);
  EXPECT_EQ(player.heard("owner").credit_pm, 1000);

  player.say();

  EXPECT_EQ(player.heard("path").credit_pm, 250);
}

TEST(Credit, AHintOfOneTurnDoesNotCountInAnother) {
  auto player = begun(
      {.concepts = {"path"},
       .turns = {{.id = "one", .expects = {"path"}, .hints = {{"h", {"path"}}}, .next = {{"two"}}},
                 {.id = "two", .expects = {"path"}, .next = {{"two"}}}}});
  player.command(Command::hint);

  player.say();

  EXPECT_EQ(player.heard("path").credit_pm, 1000);
}

TEST(Credit, IsFullWhileNothingWaits) {
  Script const script = compile(full_ask());

  EXPECT_EQ(credit_multiplier(script, fresh_state(script), 0), 1000);
}

}  // namespace
}  // namespace curveball::dialogue
