// Where one session stands. A plain value: copied, compared, rebuilt from the events.
// Fits in limits::state_bytes: lint refuses a script whose state could outgrow it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/instant.hpp"
#include "dialogue/script.hpp"

namespace curveball::dialogue {

enum class Phase : std::uint8_t { fresh, asked, probed, over };

// Why an interview is over.
enum class Ending : std::uint8_t { not_over, finished, ended_early, fault };

// A sub-dialogue that is running: where to go on when it returns.
struct Frame {
  Index turn = none;       // The call turn, or the turn that the curveball came before.
  Index curveball = none;  // none: an ordinary call.
  friend bool operator==(Frame const&, Frame const&) = default;
};

struct State {
  std::uint64_t seed = 0;
  std::uint16_t time_scale_pm = 1000;  // Per mille of the script's times; 0: no time limits.
  Phase phase = Phase::fresh;
  Ending ending = Ending::not_over;
  Index turn = none;   // The turn that waits for an answer.
  Index probe = none;  // Into Script::probes, while phase is probed.
  std::vector<Frame> stack;
  std::vector<Value> variables;

  std::vector<std::uint16_t> credit;         // Per slot, per mille: the best so far.
  std::vector<std::uint8_t> flagged;         // Per concept: how often a red flag was heard.
  std::vector<std::uint8_t> visits;          // Per turn.
  std::vector<std::uint8_t> thin;            // Per turn: 1 when its last main answer was too short.
  std::vector<std::uint8_t> probe_asked;     // Per probe: 2 asked in this visit, 1 in an earlier.
  std::vector<std::uint8_t> hints_given;     // Per turn: how many, in authored order.
  std::vector<std::uint8_t> curveball_used;  // Per curveball item.
  std::vector<std::uint8_t> point_passed;    // Per entry of Curveballs::before.

  std::uint8_t probes_here = 0;  // Of this visit to `turn`.
  std::uint8_t clarified_here = 0;
  std::uint8_t no_answers_here = 0;
  bool soft_said = false;      // Of this visit.
  bool asked_in_vain = false;  // Of this visit: a question of the candidate's had no answer.
  std::uint32_t prompt = 0;    // Number of the question that waits; timers name it.
  Elapsed prompted_at;
  Elapsed now;                // The interview's clock at the last event.
  std::uint16_t turn_no = 0;  // Asks entered so far.
  std::vector<Index>
      forced;  // Per entry of `before`: curveball to force, none = no draw there; empty: draw.

  friend bool operator==(State const&, State const&) = default;
};

// Bytes that a state of `script` takes when it is fullest: every text variable at its limit, calls
// as deep as they may be, a curveball forced at every point. Without the heap's own overhead.
std::size_t largest_state_bytes(Script const& script);

}  // namespace curveball::dialogue
