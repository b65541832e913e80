#include "dialogue/step.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/full_ask.hpp"

namespace curveball::dialogue {
namespace {

using testing::begun;
using ::testing::ElementsAre;
using testing::full_ask;
using ::testing::IsEmpty;
using testing::Player;

TEST(Begin, SaysTheFirstTurnAndWaits) {
  auto const player = begun(full_ask());

  EXPECT_EQ(player.waiting(), "open");
  EXPECT_THAT(player.said(), ElementsAre("open"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::ask));
  EXPECT_EQ(player.state().prompt, 1U);
}

TEST(Begin, GoesThroughWhatDoesNotWait) {
  auto const player = begun({.turns = {{.id = "hello", .kind = TurnKind::say, .next = {{"open"}}},
                                       {.id = "open", .next = {{"done"}}},
                                       {.id = "done", .kind = TurnKind::end}}});

  EXPECT_THAT(player.said(), ElementsAre("hello", "open"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::say, LineKind::ask));
}

TEST(Begin, RefusesASecondTime) {
  auto const player = begun(full_ask());

  auto const again = begin(player.script(), player.state(), {});

  ASSERT_FALSE(again);
  EXPECT_EQ(again.error(), Refusal::already_started);
}

TEST(Begin, KeepsSeedTimeScaleAndForcedDraws) {
  Player player{full_ask()};

  player.begin({.seed = 7, .time_scale_pm = 1500, .forced = {none}});

  EXPECT_EQ(player.state().seed, 7U);
  EXPECT_EQ(player.state().time_scale_pm, 1500);
  EXPECT_THAT(player.state().forced, ElementsAre(none));
}

TEST(Begin, CountsTimeFromItsOwnNow) {
  Script const script = compile(full_ask());

  auto const step = begin(script, fresh_state(script), {}, {500});

  EXPECT_EQ(step->next.prompted_at.ms, 500);
  EXPECT_EQ(step->next.now.ms, 500);
}

TEST(Answer, IsRefusedBeforeTheBeginning) {
  Script const script = compile(full_ask());
  State const fresh = fresh_state(script);

  EXPECT_EQ(answer(script, fresh, {}, {}).error(), Refusal::not_started);
  EXPECT_EQ(command(script, fresh, {}, Command::end, {}).error(), Refusal::not_started);
  EXPECT_EQ(timer(script, fresh, {}, {}, {}).error(), Refusal::not_started);
}

TEST(Answer, IsRefusedWhenAllIsOver) {
  auto player = begun(full_ask());
  player.command(Command::end);
  auto const& script = player.script();

  EXPECT_EQ(answer(script, player.state(), {}, {}).error(), Refusal::already_over);
  EXPECT_EQ(command(script, player.state(), {}, Command::end, {}).error(), Refusal::already_over);
  EXPECT_EQ(timer(script, player.state(), {}, {}, {}).error(), Refusal::already_over);
  EXPECT_EQ(begin(script, player.state(), {}).error(), Refusal::already_started);
}

TEST(Answer, TakesTheFirstRuleThatHolds) {
  auto player = begun(full_ask());

  player.say({"path", "owner", "risk"});

  EXPECT_EQ(player.waiting(), "more");
  EXPECT_EQ(player.changes(ChangeKind::rule).at(0).b, 1);
}

TEST(Answer, AsksForWhatWasMissedInAuthoredOrder) {
  auto player = begun(full_ask());

  player.say({"owner"});
  EXPECT_EQ(player.waiting(), "p_path");
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::probe));

  player.say();
  EXPECT_EQ(player.waiting(), "p_risk");
}

TEST(Answer, AsksNoMoreProbesThanAllowed) {
  auto player = begun(full_ask());

  player.say();
  player.say();
  player.say();

  EXPECT_EQ(player.waiting(), "basics");
}

TEST(Answer, DoesNotProbeForWhatAProbesAnswerGave) {
  auto player = begun(full_ask());

  player.say();
  player.say({"path", "owner"});

  EXPECT_EQ(player.waiting(), "p_risk");
}

TEST(Answer, ProbeWaitsAsANewPrompt) {
  auto player = begun(full_ask());
  player.now_ms = 4000;

  player.say();

  EXPECT_EQ(player.state().prompt, 2U);
  EXPECT_EQ(player.state().prompted_at.ms, 4000);
}

TEST(Answer, NowRuleComesBeforeAnyProbe) {
  auto player = begun(full_ask());

  player.say({"blame"});

  EXPECT_EQ(player.waiting(), "cool");
  EXPECT_THAT(player.changes(ChangeKind::probe), IsEmpty());
}

TEST(Answer, NowRuleIsLookedAtAfterAProbesAnswerToo) {
  auto player = begun(full_ask());

  player.say();
  player.say({"blame"});

  EXPECT_EQ(player.waiting(), "cool");
}

