#include "store/writer.hpp"

#include <SQLiteCpp/Exception.h>
#include <algorithm>
#include <exception>
#include <sqlite3.h>
#include <utility>

namespace curveball::store {
namespace {

// How long after a reader stood in the way the log is emptied of deleted data again.
constexpr std::chrono::milliseconds retry_after{250};

bool deletes(Job const& job) {
  return std::holds_alternative<DeleteSession>(job) ||
         std::holds_alternative<DeleteSessionsOf>(job);
}

int note_log_pages(void* pages, sqlite3*, char const*, int in_log) {
  *static_cast<int*>(pages) = in_log;
  return SQLITE_OK;
}

}  // namespace

void Completions::run() const {
  std::exception_ptr first;  // One answer that throws must not silence the others.
  for (Answer const& answer : answers_) {
    try {
      answer(lost_ ? &*lost_ : nullptr);
    } catch (...) {
      if (!first) first = std::current_exception();
    }
  }
  if (first) std::rethrow_exception(first);
}

Writer::Writer(WriteDatabase database, WriterSettings settings)
    : settings_(std::move(settings)),
      database_(std::move(database)),
      ledger_(database_),
      queue_(settings_.queue) {
  sqlite3_wal_hook(database_.connection().getHandle(), note_log_pages, &log_pages_);
  thread_ = std::thread([this] { run(); });
}

Writer::~Writer() {
  queue_.close();
  thread_.join();
}

void Writer::run() {
  std::vector<Job> jobs;
  auto const patience = [this] {
    return log_holds_deleted_ ? std::optional(retry_after) : std::nullopt;
  };
  while (queue_.take(jobs, settings_.batch, patience())) take_care_of(jobs);
}

// Answers wait for a commit, never for a checkpoint, except that a deletion is answered when what
// it deleted is gone from the log as well.
void Writer::take_care_of(std::vector<Job>& jobs) {
  if (jobs.empty()) return tidy();
  bool const deleting = std::any_of(jobs.begin(), jobs.end(), deletes);
  log_holds_deleted_ = log_holds_deleted_ || deleting;
  Completions completions = commit(jobs);
  if (deleting) tidy();
  deliver(std::move(completions));
  if (!deleting) tidy();
}

Completions Writer::commit(std::vector<Job>& jobs) {
  Completions completions;
  completions.answers_.reserve(jobs.size());
  try {
    ledger_.begin();
    for (Job& job : jobs) carry_out(job, completions);
    ledger_.commit();
  } catch (std::exception const& error) {
    ledger_.abandon();
    completions.lost_ = Refusal{.kind = RefusalKind::failed, .message = error.what()};
    for (std::size_t rest = completions.answers_.size(); rest < jobs.size(); ++rest) {
      std::visit([&](auto& lost) { completions.add_lost(std::move(lost.done)); }, jobs[rest]);
    }
  }
  return completions;
}

void Writer::carry_out(Job& job, Completions& completions) {
  std::visit(
      [&](auto& request) {
        auto answer = ledger_.apply(request);
        completions.add(std::move(request.done), std::move(answer));
      },
      job);
}

void Writer::deliver(Completions completions) {
  if (settings_.deliver) {
    settings_.deliver(std::move(completions));
  } else {
    completions.run();
  }
}

void Writer::tidy() {
  if (log_holds_deleted_) {
    log_holds_deleted_ = !checkpoint(SQLITE_CHECKPOINT_TRUNCATE);
  } else if (log_pages_ >= limits::checkpoint_pages) {
    checkpoint(SQLITE_CHECKPOINT_PASSIVE);
  }
}

// True when the whole log was moved into the database. Does not wait for readers.
bool Writer::checkpoint(int mode) {
  sqlite3* const handle = database_.connection().getHandle();
  sqlite3_busy_timeout(handle, 0);
  int const code = sqlite3_wal_checkpoint_v2(handle, nullptr, mode, nullptr, nullptr);
  sqlite3_busy_timeout(handle, WriteDatabase::busy_timeout_ms);
  bool const in_the_way = code == SQLITE_BUSY || code == SQLITE_LOCKED;
  if (code != SQLITE_OK && !in_the_way && settings_.on_trouble) {
    settings_.on_trouble("Cannot checkpoint the database: " + std::string(sqlite3_errmsg(handle)));
  }
  return code == SQLITE_OK;
}

}  // namespace curveball::store
