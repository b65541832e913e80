// What a Writer can be asked to do, and what it answers. Every answer is given once, after the
// commit that made it true.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/rows.hpp"

namespace curveball::store {

enum class RefusalKind {
  duplicate_answer,  // An event with this answer_id is stored already: at Refusal::seq of the
                     // session, or of Refusal::session when one was to be created.
  conflict,  // The events do not follow the last one, at Refusal::seq, or the session is over.
  unknown_session,  // There is none, or it is not the viewer's.
  failed,           // Nothing was stored; Refusal::message says why, e.g. a full disk.
};

struct Refusal {
  RefusalKind kind = RefusalKind::failed;
  std::uint32_t seq = 0;
  std::string message;
  std::optional<SessionId> session;
};

template <class Value>
using Completion = std::function<void(Result<Value, Refusal> const&)>;

// The last event of the session afterwards; its hash is the chain's.
struct Appended {
  std::uint32_t last_seq = 0;
  Hash hash{};
};

struct Stored {};

struct Deleted {
  std::uint64_t sessions = 0;
  std::vector<std::string> backups;  // File names of those that may still hold what was deleted.
};

// Stores a script unless one with its hash is stored already.
struct PutScript {
  ScriptRow script;
  Completion<Stored> done;
};

// Stores a candidate unless one with this token is stored already; gives the id in both cases.
struct CreateCandidate {
  Hash token_hash{};
  Instant created_at;
  Completion<CandidateId> done;
};

// Stores a session with its first events. Script and candidate must be stored. The parent must
// belong to the same candidate (unknown_session otherwise); an id in use is a conflict.
struct CreateSession {
  SessionId id;
  CandidateId candidate;
  Hash script{};
  std::string level;
  std::uint32_t engine_revision = 0;
  std::uint64_t seed = 0;
  Instant started_at;
  std::optional<Parent> parent;
  std::vector<EventRow> events;
  // Refused as a duplicate_answer when one of the candidate's newest limits::remembered_starts
  // sessions began with the answer_id of the first event: the start was sent again.
  bool once = false;
  Completion<Appended> done;
};

// Finds the session that CreateSession::once would name, and stores nothing. It knows of every job
// that was submitted before it; nothing when no such session is stored.
struct FindStart {
  CandidateId candidate;
  std::string start_id;
  Completion<std::optional<SessionId>> done;
};

// Appends events, and ends the session with them when `ending` is given: all or nothing.
struct AppendEvents {
  SessionId session;
  std::vector<EventRow> events;
  std::optional<Ending> ending;
  Completion<Appended> done;
};

// Deletes a session with its events. Attempts that began in it stay, without a parent.
struct DeleteSession {
  Viewer viewer;
  SessionId session;
  Completion<Deleted> done;
};

// Deletes every session of a candidate. The candidate stays and may begin anew.
struct DeleteSessionsOf {
  CandidateId candidate;
  Completion<Deleted> done;
};

using Job = std::variant<PutScript, CreateCandidate, CreateSession, FindStart, AppendEvents,
                         DeleteSession, DeleteSessionsOf>;

}  // namespace curveball::store
