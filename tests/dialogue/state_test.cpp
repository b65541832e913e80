#include "dialogue/state.hpp"

#include <gtest/gtest.h>
#include <string>
#include <variant>
#include <vector>

#include "base/limits.hpp"
#include "dialogue/full_ask.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {
namespace {

using testing::full_ask;

template <class T>
std::size_t heap_bytes(std::vector<T> const& values) {
  return values.capacity() * sizeof(T);
}

std::size_t heap_bytes(std::vector<Value> const& values) {
  std::size_t bytes = values.capacity() * sizeof(Value);
  for (Value const& value : values) {
    auto const* const text = std::get_if<std::string>(&value);
    if (text && text->capacity() > std::string().capacity()) bytes += text->capacity() + 1;
  }
  return bytes;
}

std::size_t bytes_of(State const& state) {
  return sizeof(State) + heap_bytes(state.stack) + heap_bytes(state.variables) +
         heap_bytes(state.credit) + heap_bytes(state.flagged) + heap_bytes(state.visits) +
         heap_bytes(state.thin) + heap_bytes(state.probe_asked) + heap_bytes(state.hints_given) +
         heap_bytes(state.curveball_used) + heap_bytes(state.point_passed) +
         heap_bytes(state.forced);
}

Script large_script() {
  Script script;
  script.turns.resize(100);
  script.concepts.resize(60);
  script.slots.resize(150);
  script.probes.resize(60);
  script.variables.assign(8, {"n", std::int64_t{0}});
  script.variables[0].initial = std::string(limits::variable_text_bytes, 'x');
  script.curveballs.items.resize(8);
  script.curveballs.before.resize(8);
  return script;
}

TEST(LargestState, IsAsLargeAsOneInWhichEverythingIsFull) {
  Script const script = large_script();
  State state = begun_state(script, {.forced = std::vector<Index>(8, none)});
  state.stack.resize(limits::call_depth);

  // A copy has no room to spare.
  State const full = state;

  EXPECT_EQ(largest_state_bytes(script), bytes_of(full));
  EXPECT_LE(bytes_of(full), limits::state_bytes);
}

TEST(LargestState, CountsATextThatIsStillShortAtItsLimit) {
  Script script = compile(full_ask());
  auto const before = largest_state_bytes(script);

  script.variables.push_back({"who", std::string("Ann")});
  auto const with_text = largest_state_bytes(script);
  script.variables.push_back({"n", std::int64_t{0}});

  EXPECT_EQ(with_text - before, sizeof(Value) + limits::variable_text_bytes + 1);
  EXPECT_EQ(largest_state_bytes(script) - with_text, sizeof(Value));
}

}  // namespace
}  // namespace curveball::dialogue
