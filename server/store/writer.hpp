// The one thread that writes: takes whatever jobs wait, commits them together, then answers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/limits.hpp"
#include "store/bounded_queue.hpp"
#include "store/database.hpp"
#include "store/job.hpp"
#include "store/ledger.hpp"

namespace curveball::store {

// The answers of one commit.
class Completions {
 public:
  // Answers each job, in their order. To be called once.
  void run() const;

 private:
  friend class Writer;
  // Answers with what was found, or with the reason why nothing of the commit was stored.
  using Answer = std::function<void(Refusal const* lost)>;

  template <class Value>
  void add(Completion<Value> done, Result<Value, Refusal> answer) {
    answers_.push_back([done = std::move(done), answer = std::move(answer)](Refusal const* lost) {
      if (lost != nullptr) return done(Unexpected{*lost});
      done(answer);
    });
  }

  template <class Value>
  void add_lost(Completion<Value> done) {
    add(std::move(done), Result<Value, Refusal>(Unexpected{Refusal{}}));
  }

  std::vector<Answer> answers_;
  std::optional<Refusal> lost_;
};

struct WriterSettings {
  std::size_t queue = limits::queued_jobs;
  std::size_t batch = limits::batch_jobs;
  // Called on the writer's thread with the answers of one commit, in the order of the jobs, e.g. to
  // post them to another thread at once. Left out: they are run on the writer's thread.
  std::function<void(Completions)> deliver;
  // Called on the writer's thread when keeping the file in order failed, which no job depends on.
  std::function<void(std::string const&)> on_trouble;
};

// Thread: submit() from any; everything else happens on the writer's own thread, "writer". Whatever
// deliver and the jobs' `done` refer to must outlive the Writer.
class Writer {
 public:
  Writer(WriteDatabase database, WriterSettings settings);
  // Carries out and answers what was submitted, then closes the database.
  ~Writer();
  Writer(Writer const&) = delete;
  Writer& operator=(Writer const&) = delete;

  // Takes a job, to be answered through its `done` once it is durable. Jobs are carried out in the
  // order in which they are submitted. False when too many wait: the job is dropped unanswered.
  [[nodiscard]] bool submit(Job job) { return queue_.push(std::move(job)); }

 private:
  void run();
  void take_care_of(std::vector<Job>& jobs);
  Completions commit(std::vector<Job>& jobs);
  void carry_out(Job& job, Completions& completions);
  void deliver(Completions completions);
  void tidy();
  bool checkpoint(int mode);

  WriterSettings settings_;
  WriteDatabase database_;
  Ledger ledger_;
  BoundedQueue<Job> queue_;
  int log_pages_ = 0;               // In the write-ahead log after the last commit.
  bool log_holds_deleted_ = false;  // It must be emptied as soon as no reader needs it.
  std::thread thread_;
};

}  // namespace curveball::store
