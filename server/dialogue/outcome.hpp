// What one input did: changes of the state, and lines for the candidate.
// Changes are recorded and replayed as they are; replaying needs no condition, draw or match, so a
// session goes on under a newer engine exactly as it was.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "dialogue/script.hpp"
#include "dialogue/state.hpp"

namespace curveball::dialogue {

enum class ChangeKind : std::uint8_t {
  credit,           // a: slot, value: per mille. Never lower than before.
  flag,             // a: concept. A red flag was heard once more.
  thin,             // a: turn, value: 0 or 1.
  set_variable,     // a: variable, payload: the new value.
  rule,             // a: turn, b: index in its `next`. For explanation only.
  enter,            // a: turn. Counts the visit and clears what belongs to a visit.
  wait,             // a: turn, b: probe or none. A new question waits; its number goes up.
  probe,            // a: probe. It was asked.
  hint,             // a: turn, value: hints given so far.
  clarified,        // a: turn, b: index in its `clarify`.
  no_answer,        // a: turn.
  soft_time,        // a: turn.
  pass_point,       // a: index in `before`.
  call,             // a: call turn, b: dialogue.
  throw_curveball,  // a: turn it came before, b: curveball.
  come_back,        // The top frame is popped.
  over,             // value: Ending.
  own_question,     // a: turn. A question that the script has no answer to was put back.
};

struct Change {
  ChangeKind kind = ChangeKind::rule;
  Index a = none;
  Index b = none;
  std::int64_t value = 0;
  Value payload = std::int64_t{0};  // Of set_variable only.
  friend bool operator==(Change const&, Change const&) = default;
};

enum class LineKind : std::uint8_t {
  say,
  ask,
  probe,
  hint,
  clarify,
  nudge,
  no_answer,
  resume,
  curveball,  // No line has it; it keeps the place of the kinds after it, which stored events hash.
  repeat,
  notice,
  end,
};

// Something said to the candidate, as it was said.
struct Line {
  LineKind kind = LineKind::say;
  std::string id;    // Speech id.
  std::string text;  // Variables filled in.
  friend bool operator==(Line const&, Line const&) = default;
};

// The question that waits after the step, with its time limits.
struct Prompt {
  std::uint32_t number = 0;
  std::int64_t soft_ms = 0;  // From Prompt::asked_at, scaled; 0: none.
  std::int64_t hard_ms = 0;
  Elapsed asked_at;
  Index turn = none;            // The ask.
  Index probe = none;           // Not none: this probe of it waits.
  std::uint8_t hints_left = 0;  // That can still be asked for.
  friend bool operator==(Prompt const&, Prompt const&) = default;
};

struct Outcome {
  std::vector<Change> changes;
  std::vector<Line> lines;
  friend bool operator==(Outcome const&, Outcome const&) = default;
};

}  // namespace curveball::dialogue
