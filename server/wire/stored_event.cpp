#include "wire/stored_event.hpp"

#include <nlohmann/json.hpp>

#include "wire/change_json.hpp"
#include "wire/names.hpp"

namespace curveball::wire {
namespace {

using dialogue::Index;
using interview::Event;
using interview::Program;
using nlohmann::json;

// --- Encoding ---------------------------------------------------------------------------------

json encode_input(interview::Started const& input) {
  json forced = json::array();
  for (auto const index : input.begin.forced) {
    forced.push_back(index == dialogue::none ? json() : json(index));
  }
  return {{"kind", "start"},
          {"id", input.start_id},
          {"seed", std::to_string(input.begin.seed)},
          {"time_scale_pm", input.begin.time_scale_pm},
          {"forced", std::move(forced)},
          {"engine_revision", input.engine_revision}};
}

json encode_input(interview::Answered const& input) {
  return {{"kind", "answer"}, {"id", input.answer_id}, {"text", input.text}};
}

json encode_input(interview::Commanded const& input) {
  return {{"kind", "command"}, {"id", input.command_id}, {"name", commands.of(input.command)}};
}

json encode_input(interview::TimedOut const& input) {
  return {{"kind", "timer"}, {"name", timers.of(input.timer.kind)}, {"prompt", input.timer.prompt}};
}

json encode_hit(Program const& program, interview::EvidenceHit const& hit) {
  json spans = json::array();
  for (auto const& evidence : hit.evidence) {
    spans.push_back({evidence.span.begin, evidence.span.end, match_kinds.of(evidence.kind)});
  }
  return {program.concepts[hit.concept_index].id, hit.pattern, hit.strength_pm, hit.credit_pm,
          std::move(spans)};
}

json encode_reading(Program const& program, interview::Reading const& reading) {
  if (reading.turn == dialogue::none) return nullptr;
  json hits = json::array();
  for (auto const& hit : reading.hits) hits.push_back(encode_hit(program, hit));
  bool const after_probe = reading.probe != dialogue::none;
  return {{"turn", program.script.turns[reading.turn].id},
          {"probe", after_probe ? json(program.script.probes[reading.probe].id) : json()},
          {"words", reading.words},
          {"thin", reading.thin},
          {"truncated", reading.truncated},
          {"hits", std::move(hits)}};
}

json encode_changes(Program const& program, dialogue::Outcome const& outcome) {
  json changes = json::array();
  for (auto const& change : outcome.changes) {
    changes.push_back(encode_change(program.script, change));
  }
  return changes;
}

json encode_lines(dialogue::Outcome const& outcome) {
  json lines = json::array();
  for (auto const& line : outcome.lines) {
    lines.push_back({line_kinds.of(line.kind), line.id, line.text});
  }
  return lines;
}

json encode_prompt(Program const& program, dialogue::Prompt const& prompt) {
  if (prompt.number == 0) return nullptr;
  bool const probes = prompt.probe != dialogue::none;
  return {{"number", prompt.number},
          {"soft_ms", prompt.soft_ms},
          {"hard_ms", prompt.hard_ms},
          {"asked_at", prompt.asked_at.ms},
          {"turn", program.script.turns[prompt.turn].id},
          {"probe", probes ? json(program.script.probes[prompt.probe].id) : json()},
          {"hints_left", prompt.hints_left}};
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
                            must(kind, "an unknown kind of match")});
  }
  return hit;
}

interview::Reading decode_reading(Program const& program, json const& item) {
  interview::Reading reading;
  if (item.is_null()) return reading;
  reading.turn = index_of(program.script.turns, item.at("turn").get<std::string>(), "the turn");
  if (!item.at("probe").is_null()) {
    reading.probe =
        index_of(program.script.probes, item.at("probe").get<std::string>(), "the probe");
  }
  reading.words = item.at("words").get<std::uint32_t>();
  reading.thin = item.at("thin").get<bool>();
  reading.truncated = item.at("truncated").get<bool>();
  for (auto const& hit : item.at("hits")) reading.hits.push_back(decode_hit(program, hit));
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
  if (!item.at("probe").is_null()) {
    prompt.probe =
        index_of(program.script.probes, item.at("probe").get<std::string>(), "the probe");
  }
  prompt.hints_left = item.at("hints_left").get<std::uint8_t>();
  return prompt;
}

}  // namespace

std::string encode_payload(Program const& program, Event const& event) {
  json const input = std::visit([](auto const& held) { return encode_input(held); }, event.input);
  json const payload = {{"in", input},
                        {"read", encode_reading(program, event.reading)},
                        {"changes", encode_changes(program, event.outcome)},
                        {"lines", encode_lines(event.outcome)},
                        {"prompt", encode_prompt(program, event.prompt)}};
  return payload.dump();
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
