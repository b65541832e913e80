#include "wire/stored_event.hpp"

#include <nlohmann/json.hpp>

#include "wire/change_json.hpp"
#include "wire/input_json.hpp"
#include "wire/json_writer.hpp"
#include "wire/names.hpp"

namespace curveball::wire {
namespace {

using dialogue::Index;
using interview::Event;
using interview::Program;
using nlohmann::json;

// --- Encoding ---------------------------------------------------------------------------------

void write_probe(JsonWriter& out, Program const& program, Index probe) {
  if (probe == dialogue::none) return out.field("probe", nullptr);
  out.field("probe", program.script.probes[probe].id);
}

void write_forced(JsonWriter& out, std::vector<Index> const& forced) {
  auto const list = out.array();
  for (auto const index : forced) {
    if (index == dialogue::none) {
      out.value(nullptr);
    } else {
      out.value(index);
    }
  }
}

void write_input(JsonWriter& out, interview::Started const& input) {
  out.field("engine_revision", input.engine_revision);
  write_forced(out.key("forced"), input.begin.forced);
  write_input_fields(out, input);
  out.field("seed", std::to_string(input.begin.seed));
  out.field("time_scale_pm", input.begin.time_scale_pm);
}

void write_input(JsonWriter& out, interview::TimedOut const& input) {
  write_input_fields(out, input);
  out.field("prompt", input.timer.prompt);
}

// Answers and commands are stored with what their frames tell.
template <class Input>
void write_input(JsonWriter& out, Input const& input) {
  write_input_fields(out, input);
}

void write_hit(JsonWriter& out, Program const& program, interview::EvidenceHit const& hit) {
  auto const list = out.array();
  out.value(program.concepts[hit.concept_index].id);
  out.value(hit.pattern);
  out.value(hit.strength_pm);
  out.value(hit.credit_pm);
  auto const spans = out.array();
  for (auto const& evidence : hit.evidence) {
    auto const span = out.array();
    out.value(evidence.span.begin);
    out.value(evidence.span.end);
    out.value(match_kinds.of(evidence.kind));
    if (!evidence.read_as.empty()) out.value(evidence.read_as);
  }
}

void write_masked(JsonWriter& out, interview::MaskedSpan const& masked) {
  auto const list = out.array();
  out.value(masked.span.begin);
  out.value(masked.span.end);
  out.value(mask_reasons.of(masked.reason));
}

void write_reading(JsonWriter& out, Program const& program, interview::Reading const& reading) {
  if (reading.turn == dialogue::none) return out.value(nullptr);
  auto const object = out.object();
  {
    auto const hits = out.key("hits").array();
    for (auto const& hit : reading.hits) write_hit(out, program, hit);
  }
  if (reading.list) out.field("list", true);
  if (!reading.masked.empty()) {
    auto const list = out.key("masked").array();
    for (auto const& masked : reading.masked) write_masked(out, masked);
  }
  write_probe(out, program, reading.probe);
  out.field("thin", reading.thin);
  out.field("truncated", reading.truncated);
  out.field("turn", program.script.turns[reading.turn].id);
  out.field("words", reading.words);
}

void write_changes(JsonWriter& out, Program const& program, dialogue::Outcome const& outcome) {
  auto const list = out.array();
  for (auto const& change : outcome.changes) write_change(out, program.script, change);
}

void write_lines(JsonWriter& out, dialogue::Outcome const& outcome) {
  auto const list = out.array();
  for (auto const& line : outcome.lines) {
    auto const said = out.array();
    out.value(line_kinds.of(line.kind));
    out.value(line.id);
    out.value(line.text);
  }
}

void write_prompt(JsonWriter& out, Program const& program, dialogue::Prompt const& prompt) {
  if (prompt.number == 0) return out.value(nullptr);
  auto const object = out.object();
  out.field("asked_at", prompt.asked_at.ms);
  out.field("hard_ms", prompt.hard_ms);
  out.field("hints_left", prompt.hints_left);
  out.field("number", prompt.number);
  write_probe(out, program, prompt.probe);
  out.field("soft_ms", prompt.soft_ms);
  out.field("turn", program.script.turns[prompt.turn].id);
}

// --- Decoding ---------------------------------------------------------------------------------

// Thrown inside this file only, and caught in decode_payload: a stored event that cannot be read.
struct Unreadable {
  std::string what;
};

template <class T>
T const& must(std::optional<T> const& value, char const* what) {
  if (!value) throw Unreadable{what};
  return *value;
}

template <class List>
Index index_of(List const& list, std::string const& id, char const* what) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i].id == id) return static_cast<Index>(i);
  }
  throw Unreadable{std::string(what) + " \"" + id + "\" is not in the script"};
}

Index decode_probe(Program const& program, json const& item) {
  if (item.is_null()) return dialogue::none;
  return index_of(program.script.probes, item.get<std::string>(), "the probe");
}

interview::Started decode_start(json const& input) {
  interview::Started started;
  started.start_id = input.at("id").get<std::string>();
  started.begin.seed = std::stoull(input.at("seed").get<std::string>());
  started.begin.time_scale_pm = input.at("time_scale_pm").get<std::uint16_t>();
  for (auto const& item : input.at("forced")) {
    started.begin.forced.push_back(item.is_null() ? dialogue::none : item.get<Index>());
  }
  started.engine_revision = input.at("engine_revision").get<std::uint32_t>();
  return started;
}

