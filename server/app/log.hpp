// The program's log: one line an event, key=value, to standard error or another stream.
// A reader that does not read must not stop the server, so a thread of its own writes, and lines
// that do not fit into its queue are dropped and counted.
// Thread: line() from any.
#pragma once

#include <iostream>
#include <string>
#include <string_view>
#include <thread>

#include "base/limits.hpp"
#include "store/bounded_queue.hpp"

namespace curveball::app {

class Log {
 public:
  // `out` is used by the log's thread only, until the end.
  explicit Log(std::ostream& out = std::cerr);
  // Gives what is queued a last chance to be written.
  ~Log();
  Log(Log const&) = delete;
  Log& operator=(Log const&) = delete;

  void line(std::string_view text);

 private:
  void run();

  std::ostream& out_;
  store::BoundedQueue<std::string> lines_{limits::queued_log_lines};
  std::thread writer_;
};

}  // namespace curveball::app
