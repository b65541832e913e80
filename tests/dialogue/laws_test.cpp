// Laws of the engine, held against thousands of random walks through random scripts.
#include <algorithm>
#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/random_script.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {
namespace {

using testing::Dice;
using testing::ScriptDice;

struct Input {
  enum class Kind : std::uint8_t { begin, answer, command, timer } kind = Kind::begin;
  Begin begin;
  Answer answer;
  Command command = Command::repeat;
  Timer timer;
  Standing standing;
  Elapsed now;
};

Result<Step, Refusal> take(Script const& script, State const& state, Input const& input) {
  switch (input.kind) {
    case Input::Kind::begin:
      return begin(script, state, input.begin, input.now);
    case Input::Kind::answer:
      return answer(script, state, input.now, input.answer);
    case Input::Kind::command:
      return command(script, state, input.now, input.command, input.standing);
    case Input::Kind::timer:
      break;
  }
  return timer(script, state, input.now, input.timer, input.standing);
}

// Any input in any order, also such that make no sense where they come.
class InputDice {
 public:
  InputDice(Script const& script, std::uint64_t seed) : script_(script), dice_(seed) {}

  Input input(State const& state) {
    Input input{.standing = standing(), .now = moment()};
    auto const kind = state.phase == Phase::fresh ? dice_.roll(2) : 1 + dice_.roll(8);
    if (kind == 0 || kind == 8) {
      input.begin = begin_input();
    } else if (kind <= 5) {
      input.kind = Input::Kind::answer;
      input.answer = answer_input(state, input.standing);
    } else if (kind == 6) {
      input.kind = Input::Kind::command;
      input.command = static_cast<Command>(dice_.one_in(8) ? 3 : dice_.roll(3));
    } else {
      input.kind = Input::Kind::timer;
      input.timer = {state.prompt - (dice_.one_in(4) ? 1U : 0U),
                     dice_.one_in(2) ? TimerKind::soft : TimerKind::hard};
    }
    return input;
  }

