// Looks for what compiles but would not work well: in the graph of turns, in the use of names, in
// what patterns hear, and in the tests a scenario carries. Each rule is one function.
// Thread: any.
#pragma once

#include "scenario/compile.hpp"

namespace curveball::scenario {

// `compilation` has no errors when these are called.
// What would make it unsafe to run: lint_flow, and whether a session fits into memory.
void lint_safety(Compilation const& compilation, Findings& findings);
// Everything else: lint_use and lint_matching.
void lint_sense(Compilation const& compilation, Findings& findings);

void lint_flow(Compilation const& compilation, Findings& findings);
void lint_use(Compilation const& compilation, Findings& findings);
void lint_matching(Compilation const& compilation, Findings& findings);

}  // namespace curveball::scenario
