// The same answers judged at another level of the career ladder.
// Pure: equal arguments give equal results.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rubric/judge.hpp"
#include "rubric/rubric.hpp"

namespace curveball::rubric {

inline constexpr std::array<Grade, 5> all_grades{Grade::l4, Grade::l5, Grade::l6, Grade::l7,
                                                 Grade::l8};

// The rubric as it would be for an interview of that grade: other must-haves, and levels 3 and 4 of
// each criterion ask for more or less coverage as the profile expects. Never asks for more than the
// concepts of a criterion can give. For the rubric's own grade an equal rubric.
Rubric at_grade(Rubric const& rubric, Grade grade);

// What keeps the verdict from the next better one.
struct Stop {
  bool by_flags = false;                   // The red flags alone do.
  std::optional<std::uint16_t> criterion;  // Absent at the best verdict, and when flags do.
};

// `judgement` is of `rubric`. Of several criteria that each alone would keep the verdict down, the
// one at the lowest level, then the first; where only several together do, one at level 1, else the
// one nearest to level 4.
Stop what_stops(Rubric const& rubric, Judgement const& judgement);

struct GradeView {
  Grade grade = Grade::l4;
  Judgement judgement;
  Stop stop;
};

// One view for each grade, L4 first. With the expectations of a profile that rise by grade and
// rules in which higher levels are never worse, a higher grade never has a better verdict.
std::vector<GradeView> level_lens(Rubric const& rubric, Ledger const& ledger);

}  // namespace curveball::rubric
