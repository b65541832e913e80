#include "dialogue/curveball.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dialogue/player.hpp"

namespace curveball::dialogue {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Player;
using testing::ScriptSpec;

// Asks t0..t4 in a row with points before t1..t4, and three sub-dialogues of one ask each.
ScriptSpec five_asks(std::uint8_t count, std::vector<testing::CurveballSpec> items) {
  ScriptSpec spec{.concepts = {"path"},
                  .curveball_count = count,
                  .before = {"t1", "t2", "t3", "t4"},
                  .curveballs = std::move(items)};
  for (int i = 0; i < 5; ++i) {
    auto const next = i == 4 ? std::string{"done"} : "t" + std::to_string(i + 1);
    spec.turns.push_back({.id = "t" + std::to_string(i), .expects = {"path"}, .next = {{next}}});
  }
  spec.turns.push_back({.id = "done", .kind = TurnKind::end});
  for (std::string const id : {"quit", "ceo", "cut"}) {
    spec.turns.push_back({.id = id, .dialogue = "d_" + id, .next = {{.to = ""}}});
  }
  return spec;
}

std::vector<testing::CurveballSpec> three_items() {
  return {{.id = "cb_quit", .dialogue = "d_quit"},
          {.id = "cb_ceo", .dialogue = "d_ceo"},
          {.id = "cb_cut", .dialogue = "d_cut"}};
}

struct Thrown {
  std::vector<std::string> items;
  std::vector<std::string> before;  // The turns they came before.
};

// Answers with nothing until the interview is over.
Thrown play_through(Script const& script, Begin const& begin) {
  Player player{script};
  player.begin(begin);
  Thrown thrown;
  while (player.state().phase != Phase::over) {
    player.say();
    for (Change const& change : player.changes(ChangeKind::throw_curveball)) {
      thrown.before.push_back(player.script().turns[change.a].id);
    }
  }
  thrown.items = player.thrown();
  return thrown;
}

Thrown play_through(ScriptSpec const& spec, Begin const& begin) {
  return play_through(compile(spec), begin);
}

TEST(Curveball, RunsBeforeItsTurnAndComesBackWithAResumeLine) {
  Player player{five_asks(1, three_items())};
  player.begin({.forced = {1, none, none, none}});

  player.say();
  EXPECT_EQ(player.waiting(), "ceo");
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::ask));
  EXPECT_EQ(player.state().stack, (std::vector<Frame>{{1, 1}}));

  player.say();
  EXPECT_THAT(player.said(), ElementsAre("cb_ceo.resume", "t1"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::resume, LineKind::ask));
  EXPECT_TRUE(player.state().stack.empty());
}

TEST(Curveball, PointIsPassedBeforeTheTurnIsEntered) {
  Player player{five_asks(1, three_items())};
  player.begin({.forced = {1, none, none, none}});

  player.say();

  EXPECT_EQ(player.state().visits[player.turn_index("t1")], 0);
  EXPECT_THAT(player.state().point_passed, ElementsAre(1, 0, 0, 0));
}

TEST(Curveball, ForcedDrawTakesTheNamedItemThereAndNoOtherAnywhere) {
  auto const spec = five_asks(2, three_items());

  auto const thrown = play_through(spec, {.seed = 3, .forced = {none, 2, none, 0}});

  EXPECT_THAT(thrown.items, ElementsAre("cb_cut", "cb_quit"));
  EXPECT_THAT(thrown.before, ElementsAre("t2", "t4"));
}

TEST(Curveball, ForcedItemComesOnlyOnce) {
  auto const thrown = play_through(five_asks(3, three_items()), {.forced = {2, 2, 2, 2}});

  EXPECT_THAT(thrown.items, ElementsAre("cb_cut"));
}

TEST(Curveball, ForcedItemsStayWithinTheCount) {
  auto const thrown = play_through(five_asks(1, three_items()), {.forced = {0, 1, 2, none}});

  EXPECT_THAT(thrown.items, ElementsAre("cb_quit"));
}

TEST(Curveball, ForcedItemOutsideTheListIsNone) {
  auto const thrown = play_through(five_asks(1, three_items()), {.forced = {77}});

  EXPECT_THAT(thrown.items, IsEmpty());
}