 private:
  Elapsed moment() {
    now_ms_ += static_cast<std::int64_t>(dice_.roll(2'500));
    return {dice_.one_in(10) ? now_ms_ / 2 : now_ms_};
  }

  Standing standing() {
    Standing standing;
    for (std::size_t i = 0; i < script_.criteria.size(); ++i) {
      standing.levels.push_back(static_cast<std::uint8_t>(1 + dice_.roll(4)));
      standing.coverage_pm.push_back(static_cast<std::uint16_t>(dice_.roll(1'001)));
    }
    return standing;
  }

  Begin begin_input() {
    std::vector<std::uint16_t> const scales{0, 1000, 1500, 2000};
    Begin begin{.seed = dice_.roll(1'000'000), .time_scale_pm = dice_.pick(scales)};
    if (dice_.one_in(4)) {
      for (std::size_t i = 0; i < script_.curveballs.before.size(); ++i) {
        begin.forced.push_back(dice_.one_in(2) ? none : static_cast<Index>(dice_.roll(3)));
      }
    }
    return begin;
  }

  Answer answer_input(State const& state, Standing const& standing) {
    Answer answer{.standing = standing};
    for (std::size_t i = 0; i < script_.concepts.size(); ++i) {
      auto const index = static_cast<Index>(i);
      if (dice_.one_in(5)) {
        answer.heard.push_back({index, credit_multiplier(script_, state, index)});
      }
    }
    if (dice_.one_in(6)) answer.clarifications.push_back(static_cast<Index>(dice_.roll(3)));
    answer.says_no_answer = dice_.one_in(6);
    answer.asks_repeat = dice_.one_in(10);
    answer.only_questions = dice_.one_in(6);
    answer.thin = dice_.one_in(3);
    return answer;
  }

  Script const& script_;
  Dice dice_;
  std::int64_t now_ms_ = 0;
};

struct Recorded {
  Input input;
  Outcome outcome;
};

struct Played {
  State state;
  std::vector<Recorded> record;
};

State replayed(Script const& script, State before, Recorded const& recorded) {
  if (recorded.input.kind == Input::Kind::begin) {
    before = begun_state(script, recorded.input.begin);
  }
  apply(script, before, recorded.outcome.changes, recorded.input.now);
  return before;
}

// What must hold wherever an interview stands.
void expect_sound(Script const& script, State const& state) {
  bool const waits = state.phase == Phase::asked || state.phase == Phase::probed;
  auto const prompt = waiting_prompt(script, state);
  EXPECT_EQ(prompt.number != 0, waits);
  EXPECT_EQ(state.ending != Ending::not_over, state.phase == Phase::over);
  EXPECT_EQ(state.probe != none, state.phase == Phase::probed);
  EXPECT_LE(state.stack.size(), limits::call_depth);
  EXPECT_LE(std::count(state.curveball_used.begin(), state.curveball_used.end(), 1),
            script.curveballs.count);
  if (!waits) return;
  Turn const& turn = script.turns[state.turn];
  EXPECT_EQ(turn.kind, TurnKind::ask);
  EXPECT_LE(state.probes_here, turn.probes_max);
  EXPECT_LE(state.clarified_here, limits::clarifications_per_turn);
  EXPECT_LE(state.no_answers_here, turn.no_answer.max);
}

// What must hold from one state to the next.
void expect_forward(State const& before, State const& after) {
  EXPECT_GE(after.now, before.now);
  EXPECT_GE(after.prompt, before.prompt);
  for (std::size_t i = 0; i < before.credit.size(); ++i) {
    EXPECT_GE(after.credit[i], before.credit[i]);
  }
}

// Takes one random input; what it did must replay, repeat and be sound.
void take_one(Script const& script, InputDice& dice, Played& played) {
  auto const input = dice.input(played.state);
  auto const step = take(script, played.state, input);
  auto const again = take(script, played.state, input);
  ASSERT_EQ(step.has_value(), again.has_value());
  if (!step) {
    EXPECT_EQ(step.error(), again.error());
    return;
  }
  EXPECT_EQ(step->next, again->next);
  EXPECT_EQ(step->outcome, again->outcome);
  Recorded const recorded{input, step->outcome};
  EXPECT_EQ(replayed(script, played.state, recorded), step->next);
  expect_sound(script, step->next);
  expect_forward(played.state, step->next);
  played.state = step->next;
  played.record.push_back(recorded);
}

Played walk(Script const& script, std::uint64_t seed, int inputs) {
  InputDice dice{script, seed};
  Played played{.state = fresh_state(script)};
  for (int i = 0; i < inputs && !::testing::Test::HasFailure(); ++i) take_one(script, dice, played);
  return played;
}

std::vector<Index> thrown(Played const& played) {
  std::vector<Index> items;
  for (Recorded const& recorded : played.record) {
    for (Change const& change : recorded.outcome.changes) {
      if (change.kind == ChangeKind::throw_curveball) items.push_back(change.b);
    }
  }
  return items;
}

TEST(Laws, FoldOfTheRecordIsTheLiveState) {
  std::set<ChangeKind> seen;
  std::set<Ending> endings;
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    auto const script = compile(ScriptDice{seed}.spec());
    auto const played = walk(script, seed, 40);

    State folded = fresh_state(script);
    for (Recorded const& recorded : played.record) {
      folded = replayed(script, std::move(folded), recorded);
      for (Change const& change : recorded.outcome.changes) seen.insert(change.kind);
    }
    ASSERT_EQ(folded, played.state) << "seed " << seed;
    ASSERT_FALSE(HasFailure()) << "seed " << seed;
    endings.insert(played.state.ending);
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(ChangeKind::own_question) + 1)
      << "the walks must show every kind of change";
  EXPECT_EQ(endings.size(), 4U) << "the walks must show every ending";
}

TEST(Laws, CurveballsComeOnceAndNotMoreThanTheCount) {
  std::size_t in_all = 0;
  for (std::uint64_t seed = 0; seed < 1'000; ++seed) {
    auto const script = compile(ScriptDice{seed}.spec());

    auto const items = thrown(walk(script, seed + 77, 40));

    EXPECT_LE(items.size(), script.curveballs.count) << seed;
    EXPECT_EQ(std::set(items.begin(), items.end()).size(), items.size()) << seed;
    in_all += items.size();
  }
  EXPECT_GT(in_all, 100U) << "the walks must show curveballs";
}

TEST(Laws, RefusedInputsLeaveNothingBehind) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const script = compile(ScriptDice{seed}.spec());
    auto played = walk(script, seed, 10);
    State const before = played.state;

    auto const refused = begin(script, played.state, {});

    ASSERT_EQ(refused.has_value(), before.phase == Phase::fresh);
    EXPECT_EQ(played.state, before);
  }
}

}  // namespace
}  // namespace curveball::dialogue
