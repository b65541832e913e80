// Runs a command of the program inside a test.
#pragma once

#include <iostream>
#include <sstream>
#include <string>

namespace curveball::app::testing {

struct CommandRun {
  int code = 0;
  std::string output;  // What it wrote to standard output.
};

template <class Command>
CommandRun run(Command const& command) {
  std::ostringstream out;
  auto* const before = std::cout.rdbuf(out.rdbuf());
  int const code = command();
  std::cout.rdbuf(before);
  return {code, out.str()};
}

}  // namespace curveball::app::testing
