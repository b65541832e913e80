// From a scenario file to a program that the interview room runs.
// Owner: this room; callers keep what they get. Thread: any; expected errors are diagnostics, no
// exception leaves.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interview/program.hpp"
#include "rubric/rubric.hpp"
#include "scenario/cases.hpp"
#include "scenario/diagnostic.hpp"
#include "scenario/source.hpp"

namespace curveball::scenario {

// How much is looked at. outline: whether it compiles, every interview in it comes to an end
// (graph) and fits into memory; gives no program. compile: whether it compiles. lint: both, and
// whether it is sensible (samples, questions, what is unused). test: also whether its exemplars and
// walkthroughs hold.
enum class Checks : std::uint8_t { outline, compile, lint, test };

// The text that the store pins: one JSON value with everything the interview needs, keys sorted,
// comments, layout and `$schema` gone. Equal meaning, equal text.
struct Canonical {
  std::string text;
  std::string sha256;  // Of the text, 64 hexadecimal digits.
};

struct Loaded {
  bool fits = false;                                  // There is no error.
  interview::Card card;                               // Empty when there is an error in the files.
  rubric::Rubric rubric;                              // Empty likewise.
  std::shared_ptr<interview::Program const> program;  // Null unless it fits, and in an outline.
  TestCases cases;                                    // Empty when there is an error in the files.
  Canonical canonical;                                // Empty likewise.
  std::vector<Diagnostic> diagnostics;                // By file, line and column.
};

// Reads and compiles `path` of `source` with the files that it names. `profile`, when not empty, is
// the id of another hire scale in the folder of the one that it names, to be judged by instead.
Loaded load(FileSource const& source, std::string const& path, Checks checks = Checks::lint,
            std::string_view profile = {});

// Compiles a program from Canonical::text alone. It behaves as the one from the files did; its own
// canonical text is the same. Diagnostics have no useful place.
Loaded load_canonical(std::string_view text);

}  // namespace curveball::scenario
