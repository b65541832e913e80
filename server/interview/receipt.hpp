// Which of the words that were heard make up a criterion's coverage.
// Pure; for report.cpp.
#pragma once

#include <vector>

#include "interview/report.hpp"
#include "rubric/rubric.hpp"

namespace curveball::interview {

// Fills Quote::counts_pm of all quotes of one criterion: each concept counts once, with its best
// credit and there the first time, and the k best concepts count.
void count_quotes(rubric::Criterion const& criterion, std::vector<Quote>& quotes);

}  // namespace curveball::interview
