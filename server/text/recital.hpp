// Whether an answer only tells how things are done in general. Pure; any thread.
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

// At least 60 words, at most one in 50 of them one's own (I, we, you and their forms, a number),
// and at least 3 that speak of methods or in general ("typically", "framework", "RACI").
// Source: the framework narrations of the tuning half of tests/corpus (docs/GUARDS.md).
bool is_recital(Reading const& reading);

}  // namespace curveball::text
