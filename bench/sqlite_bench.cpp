// The limit to compare with: how many events a second SQLite alone makes durable, with the tables,
// indexes and settings of the store, one thread, no queue, no chain, no answer to anybody.
//   sqlite_bench DATA_DIR BATCH ROWS [EVENTS_PER_SESSION]
// Writes ROWS events in transactions of BATCH to a database beside the one in DATA_DIR, and prints
// one line of JSON. Takes the size of a row and the length of a session from that in DATA_DIR. With
// EVENTS_PER_SESSION a session has that many events, rows are small, and the database stays, in
// DATA_DIR/alone: so a store with many sessions is made.
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "base/limits.hpp"
#include "store/database.hpp"

namespace {

namespace fs = std::filesystem;
using namespace curveball;

constexpr std::int64_t small_row_bytes = 200;

struct Load {
  std::int64_t batch = 1;
  std::int64_t rows = 0;
  std::int64_t payload_bytes = 0;
  std::int64_t events_per_session = 1;
};

Load load_of(char** words) {
  return {.batch = std::strtoll(words[2], nullptr, 10),
          .rows = std::strtoll(words[3], nullptr, 10),
          .payload_bytes = small_row_bytes,
          .events_per_session = std::strtoll(words[4], nullptr, 10)};
}

Load load_like(store::DataFolder const& folder, char** words) {
  SQLite::Database played(folder.database().string(), SQLite::OPEN_READONLY);
  SQLite::Statement average(
      played,
      "SELECT avg(length(CAST(payload AS BLOB))), count(*) / count(DISTINCT session) FROM event");
  average.executeStep();
  return {.batch = std::strtoll(words[2], nullptr, 10),
          .rows = std::strtoll(words[3], nullptr, 10),
          .payload_bytes = static_cast<std::int64_t>(average.getColumn(0).getDouble()),
          .events_per_session = std::max<std::int64_t>(1, average.getColumn(1).getInt64())};
}

store::WriteDatabase open_fresh(fs::path const& folder) {
  fs::remove_all(folder);
  auto database = store::WriteDatabase::open(store::DataFolder(folder), {});
  if (database) return *std::move(database);
  std::fprintf(stderr, "%s\n", database.error().c_str());
  std::exit(1);
}

class Alone {
 public:
  Alone(store::WriteDatabase& database, Load load)
      : db_(database.connection()),
        load_(load),
        insert_(db_, "INSERT INTO event VALUES (?, ?, ?, ?, 'answer', ?, ?, ?)"),
        payload_(static_cast<std::size_t>(load.payload_bytes), 'p'),
        hash_(32, 'h') {
    db_.exec("PRAGMA wal_autocheckpoint = " + std::to_string(limits::checkpoint_pages));
    db_.exec("INSERT INTO script VALUES (1, zeroblob(32), '', 1, '', '', 1, 0, '')");
    db_.exec("INSERT INTO candidate VALUES (1, zeroblob(32), 0)");
    add_sessions();
  }

  void run() {
    for (std::int64_t row = 0; row < load_.rows;) {
      db_.exec("BEGIN IMMEDIATE");
      for (std::int64_t i = 0; i < load_.batch && row < load_.rows; ++i) put(row++);
      db_.exec("COMMIT");
    }
  }

 private:
  void add_sessions() {
    SQLite::Statement add(db_,
                          "INSERT INTO session (id, candidate, script, scenario, level,"
                          " engine_revision, seed, started_at_ms)"
                          " VALUES (randomblob(16), 1, 1, '', '', 1, 1, 1)");
    db_.exec("BEGIN IMMEDIATE");
    for (std::int64_t i = 0; i <= session_of(load_.rows) + load_.batch; ++i) {
      add.exec();
      add.reset();
    }
    db_.exec("COMMIT");
  }

  // One event of each session in a batch; when a session is over, the next one begins.
  std::int64_t seq_of(std::int64_t row) const {
    return row / load_.batch % load_.events_per_session + 1;
  }
  std::int64_t session_of(std::int64_t row) const {
    auto const generation = row / load_.batch / load_.events_per_session;
    return generation * load_.batch + row % load_.batch + 1;
  }

  void put(std::int64_t row) {
    std::string const answer_id = std::to_string(1'000'000'000 + row);
    insert_.bind(1, session_of(row));
    insert_.bind(2, seq_of(row));
    insert_.bind(3, 1'800'000'000'000 + row);
    insert_.bind(4, row);
    insert_.bindNoCopy(5, answer_id);
    insert_.bindNoCopy(6, payload_);
    insert_.bindNoCopy(7, hash_.data(), static_cast<int>(hash_.size()));
    insert_.exec();
    insert_.reset();
  }

  SQLite::Database& db_;
  Load load_;
  SQLite::Statement insert_;
  std::string payload_;
  std::string hash_;
};

void measure(fs::path const& folder, Load load) {
  auto database = open_fresh(folder);
  Alone alone(database, load);
  auto const began = std::chrono::steady_clock::now();
  alone.run();
  std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
  std::printf(R"({"per_second":%.0f,"batch":%lld,"payload_bytes":%lld})"
              "\n",
              static_cast<double>(load.rows) / took.count(), static_cast<long long>(load.batch),
              static_cast<long long>(load.payload_bytes));
}

}  // namespace

int main(int count, char** words) {
  if (count != 4 && count != 5) {
    std::fputs("usage: sqlite_bench DATA_DIR BATCH ROWS [EVENTS_PER_SESSION]\n", stderr);
    return 64;
  }
  fs::path const data(words[1]);
  bool const keep = count == 5;
  measure(data / "alone", keep ? load_of(words) : load_like(store::DataFolder(data), words));
  if (!keep) fs::remove_all(data / "alone");
  return 0;
}
