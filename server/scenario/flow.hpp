// The graph that the turns of a script make, conditions left aside: every rule may be taken.
// Thread: any; values.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "dialogue/script.hpp"

namespace curveball::scenario {

// Per turn or dialogue: does something hold for it?
using Flags = std::vector<bool>;

class Flow {
 public:
  // `script` must outlive it.
  explicit Flow(dialogue::Script const& script);

  // Turns and dialogues that some interview can enter, curveballs included.
  Flags const& reached_turns() const { return reached_turns_; }
  Flags const& reached_dialogues() const { return reached_dialogues_; }

  // Turns from which an end, or the way back out of the sub-dialogue, can be reached.
  Flags exits() const;

  // Turns that `from` leads to within its dialogue, itself only when it lies on a circle.
  // `silent_only`: over turns that ask nothing.
  Flags reached_from(dialogue::Index from, bool silent_only) const;

  // Whether the turn can be passed without a question to the candidate.
  bool is_silent(dialogue::Index turn) const;

  // A dialogue that calls itself, directly or not.
  std::optional<dialogue::Index> recursive_dialogue() const;

  // The most calls inside each other below `dialogue`. Needs that none is recursive.
  std::size_t call_depth(dialogue::Index dialogue) const;

 private:
  void enter(dialogue::Index turn);
  Flags called_from(dialogue::Index dialogue) const;
  bool returns_silently(dialogue::Index dialogue) const;
  void find_silent_dialogues();

  dialogue::Script const& script_;
  Flags reached_turns_;
  Flags reached_dialogues_;
  Flags silent_dialogues_;  // That can be passed without a question.
};

}  // namespace curveball::scenario
