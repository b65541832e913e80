#include "store/reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/limits.hpp"
#include "store/statement.hpp"

namespace curveball::store {
namespace {

// The columns of row_of().
constexpr std::string_view select_session =
    "SELECT s.id, s.candidate, script.hash, s.scenario, script.version, script.title, script.role,"
    " s.level, s.engine_revision, s.seed, s.started_at_ms, parent.id, s.parent_seq,"
    " s.over, s.ended_at_ms, s.verdict, s.summary"
    " FROM session AS s JOIN script ON script.key = s.script"
    " LEFT JOIN session AS parent ON parent.key = s.parent";

std::uint32_t as_count(std::int64_t number) { return static_cast<std::uint32_t>(number); }

SessionRow row_of(Use const& row) {
  SessionRow session{.id = {row.bytes<16>(0)},
                     .candidate = {row.number(1)},
                     .script = row.bytes<32>(2),
                     .scenario = row.text(3),
                     .scenario_version = as_count(row.number(4)),
                     .title = row.text(5),
                     .role = row.text(6),
                     .level = row.text(7),
                     .engine_revision = as_count(row.number(8)),
                     .seed = static_cast<std::uint64_t>(row.number(9)),
                     .started_at = {row.number(10)}};
  if (!row.is_null(11)) session.parent = {{row.bytes<16>(11)}, as_count(row.number(12))};
  if (row.number(13) != 0) session.ending = {{row.number(14)}, row.text(15), row.text(16)};
  return session;
}

StoredEvent event_of(Use const& row) {
  StoredEvent event{.seq = as_count(row.number(0)),
                    .at = {row.number(1)},
                    .elapsed = {row.number(2)},
                    .kind = row.text(3),
                    .payload = row.text(5),
                    .hash = row.bytes<32>(6)};
  if (!row.is_null(4)) event.answer_id = row.text(4);
  return event;
}

std::optional<std::int64_t> key_of(Viewer viewer) {
  if (auto const only = viewer.only()) return only->key;
  return std::nullopt;
}

// One condition for each part that is given, so that each list finds its index.
std::string list_sql(Viewer viewer, SessionFilter const& filter, bool continued) {
  std::string sql(select_session);
  sql += " WHERE true";
  if (viewer.only()) sql += " AND s.candidate = ?";
  if (filter.scenario) sql += " AND s.scenario = ?";
  if (filter.over) sql += " AND s.over = ?";
  if (filter.verdict) sql += " AND s.verdict = ?";
  if (continued) sql += " AND (s.started_at_ms, s.id) < (?, ?)";
  sql += " ORDER BY s.started_at_ms DESC, s.id DESC LIMIT ?";
  return sql;
}

}  // namespace

Reader::Snapshot::Snapshot(Reader& reader) : end_(reader.prepared("ROLLBACK")) {
  Use(reader.prepared("BEGIN")).run();
}

Reader::Snapshot::~Snapshot() {
  end_.tryExecuteStep();
  end_.tryReset();
}

Reader::Reader(ReadDatabase database) : database_(std::move(database)) {}

SQLite::Statement& Reader::prepared(std::string const& sql) {
  auto found = statements_.find(sql);
  if (found == statements_.end()) {
    found = statements_.emplace(sql, SQLite::Statement(database_.connection(), sql)).first;
  }
  return found->second;
}

std::optional<SessionRow> Reader::session(Viewer viewer, SessionId const& id) {
  auto const candidate = key_of(viewer);
  Use find(prepared(std::string(select_session) +
                    " WHERE s.id = ? AND s.candidate = ifnull(?, s.candidate)"));
  if (!find.bind(id.bytes).bind(candidate).step()) return std::nullopt;
  return row_of(find);
}

SessionPage Reader::sessions(Viewer viewer, SessionFilter const& filter, std::size_t limit,
                             std::optional<Cursor> const& cursor) {
  limit = std::clamp<std::size_t>(limit, 1, limits::sessions_per_page);
  Use list(prepared(list_sql(viewer, filter, cursor.has_value())));
  if (auto const only = viewer.only()) list.bind(only->key);
  if (filter.scenario) list.bind(*filter.scenario);
  if (filter.over) list.bind(std::int64_t{*filter.over});
  if (filter.verdict) list.bind(*filter.verdict);
  if (cursor) list.bind(cursor->started_at.ms).bind(cursor->session.bytes);
  list.bind(static_cast<std::int64_t>(limit + 1));  // One more, to see whether there is more.
  SessionPage page;
  while (list.step()) page.rows.push_back(row_of(list));
  if (page.rows.size() > limit) {
    page.rows.pop_back();
    page.next = Cursor{page.rows.back().started_at, page.rows.back().id};
  }
  return page;
}

std::vector<StoredEvent> Reader::events(Viewer viewer, SessionId const& id, std::uint32_t from_seq,
                                        std::uint32_t to_seq) {
  auto const candidate = key_of(viewer);
  Use list(
      prepared("SELECT e.seq, e.at_ms, e.elapsed_ms, e.kind, e.answer_id, e.payload, e.hash"
               " FROM session AS s JOIN event AS e ON e.session = s.key"
               " WHERE s.id = ? AND s.candidate = ifnull(?, s.candidate) AND e.seq BETWEEN ? AND ?"
               " ORDER BY e.seq"));
  list.bind(id.bytes).bind(candidate).bind(std::int64_t{from_seq}).bind(std::int64_t{to_seq});
  std::vector<StoredEvent> events;
  while (list.step()) events.push_back(event_of(list));
  return events;
}

std::optional<ScriptRow> Reader::script(Hash const& hash) {
  Use find(
      prepared("SELECT scenario, version, title, role, engine_schema, loaded_at_ms, canonical"
               " FROM script WHERE hash = ?"));
  if (!find.bind(hash).step()) return std::nullopt;
  return ScriptRow{.hash = hash,
                   .scenario = find.text(0),
                   .version = as_count(find.number(1)),
                   .title = find.text(2),
                   .role = find.text(3),
                   .engine_schema = as_count(find.number(4)),
                   .loaded_at = {find.number(5)},
                   .canonical = find.text(6)};
}

std::optional<CandidateId> Reader::candidate(Hash const& token_hash) {
  Use find(prepared("SELECT key FROM candidate WHERE token_hash = ?"));
  if (!find.bind(token_hash).step()) return std::nullopt;
  return CandidateId{find.number(0)};
}

ReaderThread::ReaderThread(ReadDatabase database)
    : reader_(std::move(database)), queue_(limits::queued_questions), thread_([this] { run(); }) {}

ReaderThread::~ReaderThread() {
  queue_.close();
  thread_.join();
}

void ReaderThread::run() {
  std::vector<Question> questions;
  while (queue_.take(questions, 1)) {
    try {
      questions.front().ask(reader_);
    } catch (std::exception const& error) {
      questions.front().failed(error.what());
    }
  }
}

}  // namespace curveball::store
