// How a fuzzer says that a law is broken.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace curveball::fuzz {

// Ends the program, which libFuzzer reports together with the input.
inline void demand(bool holds, std::string_view law) {
  if (holds) return;
  std::fprintf(stderr, "broken law: %.*s\n", static_cast<int>(law.size()), law.data());
  std::abort();
}

}  // namespace curveball::fuzz
