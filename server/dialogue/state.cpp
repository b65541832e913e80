#include "dialogue/state.hpp"

#include <variant>

#include "base/limits.hpp"

namespace curveball::dialogue {
namespace {

std::size_t bytes_of(std::vector<Variable> const& variables) {
  std::size_t bytes = variables.size() * sizeof(Value);
  for (Variable const& variable : variables) {
    // One more ends the text in memory.
    if (std::holds_alternative<std::string>(variable.initial)) {
      bytes += limits::variable_text_bytes + 1;
    }
  }
  return bytes;
}

}  // namespace

std::size_t largest_state_bytes(Script const& script) {
  constexpr std::size_t per_slot = sizeof(State{}.credit[0]);
  constexpr std::size_t per_concept = sizeof(State{}.flagged[0]);
  constexpr std::size_t per_turn =
      sizeof(State{}.visits[0]) + sizeof(State{}.thin[0]) + sizeof(State{}.hints_given[0]);
  constexpr std::size_t per_probe = sizeof(State{}.probe_asked[0]);
  constexpr std::size_t per_item = sizeof(State{}.curveball_used[0]);
  constexpr std::size_t per_point = sizeof(State{}.point_passed[0]) + sizeof(State{}.forced[0]);
  return sizeof(State) + limits::call_depth * sizeof(Frame) + bytes_of(script.variables) +
         script.slots.size() * per_slot + script.concepts.size() * per_concept +
         script.turns.size() * per_turn + script.probes.size() * per_probe +
         script.curveballs.items.size() * per_item + script.curveballs.before.size() * per_point;
}

}  // namespace curveball::dialogue
