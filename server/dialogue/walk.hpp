// One input's way through a script: a working state, and the record of all that is done to it.
// The state is changed by recorded changes only, with the very function that replays them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "dialogue/outcome.hpp"
#include "dialogue/script.hpp"
#include "dialogue/state.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {

class Walk {
 public:
  // The arguments but `state` must outlive the walk. An earlier `now` counts as State::now.
  Walk(Script const& script, State const& state, Elapsed now, Standing const& standing);

  Script const& script() const { return script_; }
  State const& state() const { return state_; }

  // The turn that waits, and the question it waits with: its own or that of its probe.
  Turn const& waiting_turn() const { return script_.turns[state_.turn]; }
  Speech const& waiting_question() const;

  // How often a turn was entered before the visit that goes on; chooses variants.
  std::uint32_t visit_of(Index turn) const;

  bool holds(std::optional<Expression> const& when) const;

  void change(Change const& change);

  // An empty speech says nothing.
  void say(LineKind kind, Speech const& speech, std::uint32_t visit);

  // Asks a probe of the turn that waits, and waits for its answer.
  void ask_probe(Index probe);

  // Enters `turn` and goes on until a question waits or the interview is over.
  void go_to(Index turn);

  // Takes rule number `rule` of `turn`, or the first that holds, and goes on in the same way.
  void take_rule(Index turn, Index rule);
  void take_first_rule(Index turn);

  void end(Ending ending);

  Step finish() &&;

 private:
  // Where to go on: a turn, or `none` for back to where the sub-dialogue was called. Nothing: stop.
  using Next = std::optional<Index>;

  void follow(Next next);
  Next arrive(Index turn);
  Next enter(Index turn);
  Next throw_curveball(Index turn);
  Next call(Index turn);
  Next come_back();
  Next taken(Index turn, Index rule);
  Next first_rule(Index turn);
  Next fault();
  void set(std::vector<Assignment> const& assignments);

  Script const& script_;
  Standing const& standing_;
  State state_;
  Outcome outcome_;
  std::size_t entered_ = 0;
};

}  // namespace curveball::dialogue
