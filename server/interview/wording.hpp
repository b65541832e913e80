// Judgements in plain English sentences, for the report.
// Pure; every number in a sentence comes from the judgement it explains.
#pragma once

#include <string>

#include "interview/program.hpp"
#include "rubric/judge.hpp"

namespace curveball::interview {

// Why the criterion has the level it has, e.g. "Coverage 83 %; level 3 asks for 67 %." A cap is
// named.
std::string level_rule_in_words(Program const& program, rubric::Criterion const& criterion,
                                rubric::CriterionResult const& result);

// What the next level wants; empty at level 4.
std::string next_condition_in_words(Program const& program, rubric::Criterion const& criterion,
                                    rubric::CriterionResult const& result);

}  // namespace curveball::interview
