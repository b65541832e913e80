// What an answer only tells in general: how things are done. Pure; any thread.
#pragma once

#include "text/mask.hpp"
#include "text/reading.hpp"

namespace curveball::text {

// Masks a recital: at least 60 words, at most one in 50 of them one's own (I, we, you and their
// forms, a number), and at least 3 that speak of methods or in general ("typically", "framework",
// "RACI"). Paragraphs of less than 30 words that do not speak so are looked at apart: they neither
// make a recital nor mend it, and are not masked.
// Source: the framework narrations of the tuning half of tests/corpus (docs/GUARDS.md).
void mask_recital(Reading const& reading, Mask& mask);

}  // namespace curveball::text
