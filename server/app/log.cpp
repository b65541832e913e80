#include "app/log.hpp"

#include <vector>

namespace curveball::app {

Log::Log(std::ostream& out) : out_(out), writer_([this] { run(); }) {}

Log::~Log() {
  lines_.close();
  writer_.join();
}

void Log::line(std::string_view text) {
  lines_.push(std::string(text));  // Full: the line is dropped and counted.
}

void Log::run() {
  std::vector<std::string> lines;
  while (lines_.take(lines, limits::queued_log_lines)) {
    for (auto const& line : lines) out_ << line << "\n";
    if (auto const dropped = lines_.take_dropped(); dropped > 0) {
      out_ << "event=log_lines_dropped count=" << dropped << "\n";
    }
    out_.flush();
  }
}

}  // namespace curveball::app
