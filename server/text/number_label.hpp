// Which numbers only name or date a thing. Private to the room: use read().
#pragma once

#include "text/reading.hpp"

namespace curveball::text {

// Makes NumberForm::other of numbers in digits that count nothing: behind what is numbered
// ("version 3", "phase 2"), with two full stops ("3.11.4"), and ages ("35 years old", "aged 35").
void mark_labels(Reading& reading);

}  // namespace curveball::text
