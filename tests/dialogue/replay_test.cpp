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
