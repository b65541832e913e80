// The dialogue engine: one input in, the next state and the outcome out.
// Pure: equal arguments give equal results, byte for byte. Time and seed arrive as input only.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "dialogue/outcome.hpp"
#include "dialogue/script.hpp"
#include "dialogue/state.hpp"

namespace curveball::dialogue {

// Why an input was refused. Nothing has happened then.
enum class Refusal : std::uint8_t {
  not_started,
  already_started,
  already_over,
  empty_answer,
  answer_too_long,
  not_utf8,
  no_hint_left,
  stale_timer,
  too_many_events,
};

struct Begin {
  std::uint64_t seed = 0;
  std::uint16_t time_scale_pm = 1000;  // 0 (no limits), 1000, 1500 or 2000.
  std::vector<Index> forced;           // As State::forced; empty: draw.
  friend bool operator==(Begin const&, Begin const&) = default;
};

// One hit of the answer, already worth `credit_pm` (strength times what credit_multiplier says).
struct Heard {
  Index concept_index = none;
  std::uint16_t credit_pm = 0;
};

// Levels (1..4) and coverage (per mille) of every criterion after the answer, for conditions.
struct Standing {
  std::vector<std::uint8_t> levels;
  std::vector<std::uint16_t> coverage_pm;
};

// An answer as the interview read it.
struct Answer {
  std::vector<Heard> heard;           // Concepts expected here and red flags.
  std::vector<Index> clarifications;  // Indexes in the turn's `clarify` that were asked for.
  bool says_no_answer = false;        // "I don't know", with nothing heard.
  bool asks_repeat = false;           // "Could you repeat that?", with nothing heard.
  bool only_questions = false;        // Nothing but questions, with nothing heard.
  bool thin = false;                  // Shorter than the mode of the ask wants.
  Standing standing;                  // With `heard` already counted in.
};

enum class Command : std::uint8_t { hint, repeat, skip, end };
enum class TimerKind : std::uint8_t { soft, hard };

struct Timer {
  std::uint32_t prompt = 0;  // Prompt::number it was set for; any other is stale.
  TimerKind kind = TimerKind::soft;
  friend bool operator==(Timer const&, Timer const&) = default;
};

struct Step {
  State next;
  Outcome outcome;
};

// A state in which nothing has happened yet, sized for `script`.
State fresh_state(Script const& script);

// A fresh state with the values of the recorded start in it: what the changes of begin() build on.
State begun_state(Script const& script, Begin const& input);

// Says the first lines. Refuses with already_started unless the state is fresh.
// `now` is the interview's clock, as for the others.
Result<Step, Refusal> begin(Script const& script, State const& state, Begin const& input,
                            Elapsed now = {});

// Credits, flags, then: clarifications, no answer, `now` rules, the next probe, `next`.
// An answer in which nothing was heard and that was a clarifying question, a wish to hear the
// question again or an "I don't know" that the turn allows for leaves the question waiting; it is
// no main answer then, so State::thin stays as it was.
// `now` is the interview's clock; it never runs backwards (an earlier time counts as State::now).
Result<Step, Refusal> answer(Script const& script, State const& state, Elapsed now,
                             Answer const& input);

// hint: the next hint or no_hint_left. repeat: the waiting question again. skip: straight to
// `next`. end: over, ended_early. `standing` serves the conditions of the rules that skip looks at.
Result<Step, Refusal> command(Script const& script, State const& state, Elapsed now, Command input,
                              Standing const& standing);

// soft: says soft_say once a visit. hard: as skip, with time_up_say.
// stale_timer when the prompt is not the one that waits, has no such limit, or it is not due at
// `now`.
Result<Step, Refusal> timer(Script const& script, State const& state, Elapsed now, Timer input,
                            Standing const& standing);

// Replays recorded changes. `changes` come from the same script; no condition is looked at.
// Those of begin() are replayed on begun_state(), all others on the state before them.
void apply(Script const& script, State& state, std::span<Change const> changes, Elapsed now);

// What a hit of `concept_index` is worth if it is heard now, per mille: 1000 unprompted, 500 when
// the waiting probe asks for it, 250 when a hint of this turn helps it (the lowest that applies).
std::uint16_t credit_multiplier(Script const& script, State const& state, Index concept_index);

// The question that waits; number 0 when none does. soft_ms is 0 once soft_say was said in this
// visit.
Prompt waiting_prompt(Script const& script, State const& state);

}  // namespace curveball::dialogue
