// A real store in a folder of its own, and short ways to put things into it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "store/hash.hpp"
#include "store/reader.hpp"
#include "store/writer.hpp"

namespace curveball::store::testing {

// A folder that is gone when the test ends.
class TempFolder {
 public:
  TempFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "curveball-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  TempFolder(TempFolder const&) = delete;
  TempFolder& operator=(TempFolder const&) = delete;
  ~TempFolder() { std::filesystem::remove_all(path_); }

  std::filesystem::path const& path() const { return path_; }
  DataFolder data() const { return DataFolder(path_ / "data"); }

 private:
  std::filesystem::path path_;
};

inline Instant const start_of_tests{1'800'000'000'000};

inline WriteDatabase open_writer(DataFolder const& folder) {
  auto database = WriteDatabase::open(folder, {.now = start_of_tests});
  if (!database) throw std::runtime_error(database.error());
  return *std::move(database);
}

inline Reader open_reader(DataFolder const& folder) {
  auto database = ReadDatabase::open(folder);
  if (!database) throw std::runtime_error(database.error());
  return Reader(*std::move(database));
}

// Submits a job and waits for its answer.
template <class Value, class Request>
Result<Value, Refusal> ask(Writer& writer, Request request) {
  std::promise<Result<Value, Refusal>> promise;
  request.done = [&promise](Result<Value, Refusal> const& answer) { promise.set_value(answer); };
  if (!writer.submit(std::move(request))) throw std::runtime_error("the queue is full");
  return promise.get_future().get();
}

inline std::string canonical_of(std::uint32_t seq) { return "meaning of " + std::to_string(seq); }

inline EventRow event(std::uint32_t seq, std::string payload = "{}") {
  return {.seq = seq,
          .at = {start_of_tests.ms + seq},
          .elapsed = {std::int64_t{seq} * 10},
          .kind = "answer",
          .answer_id = "answer-" + std::to_string(seq),
          .payload = std::move(payload),
          .canonical = canonical_of(seq)};
}

inline std::vector<EventRow> events(std::uint32_t first, std::uint32_t last) {
  std::vector<EventRow> rows;
  for (std::uint32_t seq = first; seq <= last; ++seq) rows.push_back(event(seq));
  return rows;
}

inline ScriptRow script(std::string const& scenario = "slip") {
  return {.hash = sha256(scenario),
          .scenario = scenario,
          .version = 3,
          .title = "A launch slips",
          .role = "TPM",
          .engine_schema = 1,
          .loaded_at = start_of_tests,
          .canonical = "{\"id\":\"" + scenario + "\"}"};
}

// A store with a script, and a writer and a reader on it.
class Store {
 public:
  explicit Store(DataFolder folder, WriterSettings settings = {})
      : folder_(std::move(folder)),
        writer_(std::make_unique<Writer>(open_writer(folder_), std::move(settings))),
        reader_(open_reader(folder_)) {
    put(script());
  }

  Writer& writer() { return *writer_; }
  Reader& reader() { return reader_; }
  DataFolder const& folder() const { return folder_; }

  void put(ScriptRow const& row) {
    if (!ask<Stored>(writer(), PutScript{.script = row})) throw std::runtime_error("no script");
  }

  CandidateId candidate(std::string const& token) {
    return *ask<CandidateId>(
        writer(), CreateCandidate{.token_hash = token_hash(token), .created_at = start_of_tests});
  }

  // A session that is ready to be submitted, with one event.
  CreateSession session(CandidateId owner, std::string const& scenario = "slip") {
    started_.ms += 1;
    return {.id = make_session_id(started_),
            .candidate = owner,
            .script = sha256(scenario),
            .level = "L5",
            .engine_revision = 7,
            .seed = 0xfedcba9876543210ULL,
            .started_at = started_,
            .events = events(1, 1)};
  }

  // A stored session with one event.
  SessionId start(CandidateId owner, std::string const& scenario = "slip") {
    auto request = session(owner, scenario);
    if (!ask<Appended>(writer(), request)) throw std::runtime_error("no session");
    return request.id;
  }

  Result<Appended, Refusal> append(SessionId const& id, std::vector<EventRow> rows) {
    return ask<Appended>(writer(), AppendEvents{.session = id, .events = std::move(rows)});
  }

  Result<Appended, Refusal> finish(SessionId const& id, std::uint32_t seq,
                                   std::string const& verdict) {
    return ask<Appended>(writer(), AppendEvents{.session = id,
                                                .events = events(seq, seq),
                                                .ending = Ending{.at = {start_of_tests.ms + 9'999},
                                                                 .verdict = verdict,
                                                                 .summary = "{\"answers\":2}"}});
  }

 private:
  DataFolder folder_;
  std::unique_ptr<Writer> writer_;
  Reader reader_;
  Instant started_ = start_of_tests;
};

}  // namespace curveball::store::testing
