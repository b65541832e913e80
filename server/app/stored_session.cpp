#include "app/stored_session.hpp"

#include <utility>

#include "app/event_row.hpp"
#include "store/hash.hpp"

namespace curveball::app {
namespace {

using Rows = std::pair<std::optional<store::SessionRow>, std::vector<store::StoredEvent>>;

// As of one moment: a session that is being played may end between two questions.
Rows read_rows(store::Reader& reader, store::Viewer viewer, store::SessionId const& id) {
  auto const snapshot = reader.snapshot();
  auto row = reader.session(viewer, id);
  return {std::move(row), reader.events(viewer, id)};
}

}  // namespace

Result<StoredSession, LoadError> load_session(store::Reader& reader, Programs& programs,
                                              store::Viewer viewer, store::SessionId const& id) {
  auto [row, stored] = read_rows(reader, viewer, id);
  if (!row) return Unexpected{LoadError{LoadFault::unknown, "there is no such session"}};
  auto program = programs.get(reader, row->script);
  if (!program) return Unexpected{LoadError{LoadFault::damaged, program.error()}};
  StoredSession session{*std::move(row), *std::move(program), std::move(stored), {}};
  for (auto const& read : session.stored) {
    auto event = event_of(*session.program, read);
    if (!event) return Unexpected{LoadError{LoadFault::damaged, event.error()}};
    session.events.push_back(*std::move(event));
  }
  return session;
}

wire::SessionRow row_for_wire(store::SessionRow const& row) {
  wire::SessionRow out;
  out.session = row.id.text();
  out.scenario_id = row.scenario;
  out.scenario_version = row.scenario_version;
  out.scenario_hash = store::to_hex(row.script);
  out.scenario_title = row.title;
  out.role = row.role;
  out.level = row.level;
  out.started_at = row.started_at;
  if (row.ending) {
    auto const summary = wire::decode_summary(row.ending->summary);
    out.over = true;
    out.ended_at = row.ending->at;
    out.verdict_id = row.ending->verdict;
    out.ending = summary.ending;
    out.verdict_name = summary.verdict_name;
    out.answers = summary.answers;
  }
  if (row.parent) {
    out.parent_session = row.parent->session.text();
    out.parent_seq = row.parent->seq;
  }
  return out;
}

wire::ReportFrame report_frame(StoredSession const& session, wire::SessionRow const& row) {
  wire::ReportFrame frame{&row, session.row.seed, 1000, session.row.engine_revision};
  if (session.events.empty()) return frame;
  if (auto const* start = std::get_if<interview::Started>(&session.events.front().input)) {
    frame.time_scale_pm = start->begin.time_scale_pm;
  }
  return frame;
}

std::string json_lines_of(StoredSession const& session, std::optional<std::string_view> script) {
  auto const row = row_for_wire(session.row);
  std::vector<std::string> hashes;
  hashes.reserve(session.stored.size());
  for (auto const& event : session.stored) hashes.push_back(store::to_hex(event.hash));
  std::vector<wire::StoredLine> lines;
  for (std::size_t i = 0; i < session.stored.size(); ++i) {
    auto const& event = session.stored[i];
    lines.push_back({event.seq, event.at, event.elapsed, event.payload, hashes[i]});
  }
  auto const frame = report_frame(session, row);
  if (!session.row.ending) return wire::export_json_lines(frame, lines, script);
  auto const report = interview::report(*session.program, session.events);
  auto const receipt = wire::encode_receipt(*session.program, report);
  return wire::export_json_lines(frame, lines, script, receipt);
}

std::string markdown_of(StoredSession const& session) {
  auto const row = row_for_wire(session.row);
  return wire::export_markdown(*session.program, report_frame(session, row), session.events);
}

}  // namespace curveball::app