TEST(Curveball, CountIsMetExactlyWhenItemsAreEligible) {
  for (std::uint8_t count = 0; count <= 3; ++count) {
    auto const script = compile(five_asks(count, three_items()));
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
      auto const thrown = play_through(script, {.seed = seed});

      EXPECT_EQ(thrown.items.size(), count) << "seed " << seed;
      EXPECT_EQ(std::set(thrown.items.begin(), thrown.items.end()).size(), count)
          << "each at most once, seed " << seed;
    }
  }
}

TEST(Curveball, NoMoreThanThereAreItemsOrPoints) {
  auto spec = five_asks(9, three_items());
  EXPECT_EQ(play_through(spec, {.seed = 1}).items.size(), 3U);

  spec.before = {"t2", "t4"};
  EXPECT_EQ(play_through(spec, {.seed = 1}).items.size(), 2U);
}

TEST(Curveball, ItemWhoseConditionFailsStaysAway) {
  auto items = three_items();
  items[0].when = "hit(path)";
  items.resize(1);

  EXPECT_THAT(play_through(five_asks(1, items), {}).items, IsEmpty());
}

TEST(Curveball, ItemThatBecomesEligibleAtTheLastPointStillComes) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    auto const spec = five_asks(1, {{.id = "late", .dialogue = "d_ceo", .when = "visits(t3) > 0"}});

    EXPECT_THAT(play_through(spec, {.seed = seed}).before, ElementsAre("t4"));
  }
}

TEST(Curveball, TimedItemComesAtTheFirstPointOnceItIsDue) {
  auto items = three_items();
  items[1].after_ms = 300'000;
  items[2].after_ms = 200'000;
  Player player{five_asks(1, {items[1], items[2]})};
  player.begin();
  player.now_ms = 199'999;
  player.say();
  EXPECT_EQ(player.waiting(), "t1");

  player.now_ms = 200'000;
  player.say();

  EXPECT_EQ(player.waiting(), "cut");
}

TEST(Curveball, DueTimedItemBeatsTheDrawAndTheFirstAuthoredBeatsTheOther) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    auto items = three_items();
    items[0].weight = 1000;
    items[1].after_ms = 10;
    items[2].after_ms = 5;
    Player player{five_asks(1, items)};
    player.begin({.seed = seed, .forced = {}});
    player.now_ms = 10;

    player.say();

    EXPECT_THAT(player.thrown(), ElementsAre("cb_ceo")) << seed;
  }
}

TEST(Curveball, DueTimedItemComesAlsoWhereNothingIsForced) {
  auto items = three_items();
  items[1].after_ms = 10;
  Player player{five_asks(1, items)};
  player.begin({.forced = {none, none, none, none}});
  player.now_ms = 10;

  player.say();

  EXPECT_EQ(player.waiting(), "ceo");
}

TEST(Curveball, TimedItemThatIsNotDueIsNotDrawn) {
  auto items = three_items();
  for (auto& item : items) item.after_ms = 1'000'000;

  EXPECT_THAT(play_through(five_asks(3, items), {.seed = 5}).items, IsEmpty());
}

TEST(Curveball, PointIsPassedOnceEvenWhenItsTurnComesAgain) {
  ScriptSpec const spec{
      .turns = {{.id = "open", .next = {{"loop"}}},
                {.id = "loop", .next = {{"loop"}}},
                {.id = "quit", .dialogue = "d_quit", .next = {{.to = ""}}}},
      .curveball_count = 1,
      .before = {"loop"},
      .curveballs = {{.id = "cb", .dialogue = "d_quit", .when = "visits(loop) > 0"}}};
  Player player{spec};
  player.begin();

  for (int i = 0; i < 4; ++i) player.say();

  EXPECT_THAT(player.thrown(), IsEmpty());
}

TEST(Curveball, StartMayBeAPoint) {
  ScriptSpec const spec{.turns = {{.id = "open", .next = {{"open"}}},
                                  {.id = "quit", .dialogue = "d_quit", .next = {{.to = ""}}}},
                        .curveball_count = 1,
                        .before = {"open"},
                        .curveballs = {{.id = "cb", .dialogue = "d_quit"}}};
  Player player{spec};

  player.begin();

  EXPECT_EQ(player.waiting(), "quit");
}