interview::Input decode_input(json const& input) {
  auto const kind = input.at("kind").get<std::string>();
  if (kind == "start") return decode_start(input);
  if (kind == "answer") {
    return interview::Answered{input.at("id").get<std::string>(),
                               input.at("text").get<std::string>()};
  }
  auto const name = input.at("name").get<std::string>();
  if (kind == "command") {
    return interview::Commanded{input.at("id").get<std::string>(),
                                must(commands.find(name), "an unknown command")};
  }
  if (kind != "timer") throw Unreadable{"an input of an unknown kind"};
  return interview::TimedOut{
      {input.at("prompt").get<std::uint32_t>(), must(timers.find(name), "an unknown timer")}};
}

interview::EvidenceHit decode_hit(Program const& program, json const& item) {
  interview::EvidenceHit hit;
  hit.concept_index = index_of(program.concepts, item.at(0).get<std::string>(), "the concept");
  hit.pattern = item.at(1).get<std::uint32_t>();
  hit.strength_pm = item.at(2).get<std::uint16_t>();
  hit.credit_pm = item.at(3).get<std::uint16_t>();
  for (auto const& span : item.at(4)) {
    auto const kind = match_kinds.find(span.at(2).get_ref<std::string const&>());
    hit.evidence.push_back({{span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()},
                            must(kind, "an unknown kind of match"),
                            span.size() > 3 ? span.at(3).get<std::string>() : std::string()});
  }
  return hit;
}

// Absent in older events.
void decode_masked(json const& item, interview::Reading& reading) {
  reading.list = item.value("list", false);
  auto const found = item.find("masked");
  if (found == item.end()) return;
  for (auto const& span : *found) {
    auto const reason = mask_reasons.find(span.at(2).get_ref<std::string const&>());
    reading.masked.push_back({{span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()},
                              must(reason, "an unknown reason of a mask")});
  }
}

interview::Reading decode_reading(Program const& program, json const& item) {
  interview::Reading reading;
  if (item.is_null()) return reading;
  reading.turn = index_of(program.script.turns, item.at("turn").get<std::string>(), "the turn");
  reading.probe = decode_probe(program, item.at("probe"));
  reading.words = item.at("words").get<std::uint32_t>();
  reading.thin = item.at("thin").get<bool>();
  reading.truncated = item.at("truncated").get<bool>();
  for (auto const& hit : item.at("hits")) reading.hits.push_back(decode_hit(program, hit));
  decode_masked(item, reading);
  return reading;
}

dialogue::Outcome decode_outcome(Program const& program, json const& payload) {
  dialogue::Outcome outcome;
  for (auto const& change : payload.at("changes")) {
    outcome.changes.push_back(
        must(decode_change(program.script, change), "a change that the script does not know"));
  }
  for (auto const& line : payload.at("lines")) {
    auto const kind = line_kinds.find(line.at(0).get_ref<std::string const&>());
    outcome.lines.push_back({must(kind, "an unknown kind of line"), line.at(1).get<std::string>(),
                             line.at(2).get<std::string>()});
  }
  return outcome;
}

dialogue::Prompt decode_prompt(Program const& program, json const& item) {
  dialogue::Prompt prompt;
  if (item.is_null()) return prompt;
  prompt.number = item.at("number").get<std::uint32_t>();
  prompt.soft_ms = item.at("soft_ms").get<std::int64_t>();
  prompt.hard_ms = item.at("hard_ms").get<std::int64_t>();
  prompt.asked_at.ms = item.at("asked_at").get<std::int64_t>();
  prompt.turn = index_of(program.script.turns, item.at("turn").get<std::string>(), "the turn");
  prompt.probe = decode_probe(program, item.at("probe"));
  prompt.hints_left = item.at("hints_left").get<std::uint8_t>();
  return prompt;
}

}  // namespace

std::string encode_payload(Program const& program, Event const& event) {
  JsonWriter out;
  {
    auto const payload = out.object();
    write_changes(out.key("changes"), program, event.outcome);
    {
      auto const input = out.key("in").object();
      std::visit([&out](auto const& held) { write_input(out, held); }, event.input);
    }
    write_lines(out.key("lines"), event.outcome);
    write_prompt(out.key("prompt"), program, event.prompt);
    write_reading(out.key("read"), program, event.reading);
  }
  return std::move(out).take();
}

Result<Event, std::string> decode_payload(Program const& program, StoredPlace const& place,
                                          std::string_view payload) {
  try {
    json const parsed = json::parse(payload);
    Event event;
    event.seq = place.seq;
    event.at = place.at;
    event.elapsed = place.elapsed;
    event.input = decode_input(parsed.at("in"));
    event.reading = decode_reading(program, parsed.at("read"));
    event.outcome = decode_outcome(program, parsed);
    event.prompt = decode_prompt(program, parsed.at("prompt"));
    return event;
  } catch (Unreadable const& fault) {
    return Unexpected{"event " + std::to_string(place.seq) + ": " + fault.what};
  } catch (std::exception const& fault) {  // json's own errors, and stoull's.
    return Unexpected{"event " + std::to_string(place.seq) + ": " + std::string(fault.what())};
  }
}

}  // namespace curveball::wire
