#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "dialogue/speech.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {
namespace {

// Counters stop at their greatest value instead of starting over.
template <class T>
void count_up(T& counter) {
  if (counter < std::numeric_limits<T>::max()) ++counter;
}

template <class T>
T& at(std::vector<T>& values, Index index) {
  assert(index < values.size());
  return values[index];
}

void enter(Script const& script, State& state, Index index) {
  Turn const& turn = script.turns[index];
  count_up(at(state.visits, index));
  if (turn.kind == TurnKind::ask) count_up(state.turn_no);
  for (Index i = 0; i < turn.probe_count; ++i) {
    auto& asked = at(state.probe_asked, static_cast<Index>(turn.first_probe + i));
    asked = asked != 0 ? std::uint8_t{1} : std::uint8_t{0};
  }
  state.probes_here = 0;
  state.clarified_here = 0;
  state.no_answers_here = 0;
  state.soft_said = false;
  state.asked_in_vain = false;
}

void wait(State& state, Index turn, Index probe) {
  state.phase = probe == none ? Phase::asked : Phase::probed;
  state.turn = turn;
  state.probe = probe;
  state.prompted_at = state.now;
  count_up(state.prompt);
}

void end(State& state, std::int64_t ending) {
  state.phase = Phase::over;
  state.ending = static_cast<Ending>(ending);
  state.turn = none;
  state.probe = none;
}

void throw_curveball(State& state, Index turn, Index curveball) {
  at(state.curveball_used, curveball) = 1;
  state.stack.push_back({turn, curveball});
}

void ask_probe(State& state, Index probe) {
  at(state.probe_asked, probe) = 2;
  count_up(state.probes_here);
}

void raise_credit(State& state, Index slot, std::int64_t credit_pm) {
  auto& credit = at(state.credit, slot);
  credit = std::max(credit, static_cast<std::uint16_t>(credit_pm));
}

void apply_one(Script const& script, State& state, Change const& change) {
  auto const small = static_cast<std::uint8_t>(change.value);
  switch (change.kind) {
    case ChangeKind::credit:
      return raise_credit(state, change.a, change.value);
    case ChangeKind::flag:
      return count_up(at(state.flagged, change.a));
    case ChangeKind::thin:
      at(state.thin, change.a) = small;
      return;
    case ChangeKind::set_variable:
      at(state.variables, change.a) = change.payload;
      return;
    case ChangeKind::rule:
      return;
    case ChangeKind::enter:
      return enter(script, state, change.a);
    case ChangeKind::wait:
      return wait(state, change.a, change.b);
    case ChangeKind::probe:
      return ask_probe(state, change.a);
    case ChangeKind::hint:
      at(state.hints_given, change.a) = small;
      return;
    case ChangeKind::clarified:
      return count_up(state.clarified_here);
    case ChangeKind::no_answer:
      return count_up(state.no_answers_here);
    case ChangeKind::soft_time:
      state.soft_said = true;
      return;
    case ChangeKind::pass_point:
      at(state.point_passed, change.a) = 1;
      return;
    case ChangeKind::call:
      return state.stack.push_back({change.a, none});
    case ChangeKind::throw_curveball:
      return throw_curveball(state, change.a, change.b);
    case ChangeKind::come_back:
      return state.stack.pop_back();
    case ChangeKind::over:
      return end(state, change.value);
    case ChangeKind::own_question:
      state.asked_in_vain = true;
      return;
  }
}

}  // namespace

State fresh_state(Script const& script) {
  State state;
  for (Variable const& variable : script.variables) {
    state.variables.push_back(limited(variable.initial));
  }
  state.credit.resize(script.slots.size());
  state.flagged.resize(script.concepts.size());
  state.visits.resize(script.turns.size());
  state.thin.resize(script.turns.size());
  state.probe_asked.resize(script.probes.size());
  state.hints_given.resize(script.turns.size());
  state.curveball_used.resize(script.curveballs.items.size());
  state.point_passed.resize(script.curveballs.before.size());
  return state;
}

State begun_state(Script const& script, Begin const& input) {
  State state = fresh_state(script);
  state.seed = input.seed;
  state.time_scale_pm = input.time_scale_pm;
  state.forced = input.forced;
  return state;
}

void apply(Script const& script, State& state, std::span<Change const> changes, Elapsed now) {
  state.now = std::max(state.now, now);
  for (Change const& change : changes) apply_one(script, state, change);
}

}  // namespace curveball::dialogue
