// What goes into the store and what comes out of it, as values. Payloads, canonical bytes, scripts
// and summaries are opaque texts here: the store knows nothing of interviews.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "store/identity.hpp"

namespace curveball::store {

// A script as sessions pin it. The same hash is stored once, however often it is put.
struct ScriptRow {
  Hash hash{};                // SHA-256 of `canonical`; computed by the caller.
  std::string scenario;       // The scenario's id, by which lists are filtered.
  std::uint32_t version = 1;  // The author's.
  std::string title;          // Shown in lists.
  std::string role;           // Shown in lists, e.g. "TPM".
  std::uint32_t engine_schema = 0;
  Instant loaded_at;
  std::string canonical;  // The script itself.
};

// One event to append.
struct EventRow {
  std::uint32_t seq = 0;  // 1, 2, 3 ... within the session, without a gap.
  Instant at;
  Elapsed elapsed;
  std::string kind;                      // A short word, e.g. "answer".
  std::optional<std::string> answer_id;  // The client's name for it; unique within the session.
  std::string payload;                   // Stored. At most limits::event_payload_bytes.
  std::string canonical;                 // Hashed into the chain, not stored.
};

// One event as stored.
struct StoredEvent {
  std::uint32_t seq = 0;
  Instant at;
  Elapsed elapsed;
  std::string kind;
  std::optional<std::string> answer_id;
  std::string payload;
  Hash hash{};
  friend bool operator==(StoredEvent const&, StoredEvent const&) = default;
};

// Where an attempt branched off: after event `seq` of `session`.
struct Parent {
  SessionId session;
  std::uint32_t seq = 0;
  friend bool operator==(Parent const&, Parent const&) = default;
};

// What lists say of a session that is over.
struct Ending {
  Instant at;
  std::string verdict;  // An id, by which lists are filtered.
  std::string summary;  // Whatever else a list shows; JSON by convention.
  friend bool operator==(Ending const&, Ending const&) = default;
};

// One session as lists and resuming need it, without its events.
struct SessionRow {
  SessionId id;
  CandidateId candidate;
  Hash script{};
  std::string scenario;
  std::uint32_t scenario_version = 1;
  std::string title;
  std::string role;
  std::string level;
  std::uint32_t engine_revision = 0;
  std::uint64_t seed = 0;
  Instant started_at;
  std::optional<Parent> parent;  // Nothing as well when the parent was deleted.
  std::optional<Ending> ending;  // Nothing while the session is open.
  friend bool operator==(SessionRow const&, SessionRow const&) = default;
};

// Who asks. Nothing of one candidate's is visible to another.
class Viewer {
 public:
  static Viewer candidate(CandidateId id) { return Viewer(id); }
  // The command line on the machine that holds the data folder: sees every session.
  static Viewer owner_of_data() { return Viewer(std::nullopt); }

  // The only candidate whose sessions are visible; nothing for the owner of the data folder.
  std::optional<CandidateId> only() const { return only_; }

 private:
  explicit Viewer(std::optional<CandidateId> only) : only_(only) {}
  std::optional<CandidateId> only_;
};

// Which sessions a list shows; what is left out does not filter.
struct SessionFilter {
  std::optional<std::string> scenario;
  std::optional<bool> over;
  std::optional<std::string> verdict;
};

// The last row of a page; the next page begins after it.
struct Cursor {
  Instant started_at;
  SessionId session;
  friend bool operator==(Cursor const&, Cursor const&) = default;

  // For clients: digits, a dot and the session's id.
  std::string text() const;
  // The cursor written as text() writes it; nothing for any other text.
  static std::optional<Cursor> parse(std::string_view text);
};

// Newest first, by start and then by id.
struct SessionPage {
  std::vector<SessionRow> rows;
  std::optional<Cursor> next;  // Nothing when this is the last page.
};

}  // namespace curveball::store
