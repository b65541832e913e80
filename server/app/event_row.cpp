#include "app/event_row.hpp"

#include "wire/rest.hpp"
#include "wire/server_message.hpp"
#include "wire/stored_event.hpp"

namespace curveball::app {

using interview::Event;

namespace {

std::string_view kind_of(Event const& event) {
  static constexpr std::string_view kinds[] = {"start", "answer", "command", "timer"};
  return kinds[event.input.index()];
}

}  // namespace

std::string_view input_id(Event const& event) {
  if (auto const* start = std::get_if<interview::Started>(&event.input)) return start->start_id;
  if (auto const* said = std::get_if<interview::Answered>(&event.input)) return said->answer_id;
  if (auto const* asked = std::get_if<interview::Commanded>(&event.input)) return asked->command_id;
  return {};
}

store::EventRow event_row(interview::Program const& program, Event const& event) {
  store::EventRow row;
  row.seq = event.seq;
  row.at = event.at;
  row.elapsed = event.elapsed;
  row.kind = kind_of(event);
  if (auto const id = input_id(event); !id.empty()) row.answer_id = id;
  row.payload = wire::encode_payload(program, event);
  row.canonical = interview::canonical_bytes(event);
  return row;
}

Result<Event, std::string> event_of(interview::Program const& program,
                                    store::StoredEvent const& stored) {
  return wire::decode_payload(program, {stored.seq, stored.at, stored.elapsed}, stored.payload);
}

std::optional<store::Ending> ending_row(interview::Program const& program,
                                        interview::Session const& session, Instant at,
                                        std::uint32_t answers) {
  if (session.state.phase != dialogue::Phase::over) return std::nullopt;
  auto const judgement = interview::judge(program, session.state);
  auto const& verdict = program.rubric.profile.verdicts[judgement.verdict];
  std::string const ending(wire::ending_name(session.state.ending));
  return store::Ending{at, verdict.id, wire::encode_summary({ending, verdict.name, answers})};
}

}  // namespace curveball::app
