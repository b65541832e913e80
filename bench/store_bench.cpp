// How many rows a second the store makes durable, beside SQLite alone with the same rows, tables
// and settings: store_bench FOLDER [ROWS]. FOLDER must be on the disk to be measured and is filled
// anew. Prints one line for each batch size: rows a second of the store and of SQLite alone, and
// their ratio; medians of five runs, taken in turns.
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "store/hash.hpp"
#include "store/writer.hpp"

namespace {

namespace fs = std::filesystem;
using namespace curveball;
using namespace curveball::store;

constexpr int runs = 5;
constexpr std::size_t payload_bytes = 1'500;

struct Load {
  std::size_t batch = 1;
  std::size_t rows = 0;
  std::size_t sessions() const { return batch * 2; }  // One batch waits while another is written.
};

EventRow make_row(SessionId const& session, std::uint32_t seq) {
  std::string answer_id = session.text();
  answer_id.replace(28, 8, std::to_string(10'000'000 + seq));
  return {.seq = seq,
          .at = {1'800'000'000'000 + seq},
          .elapsed = {seq},
          .kind = "answer",
          .answer_id = std::move(answer_id),
          .payload = std::string(payload_bytes, 'p'),
          .canonical = std::string(payload_bytes, 'c')};
}

double seconds_of(std::function<void()> const& work) {
  auto const begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

WriteDatabase open_fresh(fs::path const& folder) {
  fs::remove_all(folder);
  auto database = WriteDatabase::open(DataFolder(folder), {.now = {1'800'000'000'000}});
  if (database) return *std::move(database);
  std::fprintf(stderr, "%s\n", database.error().c_str());
  std::exit(1);
}

CreateSession make_session() {
  return {.id = make_session_id({1'800'000'000'000}),
          .candidate = {1},
          .script = sha256("script"),
          .level = "L5",
          .done = [](auto const& answer) {
            if (!answer) std::exit(1);
          }};
}

void submit(Writer& writer, Job job) {
  if (!writer.submit(std::move(job))) std::exit(1);
}

// Sessions that each have one answer on its way, answered on this thread as a server does.
class Loop {
 public:
  Loop(fs::path const& folder, Load load)
      : load_(load), arrived_(load.rows + 16), writer_(open_fresh(folder), settings()) {
    submit(writer_, PutScript{.script = {.hash = sha256("script")}, .done = [](auto const&) {}});
    submit(writer_, CreateCandidate{.done = [](auto const&) {}});
    for (std::size_t i = 0; i < load.sessions(); ++i) {
      CreateSession session = make_session();
      sessions_.push_back(session.id);
      submit(writer_, std::move(session));
    }
  }

  void run() {
    for (SessionId const& id : sessions_) append(id, 1);
    std::vector<Completions> batches;
    while (answered_ < load_.rows) {
      arrived_.take(batches, 64);
      for (Completions const& batch : batches) batch.run();
    }
  }

 private:
  WriterSettings settings() {
    return {.batch = load_.batch, .deliver = [this](Completions answers) {
              if (!arrived_.push(std::move(answers))) std::exit(1);
            }};
  }

  void append(SessionId const& id, std::uint32_t seq) {
    auto const next = [this, id](Result<Appended, Refusal> const& answer) {
      if (!answer) std::exit(1);
      ++answered_;
      if (submitted_ < load_.rows) append(id, answer->last_seq + 1);
    };
    ++submitted_;
    std::vector<EventRow> rows;
    rows.push_back(make_row(id, seq));
    submit(writer_, AppendEvents{.session = id, .events = std::move(rows), .done = next});
  }

  Load load_;
  std::size_t submitted_ = 0;
  std::size_t answered_ = 0;
  std::vector<SessionId> sessions_;
  BoundedQueue<Completions> arrived_;
  Writer writer_;
};

double store_rows_per_second(fs::path const& folder, Load load) {
  Loop loop(folder, load);
  return static_cast<double>(load.rows) / seconds_of([&] { loop.run(); });
}

// The same inserts in a loop of one thread: no queue, no chain, no answer to anybody.
class Alone {
 public:
  Alone(fs::path const& folder, Load load) : load_(load), database_(open_fresh(folder)) {
    auto& db = database_.connection();
    db.exec("PRAGMA wal_autocheckpoint = 1000");
    db.exec("INSERT INTO script VALUES (1, zeroblob(32), '', 1, '', '', 1, 0, '')");
    db.exec("INSERT INTO candidate VALUES (1, zeroblob(32), 0)");
    for (std::size_t i = 1; i <= load.sessions(); ++i) {
      db.exec(
          "INSERT INTO session (key, id, candidate, script, scenario, level, engine_revision,"
          " seed, started_at_ms) VALUES (" +
          std::to_string(i) + ", randomblob(16), 1, 1, '', '', 1, 1, 1)");
      sessions_.push_back(make_session_id({1'800'000'000'000}));
    }
  }

  void run() {
    SQLite::Statement insert(database_.connection(),
                             "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t row = 0; row < load_.rows;) {
      database_.connection().exec("BEGIN IMMEDIATE");
      for (std::size_t i = 0; i < load_.batch && row < load_.rows; ++i) put(insert, row++);
      database_.connection().exec("COMMIT");
    }
  }

 private:
  void put(SQLite::Statement& insert, std::size_t row) {
    std::size_t const session = row % sessions_.size();
    EventRow const event =
        make_row(sessions_[session], static_cast<std::uint32_t>(row / sessions_.size() + 1));
    insert.bind(1, static_cast<std::int64_t>(session + 1));
    insert.bind(2, event.seq);
    insert.bind(3, event.at.ms);
    insert.bind(4, event.elapsed.ms);
    insert.bindNoCopy(5, event.kind);
    insert.bindNoCopy(6, *event.answer_id);
    insert.bindNoCopy(7, event.payload);
    insert.bindNoCopy(8, event.canonical.data(), 32);
    insert.exec();
    insert.reset();
  }

  Load load_;
  std::vector<SessionId> sessions_;
  WriteDatabase database_;
};

double sqlite_rows_per_second(fs::path const& folder, Load load) {
  Alone alone(folder, load);
  return static_cast<double>(load.rows) / seconds_of([&] { alone.run(); });
}

double median(std::vector<double> figures) {
  std::sort(figures.begin(), figures.end());
  return figures[figures.size() / 2];
}

void measure(fs::path const& folder, Load load) {
  std::vector<double> ours;
  std::vector<double> alone;
  for (int i = 0; i < runs; ++i) {
    ours.push_back(store_rows_per_second(folder / "store", load));
    alone.push_back(sqlite_rows_per_second(folder / "alone", load));
  }
  std::printf("batch %4zu: store %7.0f rows/s, SQLite alone %7.0f rows/s, ratio %.2f\n", load.batch,
              median(ours), median(alone), median(ours) / median(alone));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: store_bench FOLDER [ROWS]\n");
    return 2;
  }
  std::size_t const rows = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 100'000;
  measure(argv[1], {.batch = 1, .rows = rows / 10});
  for (std::size_t const batch : {32U, 128U, 512U}) {
    measure(argv[1], {.batch = batch, .rows = rows});
  }
  return 0;
}