TEST(Answer, NowRuleWithoutProbesKeepsItsPlaceAmongTheRules) {
  auto player = begun({.variables = {{"x", std::int64_t{0}}},
                       .turns = {{.id = "open",
                                  .next = {{.to = "first", .when = "x == 0"},
                                           {.to = "second", .when = "x == 1", .now = true},
                                           {.to = "first"}}},
                                 {.id = "first", .next = {{"second"}}},
                                 {.id = "second", .kind = TurnKind::end}}});

  player.command(Command::skip);

  EXPECT_EQ(player.waiting(), "first");
}

TEST(Answer, GivesCreditToExpectedConceptsOnly) {
  auto player = begun({.concepts = {"path", "other"},
                       .turns = {{.id = "open", .expects = {"path"}, .next = {{"done"}}},
                                 {.id = "done", .kind = TurnKind::end}}});

  player.say({"path", "other"});

  EXPECT_EQ(player.credit("open", "path"), 1000);
  EXPECT_EQ(player.changes(ChangeKind::credit).size(), 1U);
}

TEST(Answer, BestCreditCounts) {
  auto player = begun(full_ask());

  player.give({.heard = {{0, 600}}});
  player.give({.heard = {{0, 400}}});
  EXPECT_EQ(player.credit("open", "path"), 600);

  player.give({.heard = {{0, 900}}});
  EXPECT_EQ(player.credit("open", "path"), 900);
}

TEST(Answer, RecordsNoCreditThatChangesNothing) {
  auto player = begun(full_ask());
  player.give({.heard = {{0, 600}}});

  player.give({.heard = {{0, 600}}});

  EXPECT_THAT(player.changes(ChangeKind::credit), IsEmpty());
}

TEST(Answer, CountsEachRedFlag) {
  auto player = begun({.red_flags = {"blame"},
                       .turns = {{.id = "one", .next = {{"two"}}},
                                 {.id = "two", .next = {{"done"}}},
                                 {.id = "done", .kind = TurnKind::end}}});

  player.say({"blame"});
  player.say({"blame"});

  EXPECT_THAT(player.state().flagged, ElementsAre(2));
}

TEST(Answer, ThinnessIsThatOfTheMainAnswer) {
  auto player = begun(full_ask());

  player.give({.thin = true});
  EXPECT_EQ(player.state().thin[0], 1);

  player.give({.thin = false});
  EXPECT_EQ(player.state().thin[0], 1) << "a probe's answer must not change it";
}

TEST(Answer, ThatOnlyAsksBackIsNoMainAnswer) {
  auto player = begun(full_ask());

  player.give({.clarifications = {0}, .thin = true});
  player.give({.asks_repeat = true, .thin = true});
  player.give({.says_no_answer = true, .thin = true});

  EXPECT_EQ(player.state().thin[0], 0);
}

TEST(Clarification, IsAnsweredAndTheQuestionStays) {
  auto player = begun(full_ask());

  player.give({.clarifications = {1, 0}});

  EXPECT_EQ(player.waiting(), "open");
  EXPECT_THAT(player.said(), ElementsAre("c_date", "c_teams"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::clarify, LineKind::clarify));
  EXPECT_EQ(player.state().prompt, 1U);
}

TEST(Clarification, BesideAnAnswerIsSaidFirstAndTheInterviewGoesOn) {
  auto player = begun(full_ask());

  player.give({.heard = {player.heard("path")}, .clarifications = {0}});

  EXPECT_THAT(player.said(), ElementsAre("c_teams", "p_owner"));
}

TEST(Clarification, BesideARedFlagDoesNotKeepTheTurn) {
  auto player = begun(full_ask());

  player.give({.heard = {player.heard("blame")}, .clarifications = {0}});

  EXPECT_THAT(player.said(), ElementsAre("c_teams", "cool"));
}

TEST(Clarification, IsGivenUpToTheLimitAndThenTheInterviewGoesOn) {
  auto player = begun(full_ask());
  for (int i = 0; i < limits::clarifications_per_turn; ++i) player.give({.clarifications = {0}});
  EXPECT_EQ(player.waiting(), "open");

  player.give({.clarifications = {0}});

  EXPECT_THAT(player.said(), ElementsAre("p_path"));
}

TEST(Clarification, KeepsAProbeWaitingToo) {
  auto player = begun(full_ask());
  player.say();

  player.give({.clarifications = {0}});

  EXPECT_EQ(player.waiting(), "p_path");
  EXPECT_THAT(player.said(), ElementsAre("c_teams"));
}

TEST(Clarification, OutsideTheTurnsListIsIgnored) {
  auto player = begun(full_ask());

  player.give({.clarifications = {9}});

  EXPECT_THAT(player.said(), ElementsAre("p_path"));
}

}  // namespace
}  // namespace curveball::dialogue
