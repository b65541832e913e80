// The scoring of one answer, for `curveball score`.
// Thread: any; no state.
#pragma once

#include <string>

#include "dialogue/state.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"

namespace curveball::wire {

// {"turn", "words", "thin", "truncated", "list", "hits": [{"concept", "name", "red_flag",
// "pattern", "strength_pm", "credit_pm", "spans": [[begin, end, kind]], "words": [quoted]}],
// "missed": [concepts]} and the receipt as a report has it, indented. `event` is the answer to an
// ask and `after` the state that it led to; judged as if the interview were this answer alone.
std::string encode_score(interview::Program const& program, interview::Event const& event,
                         dialogue::State const& after);

}  // namespace curveball::wire
