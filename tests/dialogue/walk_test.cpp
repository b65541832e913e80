#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/player.hpp"

namespace curveball::dialogue {
namespace {

using ::testing::ElementsAre;
using testing::Player;
using testing::ScriptSpec;
using testing::TurnSpec;

Player begun(ScriptSpec const& spec) {
  Player player{spec};
  player.begin();
  return player;
}

TEST(Call, RunsTheSubDialogueAndThenTheRulesOfItsTurn) {
  auto player =
      begun({.turns = {{.id = "wrap", .kind = TurnKind::call, .calls = "sub", .next = {{"done"}}},
                       {.id = "done", .kind = TurnKind::end},
                       {.id = "back", .dialogue = "sub", .next = {{.to = ""}}}}});
  EXPECT_EQ(player.waiting(), "back");
  EXPECT_EQ(player.state().stack, (std::vector<Frame>{{0, none}}));

  player.say();

  EXPECT_THAT(player.entered(), ElementsAre("done"));
  EXPECT_TRUE(player.state().stack.empty());
}

TEST(Call, RulesOfTheCallTurnSeeWhatTheSubDialogueDid) {
  auto player = begun(
      {.concepts = {"path"},
       .turns = {{.id = "wrap",
                  .kind = TurnKind::call,
                  .calls = "sub",
                  .next = {{.to = "good", .when = "hit(path)"}, {"bad"}}},
                 {.id = "good", .kind = TurnKind::end},
                 {.id = "bad", .kind = TurnKind::end},
                 {.id = "back", .dialogue = "sub", .expects = {"path"}, .next = {{.to = ""}}}}});

  player.say({"path"});

  EXPECT_THAT(player.entered(), ElementsAre("good"));
}

TEST(Call, EndInsideASubDialogueEndsTheInterview) {
  auto const player =
      begun({.turns = {{.id = "wrap", .kind = TurnKind::call, .calls = "sub", .next = {{"wrap"}}},
                       {.id = "done", .kind = TurnKind::end, .dialogue = "sub"}}});

  EXPECT_EQ(player.state().phase, Phase::over);
  EXPECT_EQ(player.state().ending, Ending::finished);
}

// A chain of sub-dialogues, each of which calls the next; the last one asks.
ScriptSpec nested(std::size_t depth) {
  ScriptSpec spec;
  for (std::size_t i = 0; i < depth; ++i) {
    spec.turns.push_back({.id = "call" + std::to_string(i),
                          .kind = TurnKind::call,
                          .dialogue = "d" + std::to_string(i),
                          .calls = "d" + std::to_string(i + 1),
                          .next = {{.to = ""}}});
  }
  spec.turns.push_back(
      {.id = "deepest", .dialogue = "d" + std::to_string(depth), .next = {{.to = ""}}});
  return spec;
}

TEST(Call, GoesAsDeepAsTheLimitAndNoDeeper) {
  EXPECT_EQ(begun(nested(limits::call_depth)).waiting(), "deepest");

  auto const player = begun(nested(limits::call_depth + 1));

  EXPECT_EQ(player.state().ending, Ending::fault);
}

TEST(Fault, ReturnFromTheInterviewItselfIsOne) {
  auto player = begun({.turns = {{.id = "open", .next = {{.to = ""}}}}});

  player.say();

  EXPECT_EQ(player.state().ending, Ending::fault);
  EXPECT_THAT(player.said(), ElementsAre("fault"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::end));
  EXPECT_FALSE(player.texts().at(0).empty());
}

TEST(Fault, NoRuleThatHoldsIsOne) {
  auto player = begun({.turns = {{.id = "open", .next = {{.to = "open", .when = "false"}}}}});

  player.say();

  EXPECT_EQ(player.state().ending, Ending::fault);
}

TEST(Fault, LoopThatNeverAsksIsOne) {
  auto const player = begun({.turns = {{.id = "a", .kind = TurnKind::say, .next = {{"a"}}}}});

  EXPECT_EQ(player.state().ending, Ending::fault);
  EXPECT_EQ(player.entered().size(), limits::steps_per_input);
}

// Turns that speak and go on, then an ask.
ScriptSpec talkative(std::size_t says) {
  ScriptSpec spec;
  for (std::size_t i = 0; i < says; ++i) {
    auto const next = i + 1 == says ? "open" : "say" + std::to_string(i + 1);
    spec.turns.push_back(
        {.id = "say" + std::to_string(i), .kind = TurnKind::say, .next = {{next}}});
  }
  spec.turns.push_back({.id = "open", .next = {{"open"}}});
  return spec;
}

TEST(Fault, ComesOneNodePastTheLimitForOneInput) {
  EXPECT_EQ(begun(talkative(limits::steps_per_input - 1)).waiting(), "open");
  EXPECT_EQ(begun(talkative(limits::steps_per_input)).state().ending, Ending::fault);
}

TEST(Fault, NodesAreCountedForEachInputAnew) {
  auto player = begun(talkative(limits::steps_per_input - 1));

  player.say();

  EXPECT_EQ(player.waiting(), "open");
}

TEST(Set, OfATurnCountsBeforeItSpeaks) {
  auto const player = begun({.variables = {{"n", std::int64_t{1}}},
                             .turns = {{.id = "open",
                                        .variants = {"n is {{n}}"},
                                        .set = {{"n", "n + visits(open)"}},
                                        .next = {{"open"}}}}});

  EXPECT_THAT(player.texts(), ElementsAre("n is 2"));
}

TEST(Set, OfARuleCountsWhenItIsTaken) {
  auto player =
      begun({.variables = {{"calm", true}, {"who", std::string{"Ann"}}},
             .turns = {{.id = "open",
                        .next = {{.to = "open", .when = "!calm", .set = {{"who", "'Eve'"}}},
                                 {.to = "open", .set = {{"calm", "false"}}}}}}});

  player.say();
  EXPECT_EQ(player.state().variables, (std::vector<Value>{false, std::string{"Ann"}}));

  player.say();
  EXPECT_EQ(player.state().variables, (std::vector<Value>{false, std::string{"Eve"}}));
}

TEST(Set, ValuesAreTakenBeforeAnyIsSet) {
  auto const player =
      begun({.variables = {{"a", std::int64_t{1}}, {"b", std::int64_t{2}}},
             .turns = {{.id = "open", .set = {{"a", "b"}, {"b", "a"}}, .next = {{"open"}}}}});

  EXPECT_EQ(player.state().variables, (std::vector<Value>{std::int64_t{2}, std::int64_t{1}}));
}

TEST(Set, LongTextIsCutToTheLimit) {
  std::string const text(limits::variable_text_bytes + 1, 'x');

  auto const player =
      begun({.variables = {{"who", std::string{}}},
             .turns = {{.id = "open", .set = {{"who", "'" + text + "'"}}, .next = {{"open"}}}}});

  EXPECT_EQ(std::get<std::string>(player.state().variables[0]).size(), limits::variable_text_bytes);
}

TEST(Visit, EachTurnChoosesItsVariantByItsOwnVisits) {
  auto player = begun(
      {.turns = {
           {.id = "open", .variants = {"a", "b", "c"}, .pick = Pick::cycle, .next = {{"open"}}}}});
  std::vector<std::string> texts{player.texts()};

  for (int i = 0; i < 3; ++i) {
    player.say();
    texts.push_back(player.texts().back());
  }

  EXPECT_THAT(texts, ElementsAre("a", "b", "c", "a"));
}

TEST(Visit, OnlyAsksCountAsTurnsOfTheInterview) {
  auto const player =
      begun({.turns = {{.id = "hello", .kind = TurnKind::say, .next = {{"wrap"}}},
                       {.id = "wrap", .kind = TurnKind::call, .calls = "sub", .next = {{"wrap"}}},
                       {.id = "open", .dialogue = "sub", .next = {{.to = ""}}}}});

  EXPECT_EQ(player.state().turn_no, 1);
}

TEST(Visit, ANewOneAsksItsProbesAnew) {
  auto player = begun({.concepts = {"path"},
                       .turns = {{.id = "open",
                                  .expects = {"path"},
                                  .probes_max = 1,
                                  .probes = {{"p_path", "path"}},
                                  .next = {{"open"}}}}});
  player.say();
  EXPECT_EQ(player.waiting(), "p_path");
  player.say();
  EXPECT_EQ(player.waiting(), "open");

  player.say();

  EXPECT_EQ(player.waiting(), "p_path");
}

TEST(Visit, ProbeIsAskedOnlyWhenItsConditionHolds) {
  auto player =
      begun({.concepts = {"path", "owner"},
             .turns = {{.id = "open",
                        .expects = {"path", "owner"},
                        .probes_max = 2,
                        .probes = {{"p_path", "path", "visits(open) > 1"}, {"p_owner", "owner"}},
                        .next = {{"open"}}}}});

  player.say();

  EXPECT_EQ(player.waiting(), "p_owner");
}

TEST(Visit, CreditOfAnEarlierVisitKeepsItsProbeAway) {
  auto player = begun({.concepts = {"path"},
                       .turns = {{.id = "open",
                                  .expects = {"path"},
                                  .probes_max = 1,
                                  .probes = {{"p_path", "path"}},
                                  .next = {{"open"}}}}});
  player.say({"path"});

  player.say();

  EXPECT_EQ(player.waiting(), "open");
}

TEST(Visit, CreditInAnotherTurnDoesNotKeepAProbeAway) {
  auto player = begun({.concepts = {"path"},
                       .turns = {{.id = "first", .expects = {"path"}, .next = {{"open"}}},
                                 {.id = "open",
                                  .expects = {"path"},
                                  .probes_max = 1,
                                  .probes = {{"p_path", "path"}},
                                  .next = {{"open"}}}}});
  player.say({"path"});

  player.say();

  EXPECT_EQ(player.waiting(), "p_path");
}

TEST(Visit, ANewOneAllowsForNoAnswerAndClarificationsAnew) {
  auto player =
      begun({.turns = {{.id = "open", .clarify = {"c"}, .no_answer_max = 1, .next = {{"open"}}}}});
  player.give({.says_no_answer = true});
  player.give({.clarifications = {0}});
  EXPECT_EQ(player.state().no_answers_here, 1);
  EXPECT_EQ(player.state().clarified_here, 1);

  player.say();

  EXPECT_EQ(player.state().no_answers_here, 0);
  EXPECT_EQ(player.state().clarified_here, 0);
}

}  // namespace
}  // namespace curveball::dialogue
