// Looks for what compiles but would not work well: in the graph of turns, in the use of names, in
// what patterns hear, and in the tests a scenario carries. Each rule is one function.
// Thread: any.
#pragma once

#include "scenario/compile.hpp"

namespace curveball::scenario {

// All of the below. `compilation` has no errors.
void lint(Compilation const& compilation, Findings& findings);

void lint_flow(Compilation const& compilation, Findings& findings);
void lint_use(Compilation const& compilation, Findings& findings);
void lint_matching(Compilation const& compilation, Findings& findings);

}  // namespace curveball::scenario
