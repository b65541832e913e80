// The store as the io thread sees it: jobs go to the writer's and the reader's thread, and what
// they bring comes back on the event loop. Owned by the program's main function; outlived by the
// event loop. Thread: io unless said otherwise.
#pragma once

#include <functional>
#include <memory>
#include <string_view>

#include "app/programs.hpp"
#include "net/event_loop.hpp"
#include "store/reader.hpp"
#include "store/writer.hpp"

namespace curveball::app {

// What a reading job works with; belongs to the reader's thread.
struct ReadingRoom {
  store::Reader& reader;
  Programs& programs;
};

class Archive {
 public:
  using Log = std::function<void(std::string_view)>;

  struct Databases {
    store::WriteDatabase write;
    store::ReadDatabase read;
  };

  // `library` gives the programs that need no compiling. `log` is called on the io thread.
  Archive(net::EventLoop& loop, Databases databases, std::shared_ptr<Library const> library,
          Log log);

  // Hands a job to the writer; its `done` is called on the io thread, after the commit.
  // False when too many wait: nothing is stored and `done` is never called.
  [[nodiscard]] bool write(store::Job job);

  // Hands a job to the reader's thread; `failed` is called there instead of, or after a part of,
  // `job` when the database cannot be read. False when too many wait: neither is called.
  [[nodiscard]] bool read(std::function<void(ReadingRoom&)> job, std::function<void()> failed);

  // Runs `job` on the io thread, later. Callable from any thread.
  void post(std::function<void()> job) { loop_.post(std::move(job)); }

 private:
  store::WriterSettings writer_settings();

  net::EventLoop& loop_;
  Log log_;
  Programs programs_;  // Used on the reader's thread only.
  store::ReaderThread reader_;
  store::Writer writer_;
};

}  // namespace curveball::app
