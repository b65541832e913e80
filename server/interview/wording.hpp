// Judgements in plain English sentences, for the report.
// Pure; every number in a sentence comes from the judgement it explains.
#pragma once

#include <string>

#include "interview/program.hpp"
#include "rubric/judge.hpp"

namespace curveball::interview {

// What the answers showed, as the level's anchor has it; of a capped level what it would be and
// what holds it, as its anchor does not describe those answers.
std::string level_in_words(Program const& program, rubric::Criterion const& criterion,
                           rubric::CriterionResult const& result);

// Why the criterion has the level it has, e.g. "You earned 2½ of 4 points; level 3 asks for 2."
// A criterion gives as many points as credits count for its coverage; they are told in quarters.
std::string level_rule_in_words(Program const& program, rubric::Criterion const& criterion,
                                rubric::CriterionResult const& result);

// What the next level wants, and whether all or how many of it; empty at level 4.
std::string next_condition_in_words(Program const& program, rubric::CriterionResult const& result);

// Why the verdict is what it is: the criteria and red flags that decided, by name, then the
// sentence of the rule.
std::string verdict_in_words(Program const& program, rubric::Judgement const& judgement);

}  // namespace curveball::interview
