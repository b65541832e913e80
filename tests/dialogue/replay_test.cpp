#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/full_ask.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {
namespace {

using testing::full_ask;

template <class T>
std::size_t heap_bytes(std::vector<T> const& values) {
  return values.size() * sizeof(T);
}

std::size_t heap_bytes(std::vector<Value> const& values) {
  std::size_t bytes = values.size() * sizeof(Value);
  for (Value const& value : values) {
    auto const* const text = std::get_if<std::string>(&value);
    if (text && text->size() >= sizeof(std::string) / 2) bytes += text->size() + 1;
  }
  return bytes;
}

std::size_t stored_size(State const& state) {
  return sizeof(State) + heap_bytes(state.stack) + heap_bytes(state.variables) +
         heap_bytes(state.credit) + heap_bytes(state.flagged) + heap_bytes(state.visits) +
         heap_bytes(state.thin) + heap_bytes(state.probe_asked) + heap_bytes(state.hints_given) +
         heap_bytes(state.curveball_used) + heap_bytes(state.point_passed) +
         heap_bytes(state.forced);
}

TEST(State, OfALargeScriptFitsItsLimit) {
  Script script;
  script.turns.resize(100);
  script.concepts.resize(60);
  script.slots.resize(150);
  script.probes.resize(60);
  script.variables.assign(8, {"n", std::int64_t{0}});
  script.variables[0].initial = std::string(limits::variable_text_bytes, 'x');
  script.curveballs.items.resize(8);
  script.curveballs.before.resize(8);

  State state = begun_state(script, {.forced = std::vector<Index>(8, none)});
  state.stack.resize(limits::call_depth);

  EXPECT_LE(stored_size(state), limits::state_bytes);
}

TEST(State, WhenFreshHoldsTheScriptsVariables) {
  Script script;
  script.variables = {{"who", std::string(limits::variable_text_bytes + 1, 'x')},
                      {"n", std::int64_t{7}}};

  State const state = fresh_state(script);

  EXPECT_EQ(std::get<std::string>(state.variables.at(0)).size(), limits::variable_text_bytes);
  EXPECT_EQ(state.variables.at(1), Value{std::int64_t{7}});
  EXPECT_EQ(state.phase, Phase::fresh);
}

TEST(State, BegunIsFreshWithTheRecordedStartInIt) {
  Script const script = compile(full_ask());
  State expected = fresh_state(script);
  expected.seed = 5;
  expected.time_scale_pm = 2000;
  expected.forced = {none};

  EXPECT_EQ(begun_state(script, {.seed = 5, .time_scale_pm = 2000, .forced = {none}}), expected);
}

TEST(Apply, WithoutChangesMovesTheClockForwardOnly) {
  Script const script = compile(full_ask());
  State state = fresh_state(script);

  apply(script, state, {}, {700});
  EXPECT_EQ(state.now.ms, 700);

  apply(script, state, {}, {600});
  EXPECT_EQ(state.now.ms, 700);
}

TEST(Apply, CreditNeverFalls) {
  Script const script = compile(full_ask());
  State state = fresh_state(script);

  std::vector<Change> const changes{{.kind = ChangeKind::credit, .a = 1, .value = 500},
                                    {.kind = ChangeKind::credit, .a = 1, .value = 250}};
  apply(script, state, changes, {});

  EXPECT_EQ(state.credit[1], 500);
}

TEST(Apply, CountersStopAtTheirGreatestValue) {
  Script const script = compile(full_ask());
  State state = fresh_state(script);

  std::vector<Change> const changes(300, {.kind = ChangeKind::enter, .a = 0});
  apply(script, state, changes, {});

  EXPECT_EQ(state.visits[0], std::numeric_limits<std::uint8_t>::max());
  EXPECT_EQ(state.turn_no, 300);
}

TEST(Apply, LooksAtNoCondition) {
  Script recorded_with = compile(full_ask());
  State live = begun_state(recorded_with, {});
  auto const begun = begin(recorded_with, fresh_state(recorded_with), {});
  auto const answered = answer(recorded_with, begun->next, {10}, {.heard = {{0, 900}, {1, 900}}});
  Script other = recorded_with;
  for (Turn& turn : other.turns) turn.next.clear();

  apply(other, live, begun->outcome.changes, {});
  apply(other, live, answered->outcome.changes, {10});

  EXPECT_EQ(live, answered->next);
}

}  // namespace
}  // namespace curveball::dialogue