TEST(Curveball, ComesBeforeACallTurnToo) {
  ScriptSpec const spec{
      .turns = {{.id = "open", .next = {{"wrap"}}},
                {.id = "wrap", .kind = TurnKind::call, .calls = "d_wrap", .next = {{"open"}}},
                {.id = "last", .dialogue = "d_wrap", .next = {{.to = ""}}},
                {.id = "quit", .dialogue = "d_quit", .next = {{.to = ""}}}},
      .curveball_count = 1,
      .before = {"wrap"},
      .curveballs = {{.id = "cb", .dialogue = "d_quit"}}};
  Player player{spec};
  player.begin();

  player.say();
  EXPECT_EQ(player.waiting(), "quit");
  player.say();

  EXPECT_EQ(player.waiting(), "last");
}

TEST(Curveball, NeverComesInsideASubDialogue) {
  ScriptSpec const spec{
      .turns = {{.id = "wrap", .kind = TurnKind::call, .calls = "d_wrap", .next = {{"open"}}},
                {.id = "open", .next = {{"open"}}},
                {.id = "last", .dialogue = "d_wrap", .next = {{"open"}}},
                {.id = "quit", .dialogue = "d_quit", .next = {{.to = ""}}}},
      .curveball_count = 1,
      .before = {"open"},
      .curveballs = {{.id = "cb", .dialogue = "d_quit"}}};
  Player player{spec};
  player.begin();

  player.say();

  EXPECT_EQ(player.waiting(), "open");
  EXPECT_THAT(player.thrown(), IsEmpty());
}

TEST(Curveball, DrawIsEvenOverThePoints) {
  auto const script = compile(five_asks(1, three_items()));
  std::map<std::string, int> before;
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    ++before[play_through(script, {.seed = seed}).before.at(0)];
  }

  EXPECT_EQ(before.size(), 4U);
  for (auto const& [turn, times] : before) {
    EXPECT_NEAR(times, 500, 100) << turn;
  }
}

TEST(Curveball, DrawIsEvenOverPairsOfPoints) {
  auto const script = compile(five_asks(2, three_items()));
  std::map<std::vector<std::string>, int> pairs;
  for (std::uint64_t seed = 0; seed < 2'400; ++seed) {
    ++pairs[play_through(script, {.seed = seed}).before];
  }

  EXPECT_EQ(pairs.size(), 6U);
  for (auto const& [pair, times] : pairs) {
    EXPECT_NEAR(times, 400, 100) << pair.at(0) << pair.at(1);
  }
}

TEST(Curveball, DrawFollowsTheWeights) {
  auto items = three_items();
  items[0].weight = 3;
  items[2].weight = 0;
  auto const script = compile(five_asks(1, items));
  std::map<std::string, int> thrown;
  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    ++thrown[play_through(script, {.seed = seed}).items.at(0)];
  }

  EXPECT_NEAR(thrown["cb_quit"], 1'500, 150);
  EXPECT_NEAR(thrown["cb_ceo"], 500, 150);
  EXPECT_EQ(thrown["cb_cut"], 0);
}

TEST(Curveball, NothingIsDrawnWhenNothingHasWeight) {
  auto items = three_items();
  for (auto& item : items) item.weight = 0;

  EXPECT_THAT(play_through(five_asks(1, items), {.seed = 1}).items, IsEmpty());
}

TEST(Curveball, AShuffleElsewhereChangesNoDraw) {
  auto const plain = five_asks(2, three_items());
  auto shuffling = plain;
  shuffling.turns[0].variants = {"a", "b", "c"};
  shuffling.turns[0].pick = Pick::shuffle;

  auto const one_script = compile(plain);
  auto const other_script = compile(shuffling);
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    auto const one = play_through(one_script, {.seed = seed});
    auto const other = play_through(other_script, {.seed = seed});

    EXPECT_EQ(one.items, other.items) << seed;
    EXPECT_EQ(one.before, other.before) << seed;
  }
}

}  // namespace
}  // namespace curveball::dialogue
