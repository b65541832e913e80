// What would lift the verdict, and what it would be at other levels of the ladder. Computed from
// what was heard; the sentences come from the rubric's own words.
// Pure: equal arguments give equal results.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "dialogue/state.hpp"
#include "interview/program.hpp"
#include "rubric/grades.hpp"
#include "rubric/lift.hpp"

namespace curveball::interview {

// The smallest change that lifts the verdict.
struct LiftReport {
  std::optional<rubric::Lift> lift;  // Absent at the best verdict, and where nothing lifts it.
  bool elsewhere = false;            // It takes asks that were not attempted.
  std::string words;                 // In one sentence; empty at the best verdict.
};

// The verdict at one level of the ladder.
struct GradeReport {
  rubric::Grade grade = rubric::Grade::l4;
  std::uint8_t verdict = 0;                // Into Profile::verdicts.
  std::optional<std::uint16_t> criterion;  // That keeps it from being better.
  std::uint8_t level = 0;                  // Of that criterion, at this grade; 0 without one.
  std::string next;                        // What its next level wants; or which flags stop it.
};

struct Feedback {
  LiftReport lift;
  std::vector<GradeReport> grades;  // L4 first.
};

// `attempted` are the asks that were answered: a change there is looked for first, and in the whole
// interview only when none is enough.
Feedback feedback(Program const& program, dialogue::State const& state,
                  std::span<dialogue::Index const> attempted);

// The change in one sentence: how many things more would make it which verdict, by name.
std::string lift_in_words(Program const& program, rubric::Lift const& lift);

}  // namespace curveball::interview
