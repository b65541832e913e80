#include "app/log.hpp"

#include <iostream>
#include <vector>

namespace curveball::app {

Log::Log() : writer_([this] { run(); }) {}

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
    for (auto const& line : lines) std::cerr << line << "\n";
    if (auto const dropped = lines_.take_dropped(); dropped > 0) {
      std::cerr << "event=log_lines_dropped count=" << dropped << "\n";
    }
    std::cerr.flush();
  }
}

}  // namespace curveball::app
