#include "wire/input_json.hpp"

#include "wire/names.hpp"

namespace curveball::wire {

void write_input_fields(JsonWriter& out, interview::Started const& input) {
  out.field("id", input.start_id);
  out.field("kind", "start");
}

void write_input_fields(JsonWriter& out, interview::Answered const& input) {
  out.field("id", input.answer_id);
  out.field("kind", "answer");
  out.field("text", input.text);
}

void write_input_fields(JsonWriter& out, interview::Commanded const& input) {
  out.field("id", input.command_id);
  out.field("kind", "command");
  out.field("name", commands.of(input.command));
}

void write_input_fields(JsonWriter& out, interview::TimedOut const& input) {
  out.field("kind", "timer");
  out.field("name", timers.of(input.timer.kind));
}

}  // namespace curveball::wire
