// The reading side: sessions, events and scripts, each only for whoever may see it.
// Every function throws SQLite::Exception (a std::runtime_error) when the file cannot be read.
#pragma once

#include <SQLiteCpp/Statement.h>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "store/bounded_queue.hpp"
#include "store/database.hpp"
#include "store/rows.hpp"

namespace curveball::store {

// Thread: one at a time. Sees what was committed before a call, never half of a commit.
class Reader {
 public:
  // While it lives, every call of its reader sees the database as the first of them saw it.
  class [[nodiscard]] Snapshot {
   public:
    Snapshot(Snapshot const&) = delete;
    Snapshot& operator=(Snapshot const&) = delete;
    ~Snapshot();

   private:
    friend class Reader;
    explicit Snapshot(Reader& reader);
    SQLite::Statement& end_;
  };

  explicit Reader(ReadDatabase database);

  // One at a time. It keeps the writer from shortening its log, so let it go soon.
  Snapshot snapshot() { return Snapshot(*this); }

  // Nothing when there is none or it is not the viewer's: the two cannot be told apart.
  std::optional<SessionRow> session(Viewer viewer, SessionId const& id);

  // Up to `limit` sessions (1 to limits::sessions_per_page, brought into that range), newest first,
  // after `cursor`. Walking from cursor to cursor shows every session that was there at the
  // beginning once; sessions that start meanwhile come before the first page.
  SessionPage sessions(Viewer viewer, SessionFilter const& filter, std::size_t limit,
                       std::optional<Cursor> const& cursor = std::nullopt);

  // The session's events with from_seq <= seq <= to_seq, in order; none when it is not the
  // viewer's. Reads no event beyond them.
  std::vector<StoredEvent> events(Viewer viewer, SessionId const& id, std::uint32_t from_seq = 1,
                                  std::uint32_t to_seq = std::numeric_limits<std::uint32_t>::max());

  // The script with this hash.
  std::optional<ScriptRow> script(Hash const& hash);

  // Whose token has this hash.
  std::optional<CandidateId> candidate(Hash const& token_hash);

 private:
  SQLite::Statement& prepared(std::string const& sql);

  ReadDatabase database_;
  std::unordered_map<std::string, SQLite::Statement> statements_;
};

// A question for a ReaderThread.
struct Question {
  std::function<void(Reader&)> ask;                // On the reader's thread.
  std::function<void(std::string const&)> failed;  // Instead, when `ask` threw.
};

// A Reader with a thread of its own, "reader". Thread: submit() from any.
class ReaderThread {
 public:
  explicit ReaderThread(ReadDatabase database);
  // Answers what was submitted, then closes the database.
  ~ReaderThread();
  ReaderThread(ReaderThread const&) = delete;
  ReaderThread& operator=(ReaderThread const&) = delete;

  // False when too many questions wait: this one is dropped unanswered.
  [[nodiscard]] bool submit(Question question) { return queue_.push(std::move(question)); }

 private:
  void run();

  Reader reader_;
  BoundedQueue<Question> queue_;
  std::thread thread_;
};

}  // namespace curveball::store
