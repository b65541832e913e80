// Whether a curveball comes before a turn, and which.
#pragma once

#include "dialogue/script.hpp"
#include "dialogue/state.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {

// The entry of Curveballs::before that stands for `turn` and was not passed yet, or none.
Index open_point(Script const& script, State const& state, Index turn);

// The curveball to throw at `point`, or none. `state` counts the point as passed already.
// Method of the draw: selection sampling (Knuth, TAOCP 2, 3.4.2, algorithm S) over the points.
Index choose_curveball(Script const& script, State const& state, Standing const& standing,
                       Index point);

}  // namespace curveball::dialogue
