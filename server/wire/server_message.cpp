#include "wire/server_message.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "wire/names.hpp"
#include "wire/turn_json.hpp"

namespace curveball::wire {
namespace {

using interview::Event;
using interview::Program;
using nlohmann::json;

json input_json(interview::Started const& input) {
  return {{"kind", "start"}, {"id", input.start_id}};
}

json input_json(interview::Answered const& input) {
  return {{"kind", "answer"}, {"id", input.answer_id}, {"text", input.text}};
}

json input_json(interview::Commanded const& input) {
  return {{"kind", "command"}, {"id", input.command_id}, {"name", commands.of(input.command)}};
}

json input_json(interview::TimedOut const& input) {
  return {{"kind", "timer"}, {"name", timers.of(input.timer.kind)}};
}

json lines_json(dialogue::Outcome const& outcome) {
  json lines = json::array();
  for (auto const& line : outcome.lines) {
    lines.push_back({{"kind", line_kinds.of(line.kind)}, {"id", line.id}, {"text", line.text}});
  }
  return lines;
}

json limit_json(std::int64_t ms) { return ms == 0 ? json() : json(ms); }

json prompt_json(Program const& program, dialogue::Prompt const& prompt) {
  if (prompt.number == 0) return nullptr;
  bool const probes = prompt.probe != dialogue::none;
  return {{"number", prompt.number},
          {"turn", program.script.turns[prompt.turn].id},
          {"probe", probes ? json(program.script.probes[prompt.probe].id) : json()},
          {"asked_at_elapsed_ms", prompt.asked_at.ms},
          {"soft_ms", limit_json(prompt.soft_ms)},
          {"hard_ms", limit_json(prompt.hard_ms)},
          {"hints_left", prompt.hints_left}};
}

json curveball_json(Program const& program, dialogue::Outcome const& outcome) {
  for (auto const& change : outcome.changes) {
    if (change.kind == dialogue::ChangeKind::throw_curveball) {
      return program.script.curveballs.items[change.b].id;
    }
  }
  return nullptr;
}

dialogue::Change const* ending_of(dialogue::Outcome const& outcome) {
  auto const found = std::find_if(
      outcome.changes.begin(), outcome.changes.end(),
      [](dialogue::Change const& change) { return change.kind == dialogue::ChangeKind::over; });
  return found == outcome.changes.end() ? nullptr : &*found;
}

json envelope(std::string_view type, std::string_view session) {
  json frame = {{"v", 1}, {"type", type}};
  if (!session.empty()) frame["session"] = session;
  return frame;
}

}  // namespace

json turn_json(Program const& program, std::string_view session, Event const& event) {
  json body = {
      {"at_ms", event.at.ms},
      {"elapsed_ms", event.elapsed.ms},
      {"input", std::visit([](auto const& input) { return input_json(input); }, event.input)},
      {"lines", lines_json(event.outcome)},
      {"curveball", curveball_json(program, event.outcome)},
      {"prompt", prompt_json(program, event.prompt)},
      {"status", "open"}};
  if (auto const* over = ending_of(event.outcome)) {
    body["status"] = "over";
    body["ending"] = endings.of(static_cast<dialogue::Ending>(over->value));
  }
  json frame = envelope("turn", session);
  frame["seq"] = event.seq;
  frame["body"] = std::move(body);
  return frame;
}

std::string encode_turn(Program const& program, std::string_view session, Event const& event) {
  return turn_json(program, session, event).dump();
}

std::string encode_resumed(Program const& program, Resumed const& resumed) {
  json frame = envelope("resumed", resumed.session);
  frame["body"] = {{"scenario",
                    {{"id", program.card.id},
                     {"version", program.card.version},
                     {"hash", resumed.script_hash},
                     {"title", program.card.title}}},
                   {"last_seq", resumed.last_seq},
                   {"elapsed_ms", resumed.elapsed.ms},
                   {"time_scale_pm", resumed.time_scale_pm},
                   {"status", resumed.over ? "over" : "open"}};
  return frame.dump();
}

std::string encode_refused(Refused const& refused) {
  json frame = envelope("refused", refused.session);
  frame["body"] = {{"code", refused.code}, {"message", refused.message}};
  if (!refused.id.empty()) frame["body"]["id"] = refused.id;
  return frame.dump();
}

std::string_view ending_name(dialogue::Ending ending) { return endings.of(ending); }

Refused refusal_in_words(dialogue::Refusal refusal) {
  static constexpr std::array<std::string_view, 9> messages{
      "The interview has not started.",
      "The interview has already started.",
      "The interview is over; its report is ready.",
      "There is nothing in this answer. Write at least a word.",
      "The answer is too long; the limit is 16,384 bytes.",
      "The answer is not valid UTF-8.",
      "There is no further hint for this question.",
      "That time limit is no longer running.",
      "This session has reached its limit of events; start a new interview."};
  auto const index = static_cast<std::size_t>(refusal);
  return {.session = {}, .code = refusals.of(refusal), .message = messages[index], .id = {}};
}

}  // namespace curveball::wire
