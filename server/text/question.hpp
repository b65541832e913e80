// Whether a sentence without a question mark asks something. Pure; any thread.
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

// True when the sentence opens as a question does: "what is", "how many", "do we", "is the", "who".
bool opens_as_question(Reading const& reading, Sentence const& sentence);

}  // namespace curveball::text
