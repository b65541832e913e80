// Plays the exemplars and walkthroughs of a scenario through the interview room and compares ids.
// Thread: any.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "interview/program.hpp"
#include "scenario/cases.hpp"

namespace curveball::scenario {

struct CaseFailure {
  std::string name;  // "open.strong", or a walkthrough's id.
  bool is_walkthrough = false;
  Place place;
  std::string summary;       // The first difference, on one line.
  std::string conversation;  // What was said and heard, line by line, each with a line end.
};

struct TestReport {
  std::size_t exemplars = 0;  // Run, whatever came of them.
  std::size_t walkthroughs = 0;
  std::vector<CaseFailure> failures;  // In the order of the cases.
};

// `cases` belong to `program`. An exemplar is given as the main answer of its ask, as if that had
// just been asked in a fresh interview without curveballs; its probes are answered "I don't know."
TestReport run_cases(interview::Program const& program, TestCases const& cases);

}  // namespace curveball::scenario
