#include "store/ledger.hpp"

#include <sqlite3.h>
#include <utility>

#include "store/hash.hpp"
#include "store/statement.hpp"

namespace curveball::store {
namespace {

// SQLite's integers are signed; the bits are kept.
std::int64_t as_signed(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }

Refusal failure(std::string message) {
  return {.kind = RefusalKind::failed, .message = std::move(message)};
}

void run(SQLite::Statement& statement) {
  Use use(statement);
  while (use.step()) {
  }
}

}  // namespace

Ledger::Statements::Statements(SQLite::Database& database)
    : begin(database, "BEGIN IMMEDIATE"),
      commit(database, "COMMIT"),
      rollback(database, "ROLLBACK"),
      savepoint(database, "SAVEPOINT job"),
      release(database, "RELEASE job"),
      undo(database, "ROLLBACK TO job"),
      put_script(database,
                 "INSERT INTO script (hash, scenario, version, title, role, engine_schema, "
                 "loaded_at_ms, canonical) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
                 "ON CONFLICT (hash) DO NOTHING"),
      script_of_hash(database, "SELECT key, scenario FROM script WHERE hash = ?"),
      put_candidate(database,
                    "INSERT INTO candidate (token_hash, created_at_ms) VALUES (?, ?) "
                    "ON CONFLICT (token_hash) DO NOTHING"),
      candidate_of_token(database, "SELECT key FROM candidate WHERE token_hash = ?"),
      put_session(database,
                  "INSERT INTO session (id, candidate, script, scenario, level, engine_revision, "
                  "seed, started_at_ms, parent, parent_seq) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      session_of_id(database, "SELECT key, over, candidate FROM session WHERE id = ?"),
      session_of_start(database,
                       "SELECT recent.id FROM (SELECT key, id FROM session WHERE candidate = ?1 "
                       "ORDER BY started_at_ms DESC, id DESC LIMIT ?3) AS recent CROSS JOIN event "
                       "ON event.session = recent.key AND event.answer_id = ?2 "
                       "WHERE event.seq = 1"),
      root_of_session(database,
                      "SELECT script.hash, seed, engine_revision FROM session "
                      "JOIN script ON script.key = session.script WHERE session.key = ?"),
      end_session(database,
                  "UPDATE session SET over = 1, ended_at_ms = ?, verdict = ?, summary = ? "
                  "WHERE key = ?"),
      delete_session(database,
                     "DELETE FROM session WHERE id = ?1 AND (?2 IS NULL OR candidate = ?2)"),
      delete_sessions_of(database, "DELETE FROM session WHERE candidate = ?"),
      put_event(database,
                "INSERT INTO event (session, seq, at_ms, elapsed_ms, kind, answer_id, payload, "
                "hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      last_event(database,
                 "SELECT seq, hash FROM event WHERE session = ? ORDER BY seq DESC LIMIT 1"),
      seq_of_answer(database, "SELECT seq FROM event WHERE session = ? AND answer_id = ?") {}

Ledger::Ledger(WriteDatabase& database) : database_(database), sql_(database.connection()) {}

void Ledger::begin() { run(sql_.begin); }

void Ledger::commit() { run(sql_.commit); }

void Ledger::abandon() {
  chains_.clear();
  bool const open = sqlite3_get_autocommit(database_.connection().getHandle()) == 0;
  if (open) sql_.rollback.tryExecuteStep();
  sql_.rollback.tryReset();
}

template <class Body>
auto Ledger::all_or_nothing(Body const& body) {
  run(sql_.savepoint);
  auto answer = body();
  if (!answer) run(sql_.undo);
  run(sql_.release);
  return answer;
}

Result<Stored, Refusal> Ledger::apply(PutScript const& job) {
  ScriptRow const& script = job.script;
  Use put(sql_.put_script);
  put.bind(script.hash).bind(script.scenario).bind(std::int64_t{script.version});
  put.bind(script.title).bind(script.role).bind(std::int64_t{script.engine_schema});
  put.bind(script.loaded_at.ms).bind(script.canonical);
  if (!put.run()) return Unexpected{failure("The script breaks a rule of its table.")};
  return Stored{};
}

Result<CandidateId, Refusal> Ledger::apply(CreateCandidate const& job) {
  Use put(sql_.put_candidate);
  if (!put.bind(job.token_hash).bind(job.created_at.ms).run()) {
    return Unexpected{failure("The candidate breaks a rule of its table.")};
  }
  Use find(sql_.candidate_of_token);
  find.bind(job.token_hash).step();
  return CandidateId{find.number(0)};
}

Result<Appended, Refusal> Ledger::apply(CreateSession const& job) {
  return all_or_nothing([&] { return create(job); });
}

Result<Appended, Refusal> Ledger::create(CreateSession const& job) {
  Use script(sql_.script_of_hash);
  if (!script.bind(job.script).step()) return Unexpected{failure("The script is not stored.")};
  std::string const scenario = script.text(1);
  auto const parent = find_parent(job);
  if (!parent) return Unexpected{parent.error()};
  if (chain_of(job.id)) return Unexpected{Refusal{.kind = RefusalKind::conflict}};
  if (auto again = refuse_again(job)) return Unexpected{*std::move(again)};
  std::optional<std::int64_t> parent_seq;
  if (job.parent) parent_seq = job.parent->seq;
  Use put(sql_.put_session);
  put.bind(job.id.bytes).bind(job.candidate.key).bind(script.number(0)).bind(scenario);
  put.bind(job.level).bind(std::int64_t{job.engine_revision}).bind(as_signed(job.seed));
  put.bind(job.started_at.ms).bind(*parent).bind(parent_seq);
  if (!put.run()) return Unexpected{failure("The candidate is not stored.")};
  ChainEnd const start{.session = database_.connection().getLastInsertRowid(),
                       .hash = chain_start({job.id, job.script, job.seed, job.engine_revision})};
  return append_all({.session = job.id, .events = job.events}, start);
}

// A client that never heard of its start sends it again, under the same id.
std::optional<Refusal> Ledger::refuse_again(CreateSession const& job) {
  if (!job.once || job.events.empty() || !job.events.front().answer_id) return std::nullopt;
  auto const first = started(job.candidate, *job.events.front().answer_id);
  if (!first) return std::nullopt;
  return Refusal{.kind = RefusalKind::duplicate_answer,
                 .seq = 1,
                 .message = "The start is stored already.",
                 .session = *first};
}

// The session of the candidate that began with that start, if it is one of the newest.
std::optional<SessionId> Ledger::started(CandidateId candidate, std::string const& start_id) {
  Use find(sql_.session_of_start);
  find.bind(candidate.key).bind(start_id);
  if (!find.bind(std::int64_t{limits::remembered_starts}).step()) return std::nullopt;
  return SessionId{find.bytes<16>(0)};
}

Result<std::optional<SessionId>, Refusal> Ledger::apply(FindStart const& job) {
  return started(job.candidate, job.start_id);
}

Result<std::optional<std::int64_t>, Refusal> Ledger::find_parent(CreateSession const& job) {
  if (!job.parent) return std::optional<std::int64_t>{};
  Use find(sql_.session_of_id);
  if (!find.bind(job.parent->session.bytes).step() || find.number(2) != job.candidate.key) {
    return Unexpected{Refusal{.kind = RefusalKind::unknown_session}};
  }
  return std::optional(find.number(0));
}

Result<Appended, Refusal> Ledger::apply(AppendEvents const& job) {
  auto const end = chain_of(job.session);
  if (!end) return Unexpected{Refusal{.kind = RefusalKind::unknown_session}};
  if (auto refusal = refuse_place(job.events, *end)) return Unexpected{std::move(*refusal)};
  // One statement is all or nothing by itself.
  if (job.events.size() + (job.ending ? 1 : 0) == 1) return append_all(job, *end);
  return all_or_nothing([&] { return append_all(job, *end); });
}

Result<Appended, Refusal> Ledger::append_all(AppendEvents const& job, ChainEnd end) {
  for (EventRow const& event : job.events) {
    if (auto refusal = append(event, end)) return Unexpected{std::move(*refusal)};
  }
  if (job.ending) {
    Use close(sql_.end_session);
    close.bind(job.ending->at.ms).bind(job.ending->verdict).bind(job.ending->summary);
    if (!close.bind(end.session).run()) return Unexpected{failure("The ending is incomplete.")};
    end.over = true;
  }
  chains_.put(job.session, end);
  return Appended{.last_seq = end.last_seq, .hash = end.hash};
}

std::optional<Refusal> Ledger::append(EventRow const& event, ChainEnd& end) {
  if (event.payload.size() > limits::event_payload_bytes) {
    return failure("An event of " + std::to_string(event.payload.size()) + " bytes is too long.");
  }
  if (event.seq == end.last_seq + 1 && insert(event, end)) return std::nullopt;
  if (auto const seq = seq_of(end.session, event)) {
    return Refusal{.kind = RefusalKind::duplicate_answer, .seq = *seq};
  }
  return Refusal{.kind = RefusalKind::conflict, .seq = end.last_seq};
}

bool Ledger::insert(EventRow const& event, ChainEnd& end) {
  Hash const hash = next_hash(end.hash, event.canonical);
  Use put(sql_.put_event);
  put.bind(end.session).bind(std::int64_t{event.seq}).bind(event.at.ms).bind(event.elapsed.ms);
  put.bind(event.kind).bind(event.answer_id).bind(event.payload).bind(hash);
  if (!put.run()) return false;
  end.last_seq = event.seq;
  end.hash = hash;
  return true;
}

// A session that is over takes nothing more, but an answer sent again is still recognised.
std::optional<Refusal> Ledger::refuse_place(std::vector<EventRow> const& events,
                                            ChainEnd const& end) {
  if (!end.over) return std::nullopt;
  for (EventRow const& event : events) {
    if (auto const seq = seq_of(end.session, event)) {
      return Refusal{.kind = RefusalKind::duplicate_answer, .seq = *seq};
    }
  }
  return Refusal{.kind = RefusalKind::conflict, .seq = end.last_seq};
}

std::optional<std::uint32_t> Ledger::seq_of(std::int64_t session, EventRow const& event) {
  if (!event.answer_id) return std::nullopt;
  Use find(sql_.seq_of_answer);
  if (!find.bind(session).bind(*event.answer_id).step()) return std::nullopt;
  return static_cast<std::uint32_t>(find.number(0));
}

std::optional<ChainEnd> Ledger::chain_of(SessionId const& session) {
  if (auto const known = chains_.find(session)) return known;
  Use row(sql_.session_of_id);
  if (!row.bind(session.bytes).step()) return std::nullopt;
  ChainEnd end{.session = row.number(0), .over = row.number(1) != 0};
  Use last(sql_.last_event);
  if (last.bind(end.session).step()) {
    end.last_seq = static_cast<std::uint32_t>(last.number(0));
    end.hash = last.bytes<32>(1);
  } else {
    end.hash = chain_start(root_of(session, end.session));
  }
  chains_.put(session, end);
  return end;
}

ChainRoot Ledger::root_of(SessionId const& session, std::int64_t key) {
  Use root(sql_.root_of_session);
  root.bind(key).step();
  return {.session = session,
          .script = root.bytes<32>(0),
          .seed = static_cast<std::uint64_t>(root.number(1)),
          .engine_revision = static_cast<std::uint32_t>(root.number(2))};
}

Result<Deleted, Refusal> Ledger::apply(DeleteSession const& job) {
  chains_.clear();
  std::optional<std::int64_t> candidate;
  if (auto const only = job.viewer.only()) candidate = only->key;
  Use remove(sql_.delete_session);
  if (!remove.bind(job.session.bytes).bind(candidate).run()) {
    return Unexpected{failure("The session is still referred to.")};
  }
  auto const sessions = database_.connection().getChanges();
  if (sessions == 0) return Unexpected{Refusal{.kind = RefusalKind::unknown_session}};
  return deleted(sessions);
}

Result<Deleted, Refusal> Ledger::apply(DeleteSessionsOf const& job) {
  chains_.clear();
  Use remove(sql_.delete_sessions_of);
  if (!remove.bind(job.candidate.key).run()) {
    return Unexpected{failure("A session is still referred to.")};
  }
  return deleted(database_.connection().getChanges());
}

Deleted Ledger::deleted(std::int64_t sessions) const {
  return {.sessions = static_cast<std::uint64_t>(sessions),
          .backups = database_.folder().backup_names()};
}

}  // namespace curveball::store
