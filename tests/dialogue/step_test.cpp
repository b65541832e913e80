#include "dialogue/step.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/player.hpp"

namespace curveball::dialogue {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Player;
using testing::ScriptSpec;

// One ask with everything on it, then a second ask, then the end.
ScriptSpec full_ask() {
  return {.concepts = {"path", "owner", "risk"},
          .red_flags = {"blame"},
          .variables = {{"pressure", std::int64_t{0}}},
          .turns = {{.id = "open",
                     .expects = {"path", "owner", "risk"},
                     .clarify = {"c_teams", "c_date"},
                     .hints = {{"h_path", {"path"}}, {"h_all", {"path", "owner", "risk"}}},
                     .soft_ms = 60'000,
                     .hard_ms = 120'000,
                     .no_answer_max = 1,
                     .probes_max = 2,
                     .probes = {{"p_path", "path"}, {"p_owner", "owner"}, {"p_risk", "risk"}},
                     .next = {{.to = "cool", .when = "hit(blame)", .now = true},
                              {.to = "more", .when = "hits(open) >= 2"},
                              {.to = "basics"}}},
                    {.id = "cool", .next = {{.to = "done"}}},
                    {.id = "more", .next = {{.to = "done"}}},
                    {.id = "basics", .next = {{.to = "done"}}},
                    {.id = "done", .kind = TurnKind::end}}};
}

Player begun(ScriptSpec const& spec) {
  Player player{spec};
  player.begin();
  return player;
}

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

TEST(NoAnswer, IsMetWithAWordOfHelpOnceAndThenWithProbes) {
  auto player = begun(full_ask());

  player.give({.says_no_answer = true});
  EXPECT_THAT(player.said(), ElementsAre("open.no_answer"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::no_answer));
  EXPECT_EQ(player.state().prompt, 1U);

  player.give({.says_no_answer = true});
  EXPECT_EQ(player.waiting(), "p_path");
}

TEST(NoAnswer, ToAProbeGoesOn) {
  auto player = begun(full_ask());
  player.say();

  player.give({.says_no_answer = true});

  EXPECT_EQ(player.waiting(), "p_owner");
}

TEST(NoAnswer, CountsForNothingWhenSomethingWasHeard) {
  auto player = begun(full_ask());

  player.give({.heard = {player.heard("path")}, .says_no_answer = true});

  EXPECT_EQ(player.waiting(), "p_owner");
}

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
