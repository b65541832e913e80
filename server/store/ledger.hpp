// The writing side in SQL: carries out jobs inside a transaction that groups many of them.
// Owned by a Writer. Thread: writer.
#pragma once

#include <SQLiteCpp/Statement.h>

#include "store/chain_cache.hpp"
#include "store/database.hpp"
#include "store/hash.hpp"
#include "store/job.hpp"

namespace curveball::store {

// Each apply() belongs between begin() and commit(). A refused job leaves no trace in the
// transaction; an exception means that the transaction is lost and must be abandoned.
class Ledger {
 public:
  explicit Ledger(WriteDatabase& database);

  void begin();
  // Durable when it returns. Throws SQLite::Exception otherwise; abandon() must follow.
  void commit();
  // Undoes everything since begin(). Never throws.
  void abandon();

  Result<Stored, Refusal> apply(PutScript const& job);
  Result<CandidateId, Refusal> apply(CreateCandidate const& job);
  Result<Appended, Refusal> apply(CreateSession const& job);
  Result<std::optional<SessionId>, Refusal> apply(FindStart const& job);
  Result<Appended, Refusal> apply(AppendEvents const& job);
  Result<Deleted, Refusal> apply(DeleteSession const& job);
  Result<Deleted, Refusal> apply(DeleteSessionsOf const& job);

 private:
  struct Statements {
    explicit Statements(SQLite::Database& database);
    SQLite::Statement begin, commit, rollback, savepoint, release, undo;
    SQLite::Statement put_script, script_of_hash, put_candidate, candidate_of_token;
    SQLite::Statement put_session, session_of_id, session_of_start, root_of_session, end_session,
        delete_session, delete_sessions_of;
    SQLite::Statement put_event, last_event, seq_of_answer;
  };

  // Runs `body`; undoes it when it answers with a refusal.
  template <class Body>
  auto all_or_nothing(Body const& body);

  Result<Appended, Refusal> create(CreateSession const& job);
  std::optional<Refusal> refuse_again(CreateSession const& job);
  std::optional<SessionId> started(CandidateId candidate, std::string const& start_id);
  Result<std::optional<std::int64_t>, Refusal> find_parent(CreateSession const& job);
  Result<Appended, Refusal> append_all(AppendEvents const& job, ChainEnd end);
  std::optional<Refusal> append(EventRow const& event, ChainEnd& end);
  bool insert(EventRow const& event, ChainEnd& end);
  std::optional<Refusal> refuse_place(std::vector<EventRow> const& events, ChainEnd const& end);
  std::optional<std::uint32_t> seq_of(std::int64_t session, EventRow const& event);
  std::optional<ChainEnd> chain_of(SessionId const& session);
  ChainRoot root_of(SessionId const& session, std::int64_t key);
  Deleted deleted(std::int64_t sessions) const;

  WriteDatabase& database_;
  Statements sql_;
  ChainCache chains_;
};

}  // namespace curveball::store
