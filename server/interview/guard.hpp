// Which words of an answer give no evidence: lists of terms, echoes of the question, the same
// sentence again; and which are a sample answer's. Pure. Source: docs/GUARDS.md.
#pragma once

#include <span>

#include "dialogue/state.hpp"
#include "interview/program.hpp"
#include "matching/pattern_set.hpp"
#include "text/mask.hpp"
#include "text/reading.hpp"

namespace curveball::interview {

// The answer as it was read, with every place where a pattern of the turn matches.
struct Heard {
  text::Reading const& read;
  std::span<matching::Place const> places;
};

// What gives no evidence. `state` is that before the answer: its turn and probe are what was asked.
text::Mask guard(Program const& program, dialogue::State const& state, Heard const& heard);

// What was copied from a sample answer of the interview. It is told and counts all the same: who
// practises with the sample at hand deceives nobody else.
text::Mask copied(Program const& program, text::Reading const& read);

// More than 40 % of the words are masked as a list.
bool reads_as_list(text::Reading const& read, text::Mask const& mask);

}  // namespace curveball::interview
