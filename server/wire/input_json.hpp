// What came in, as the fields that a `turn` frame and a stored event have in common.
// Thread: any; no state.
#pragma once

#include "interview/event.hpp"
#include "wire/json_writer.hpp"

namespace curveball::wire {

// Each writes its fields, in alphabetical order, into the object that is open.
void write_input_fields(JsonWriter& out, interview::Started const& input);    // id, kind
void write_input_fields(JsonWriter& out, interview::Answered const& input);   // id, kind, text
void write_input_fields(JsonWriter& out, interview::Commanded const& input);  // id, kind, name
void write_input_fields(JsonWriter& out, interview::TimedOut const& input);   // kind, name

}  // namespace curveball::wire
