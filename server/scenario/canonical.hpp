// The text of a scenario with all that it uses, as the store pins it.
// Thread: any; no state.
#pragma once

#include <string>

#include "scenario/bundle.hpp"

namespace curveball::scenario {

// Everything in one JSON value: `uses` and `profile` hold the files themselves, `$schema` is gone.
// Without white space, keys sorted by their bytes, escapes only where they must be. `bundle` is
// complete and has no error.
std::string canonical_text(Bundle const& bundle);

}  // namespace curveball::scenario
