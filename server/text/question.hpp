// Whether a sentence asks something. Pure; any thread.
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

// True when the sentence opens as a question does: "what is", "how many", "do we", "is the", "who".
bool opens_as_question(Reading const& reading, Sentence const& sentence);

// True when the sentence tells of a question that somebody else is asked: "I would ask Tomas: what
// is the new date?", "my question to the team is when". Not "can I ask when", not "I ask you".
bool tells_a_question(Reading const& reading, Sentence const& sentence);

}  // namespace curveball::text
