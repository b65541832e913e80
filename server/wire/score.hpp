// The scoring of one answer, for `curveball score`.
// Thread: any; no state.
#pragma once

#include <string>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "rubric/judge.hpp"

namespace curveball::wire {

// {"turn", "words", "thin", "truncated", "hits": [{"concept", "name", "red_flag", "pattern",
// "strength_pm", "credit_pm", "spans": [[begin, end, kind]], "words": [quoted]}], "missed":
// [concepts], "criteria": [{"id", "level", "coverage_pm", "anchor", "rule", "next_condition"}],
// "verdict":
// {"id", "rule", "why"}}, indented. `event` is the answer to an ask; the criteria are judged as if
// the interview were this answer alone.
std::string encode_score(interview::Program const& program, interview::Event const& event,
                         rubric::Judgement const& judgement);

}  // namespace curveball::wire
