#include "dialogue/step.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "base/limits.hpp"
#include "dialogue/walk.hpp"

namespace curveball::dialogue {
namespace {

bool waits(State const& state) {
  return state.phase == Phase::asked || state.phase == Phase::probed;
}

std::optional<Refusal> refused(State const& state) {
  if (state.phase == Phase::fresh) return Refusal::not_started;
  if (state.phase == Phase::over) return Refusal::already_over;
  return {};
}

// Where `turn` keeps credit for a concept, or none when it does not expect it.
Index slot_of(Turn const& turn, Index concept_index) {
  auto const found = std::find(turn.expects.begin(), turn.expects.end(), concept_index);
  if (found == turn.expects.end()) return none;
  return static_cast<Index>(turn.first_slot + (found - turn.expects.begin()));
}

void hear(Walk& walk, std::vector<Heard> const& heard) {
  for (Heard const& hit : heard) {
    Index const slot = slot_of(walk.waiting_turn(), hit.concept_index);
    if (slot != none && hit.credit_pm > walk.state().credit[slot]) {
      walk.change({.kind = ChangeKind::credit, .a = slot, .value = hit.credit_pm});
    }
    if (walk.script().concepts[hit.concept_index].red_flag) {
      walk.change({.kind = ChangeKind::flag, .a = hit.concept_index});
    }
  }
}

void say_here(Walk& walk, LineKind kind, Speech const& speech) {
  walk.say(kind, speech, walk.visit_of(walk.state().turn));
}

// The words that are the same in every interview take another variant for every question.
void say_manners(Walk& walk, LineKind kind, Speech const& speech) {
  walk.say(kind, speech, walk.state().prompt - 1);
}

// Whether anything was said.
bool clarify(Walk& walk, std::vector<Index> const& asked_for) {
  auto const& known = walk.waiting_turn().clarify;
  bool said = false;
  for (Index const index : asked_for) {
    bool const room = walk.state().clarified_here < limits::clarifications_per_turn;
    if (index >= known.size() || !room) continue;
    walk.change({.kind = ChangeKind::clarified, .a = walk.state().turn, .b = index});
    say_here(walk, LineKind::clarify, known[index].say);
    said = true;
  }
  return said;
}

void repeat(Walk& walk) {
  say_manners(walk, LineKind::repeat, walk.script().manners.repeat_say);
  say_here(walk, LineKind::repeat, walk.waiting_question());
}

// Whether "I don't know" was met with a word of help, so that the same question goes on.
bool encourage(Walk& walk) {
  NoAnswer const& no_answer = walk.waiting_turn().no_answer;
  State const& state = walk.state();
  if (state.phase != Phase::asked || state.no_answers_here >= no_answer.max) return false;
  walk.change({.kind = ChangeKind::no_answer, .a = state.turn});
  say_here(walk, LineKind::no_answer, no_answer.say);
  return true;
}

// Whether the candidate's own questions, to which there is no answer, were put back, so that the
// same question goes on: once, and not after a probe.
bool put_back(Walk& walk) {
  State const& state = walk.state();
  Speech const& words = walk.script().manners.no_more_say;
  if (state.phase != Phase::asked || state.asked_in_vain || words.empty()) return false;
  walk.change({.kind = ChangeKind::own_question, .a = state.turn});
  say_manners(walk, LineKind::clarify, words);
  return true;
}

// Whether the same question goes on, as nothing in the answer was an answer.
bool stays(Walk& walk, Answer const& input, bool clarified) {
  if (!input.heard.empty()) return false;
  if (clarified) return true;
  if (input.asks_repeat) {
    repeat(walk);
    return true;
  }
  if (input.says_no_answer) return encourage(walk);
  return input.only_questions && put_back(walk);
}

void note_thin(Walk& walk, bool thin) {
  State const& state = walk.state();
  if (state.phase != Phase::asked || (state.thin[state.turn] != 0) == thin) return;
  walk.change({.kind = ChangeKind::thin, .a = state.turn, .value = thin ? 1 : 0});
}

Index rule_before_probes(Walk const& walk) {
  auto const& rules = walk.waiting_turn().next;
  auto const found = std::find_if(rules.begin(), rules.end(), [&](Rule const& rule) {
    return rule.now && walk.holds(rule.when);
  });
  return found == rules.end() ? none : static_cast<Index>(found - rules.begin());
}

bool wanted(Walk const& walk, Index index) {
  Probe const& probe = walk.script().probes[index];
  Index const slot = slot_of(walk.waiting_turn(), probe.concept_index);
  bool const missed = slot != none && walk.state().credit[slot] == 0;
  return missed && walk.state().probe_asked[index] != 2 && walk.holds(probe.when);
}

Index next_probe(Walk const& walk) {
  Turn const& turn = walk.waiting_turn();
  if (walk.state().probes_here >= turn.probes_max) return none;
  for (Index i = 0; i < turn.probe_count; ++i) {
    auto const probe = static_cast<Index>(turn.first_probe + i);
    if (wanted(walk, probe)) return probe;
  }
  return none;
}

void go_on(Walk& walk) {
  Index const turn = walk.state().turn;
  if (Index const rule = rule_before_probes(walk); rule != none) return walk.take_rule(turn, rule);
  if (Index const probe = next_probe(walk); probe != none) return walk.ask_probe(probe);
  walk.take_first_rule(turn);
}

void skip(Walk& walk, Speech const& notice) {
  say_manners(walk, LineKind::notice, notice);
  walk.take_first_rule(walk.state().turn);
}

void give_hint(Walk& walk) {
  Index const turn = walk.state().turn;
  std::uint8_t const given = walk.state().hints_given[turn];
  walk.change({.kind = ChangeKind::hint, .a = turn, .value = given + 1});
  say_here(walk, LineKind::hint, walk.waiting_turn().hints[given].say);
}

void end_early(Walk& walk) {
  say_manners(walk, LineKind::end, walk.script().manners.end_say);
  walk.end(Ending::ended_early);
}

void nudge(Walk& walk) {
  walk.change({.kind = ChangeKind::soft_time, .a = walk.state().turn});
  say_here(walk, LineKind::nudge, walk.waiting_turn().time.soft_say);
}

void obey(Walk& walk, Command input) {
  switch (input) {
    case Command::hint:
      return give_hint(walk);
    case Command::repeat:
      return repeat(walk);
    case Command::skip:
      return skip(walk, walk.script().manners.skip_say);
    case Command::end:
      return end_early(walk);
  }
}

std::uint8_t hints_left(Script const& script, State const& state) {
  auto const left = script.turns[state.turn].hints.size() - state.hints_given[state.turn];
  return static_cast<std::uint8_t>(std::min<std::size_t>(left, 255));
}

bool is_due(Prompt const& prompt, Timer input, Elapsed now) {
  auto const limit_ms = input.kind == TimerKind::soft ? prompt.soft_ms : prompt.hard_ms;
  return input.prompt == prompt.number && limit_ms > 0 && now.ms - prompt.asked_at.ms >= limit_ms;
}

bool helped(Turn const& turn, std::size_t hints_given, Index concept_index) {
  auto const end = turn.hints.begin() + static_cast<std::ptrdiff_t>(hints_given);
  return std::any_of(turn.hints.begin(), end, [concept_index](Hint const& hint) {
    return std::find(hint.helps.begin(), hint.helps.end(), concept_index) != hint.helps.end();
  });
}

}  // namespace

Result<Step, Refusal> begin(Script const& script, State const& state, Begin const& input,
                            Elapsed now) {
  if (state.phase != Phase::fresh) return Unexpected{Refusal::already_started};
  Standing const nothing_yet;
  Walk walk{script, begun_state(script, input), now, nothing_yet};
  walk.go_to(script.start);
  return std::move(walk).finish();
}

Result<Step, Refusal> answer(Script const& script, State const& state, Elapsed now,
                             Answer const& input) {
  if (auto const refusal = refused(state)) return Unexpected{*refusal};
  Walk walk{script, state, now, input.standing};
  hear(walk, input.heard);
  bool const clarified = clarify(walk, input.clarifications);
  if (!stays(walk, input, clarified)) {
    note_thin(walk, input.thin);
    go_on(walk);
  }
  return std::move(walk).finish();
}

Result<Step, Refusal> command(Script const& script, State const& state, Elapsed now, Command input,
                              Standing const& standing) {
  if (auto const refusal = refused(state)) return Unexpected{*refusal};
  if (input == Command::hint && hints_left(script, state) == 0) {
    return Unexpected{Refusal::no_hint_left};
  }
  Walk walk{script, state, now, standing};
  obey(walk, input);
  return std::move(walk).finish();
}

Result<Step, Refusal> timer(Script const& script, State const& state, Elapsed now, Timer input,
                            Standing const& standing) {
  if (auto const refusal = refused(state)) return Unexpected{*refusal};
  if (!is_due(waiting_prompt(script, state), input, std::max(state.now, now))) {
    return Unexpected{Refusal::stale_timer};
  }
  Walk walk{script, state, now, standing};
  if (input.kind == TimerKind::soft) {
    nudge(walk);
  } else {
    skip(walk, script.manners.time_up_say);
  }
  return std::move(walk).finish();
}

std::uint16_t credit_multiplier(Script const& script, State const& state, Index concept_index) {
  if (!waits(state)) return 1000;
  if (helped(script.turns[state.turn], state.hints_given[state.turn], concept_index)) return 250;
  bool const asked_for =
      state.probe != none && script.probes[state.probe].concept_index == concept_index;
  return asked_for ? 500 : 1000;
}

Prompt waiting_prompt(Script const& script, State const& state) {
  if (!waits(state)) return {};
  Turn const& turn = script.turns[state.turn];
  auto const scaled = [&state](std::int64_t ms) { return ms * state.time_scale_pm / 1000; };
  return {.number = state.prompt,
          .soft_ms = state.soft_said ? 0 : scaled(turn.time.soft_ms),
          .hard_ms = scaled(turn.time.hard_ms),
          .asked_at = state.prompted_at,
          .turn = state.turn,
          .probe = state.probe,
          .hints_left = hints_left(script, state)};
}

}  // namespace curveball::dialogue
