#include "dialogue/walk.hpp"

#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "dialogue/curveball.hpp"
#include "dialogue/expression.hpp"
#include "dialogue/speech.hpp"

namespace curveball::dialogue {

Walk::Walk(Script const& script, State const& state, Elapsed now, Standing const& standing)
    : script_(script), standing_(standing), state_(state) {
  state_.now = std::max(state_.now, now);
}

Speech const& Walk::waiting_question() const {
  return state_.probe == none ? waiting_turn().speech : script_.probes[state_.probe].ask;
}

std::uint32_t Walk::visit_of(Index turn) const {
  return state_.visits[turn] == 0 ? 0U : state_.visits[turn] - 1U;
}

bool Walk::holds(std::optional<Expression> const& when) const {
  return dialogue::holds(when, script_, state_, standing_);
}

void Walk::change(Change const& change) {
  apply(script_, state_, {&change, 1}, state_.now);
  outcome_.changes.push_back(change);
}

void Walk::say(LineKind kind, Speech const& speech, std::uint32_t visit) {
  if (speech.empty()) return;
  auto const& variant = speech.variants[choose_variant(speech, state_.seed, visit)];
  outcome_.lines.push_back({kind, speech.id, fill(variant, state_.variables)});
}

void Walk::ask_probe(Index probe) {
  Index const turn = state_.turn;
  change({.kind = ChangeKind::probe, .a = probe});
  say(LineKind::probe, script_.probes[probe].ask, visit_of(turn));
  change({.kind = ChangeKind::wait, .a = turn, .b = probe});
}

void Walk::go_to(Index turn) { follow(turn); }

void Walk::take_rule(Index turn, Index rule) { follow(taken(turn, rule)); }

void Walk::take_first_rule(Index turn) { follow(first_rule(turn)); }

void Walk::end(Ending ending) {
  change({.kind = ChangeKind::over, .value = static_cast<std::int64_t>(ending)});
}

Step Walk::finish() && { return {std::move(state_), std::move(outcome_)}; }

void Walk::follow(Next next) {
  while (next) next = *next == none ? come_back() : arrive(*next);
}

Walk::Next Walk::arrive(Index turn) {
  auto const thrown = state_.stack.empty() ? throw_curveball(turn) : Next{};
  return thrown ? thrown : enter(turn);
}

Walk::Next Walk::enter(Index index) {
  if (entered_ == limits::steps_per_input) return fault();
  ++entered_;
  Turn const& turn = script_.turns[index];
  change({.kind = ChangeKind::enter, .a = index});
  set(turn.set);
  switch (turn.kind) {
    case TurnKind::ask:
      say(LineKind::ask, turn.speech, visit_of(index));
      change({.kind = ChangeKind::wait, .a = index});
      return {};
    case TurnKind::say:
      say(LineKind::say, turn.speech, visit_of(index));
      return first_rule(index);
    case TurnKind::call:
      return call(index);
    case TurnKind::end:
      say(LineKind::end, turn.speech, visit_of(index));
      end(Ending::finished);
  }
  return {};
}

Walk::Next Walk::throw_curveball(Index turn) {
  Index const point = open_point(script_, state_, turn);
  if (point == none) return {};
  change({.kind = ChangeKind::pass_point, .a = point});
  Index const item = choose_curveball(script_, state_, standing_, point);
  if (item == none) return {};
  change({.kind = ChangeKind::throw_curveball, .a = turn, .b = item});
  return script_.dialogues[script_.curveballs.items[item].dialogue].first_turn;
}

Walk::Next Walk::call(Index turn) {
  if (state_.stack.size() == limits::call_depth) return fault();
  Index const dialogue = script_.turns[turn].calls;
  change({.kind = ChangeKind::call, .a = turn, .b = dialogue});
  return script_.dialogues[dialogue].first_turn;
}

Walk::Next Walk::come_back() {
  if (state_.stack.empty()) return fault();
  Frame const frame = state_.stack.back();
  change({.kind = ChangeKind::come_back});
  if (frame.curveball == none) return first_rule(frame.turn);
  say(LineKind::resume, script_.curveballs.items[frame.curveball].resume, 0);
  return frame.turn;  // Its point was passed when the curveball came.
}

Walk::Next Walk::taken(Index turn, Index index) {
  Rule const& rule = script_.turns[turn].next[index];
  change({.kind = ChangeKind::rule, .a = turn, .b = index});
  set(rule.set);
  return rule.go_to;
}

Walk::Next Walk::first_rule(Index turn) {
  auto const& rules = script_.turns[turn].next;
  auto const found = std::find_if(rules.begin(), rules.end(),
                                  [this](Rule const& rule) { return holds(rule.when); });
  return found == rules.end() ? fault() : taken(turn, static_cast<Index>(found - rules.begin()));
}

Walk::Next Walk::fault() {
  outcome_.lines.push_back(
      {LineKind::end, "fault", "Sorry, this interview has a fault and cannot go on."});
  end(Ending::fault);
  return {};
}

// All values are taken before the first is set, so their order does not matter.
void Walk::set(std::vector<Assignment> const& assignments) {
  std::vector<Change> changes;
  changes.reserve(assignments.size());
  for (Assignment const& assignment : assignments) {
    changes.push_back({.kind = ChangeKind::set_variable,
                       .a = assignment.variable,
                       .payload = limited(evaluate(assignment.value, script_, state_, standing_))});
  }
  for (Change const& each : changes) change(each);
}

}  // namespace curveball::dialogue
