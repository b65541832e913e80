#include "wire/server_message.hpp"

#include <algorithm>
#include <array>

#include "wire/input_json.hpp"
#include "wire/json_writer.hpp"
#include "wire/names.hpp"

namespace curveball::wire {
namespace {

using interview::Event;
using interview::Program;

void write_lines(JsonWriter& out, dialogue::Outcome const& outcome) {
  auto const list = out.array();
  for (auto const& line : outcome.lines) {
    auto const said = out.object();
    out.field("id", line.id);
    out.field("kind", line_kinds.of(line.kind));
    out.field("text", line.text);
  }
}

void write_limit(JsonWriter& out, std::string_view name, std::int64_t ms) {
  if (ms == 0) return out.field(name, nullptr);
  out.field(name, ms);
}

void write_prompt(JsonWriter& out, Program const& program, dialogue::Prompt const& prompt) {
  if (prompt.number == 0) return out.value(nullptr);
  auto const object = out.object();
  out.field("asked_at_elapsed_ms", prompt.asked_at.ms);
  write_limit(out, "hard_ms", prompt.hard_ms);
  out.field("hints_left", prompt.hints_left);
  out.field("number", prompt.number);
  if (prompt.probe == dialogue::none) {
    out.field("probe", nullptr);
  } else {
    out.field("probe", program.script.probes[prompt.probe].id);
  }
  write_limit(out, "soft_ms", prompt.soft_ms);
  out.field("turn", program.script.turns[prompt.turn].id);
}

// The change of that kind, or null.
dialogue::Change const* find_change(dialogue::Outcome const& outcome, dialogue::ChangeKind kind) {
  auto const found =
      std::find_if(outcome.changes.begin(), outcome.changes.end(),
                   [kind](dialogue::Change const& change) { return change.kind == kind; });
  return found == outcome.changes.end() ? nullptr : &*found;
}

void write_curveball(JsonWriter& out, Program const& program, dialogue::Outcome const& outcome) {
  auto const* thrown = find_change(outcome, dialogue::ChangeKind::throw_curveball);
  if (thrown == nullptr) return out.field("curveball", nullptr);
  out.field("curveball", program.script.curveballs.items[thrown->b].id);
}

void write_turn(JsonWriter& out, Program const& program, Event const& event) {
  auto const* over = find_change(event.outcome, dialogue::ChangeKind::over);
  auto const body = out.object();
  out.field("at_ms", event.at.ms);
  write_curveball(out, program, event.outcome);
  out.field("elapsed_ms", event.elapsed.ms);
  if (over) out.field("ending", endings.of(static_cast<dialogue::Ending>(over->value)));
  {
    auto const input = out.key("input").object();
    std::visit([&out](auto const& held) { write_input_fields(out, held); }, event.input);
  }
  write_lines(out.key("lines"), event.outcome);
  write_prompt(out.key("prompt"), program, event.prompt);
  out.field("status", over ? "over" : "open");
}

void write_interviewer(JsonWriter& out, interview::Interviewer const& who) {
  if (who.name.empty()) return out.value(nullptr);
  auto const object = out.object();
  out.field("name", who.name);
  out.field("role", who.role);
}

void write_session(JsonWriter& out, std::string_view session) {
  if (!session.empty()) out.field("session", session);
}

void write_type(JsonWriter& out, std::string_view type) {
  out.field("type", type);
  out.field("v", 1);
}

}  // namespace

std::string encode_turn(Program const& program, std::string_view session, Event const& event) {
  JsonWriter out;
  {
    auto const frame = out.object();
    write_turn(out.key("body"), program, event);
    out.field("seq", event.seq);
    write_session(out, session);
    write_type(out, "turn");
  }
  return std::move(out).take();
}

std::string encode_resumed(Program const& program, Resumed const& resumed) {
  JsonWriter out;
  {
    auto const frame = out.object();
    {
      auto const body = out.key("body").object();
      out.field("elapsed_ms", resumed.elapsed.ms);
      out.field("last_seq", resumed.last_seq);
      {
        auto const scenario = out.key("scenario").object();
        out.field("hash", resumed.script_hash);
        out.field("id", program.card.id);
        write_interviewer(out.key("interviewer"), program.card.interviewer);
        out.field("title", program.card.title);
        out.field("version", program.card.version);
      }
      out.field("status", resumed.over ? "over" : "open");
      out.field("time_scale_pm", resumed.time_scale_pm);
    }
    write_session(out, resumed.session);
    write_type(out, "resumed");
  }
  return std::move(out).take();
}

std::string encode_refused(Refused const& refused) {
  JsonWriter out;
  {
    auto const frame = out.object();
    {
      auto const body = out.key("body").object();
      out.field("code", refused.code);
      if (!refused.id.empty()) out.field("id", refused.id);
      out.field("message", refused.message);
    }
    write_session(out, refused.session);
    write_type(out, "refused");
  }
  return std::move(out).take();
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
