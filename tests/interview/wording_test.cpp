#include "interview/wording.hpp"

#include <gtest/gtest.h>

#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

// What the next level wants when these concepts are missing of a criterion at level 1.
std::string wants(std::vector<std::uint16_t> missing) {
  auto const program = testing::small_program();
  rubric::CriterionResult result;
  result.next_missing = rubric::Missing::coverage;
  result.next_concepts = std::move(missing);
  return next_condition_in_words(program, program.rubric.criteria[0], result);
}

TEST(Wording, NamesUpToFourConceptsInFull) {
  EXPECT_EQ(wants({0}), "Level 2 wants any of \u201cCritical path\u201d.");
  EXPECT_EQ(
      wants({0, 1, 2, 3}),
      "Level 2 wants any of \u201cCritical path\u201d, \u201cOne owner\u201d, \u201cRisks\u201d "
      "or \u201cHandover\u201d.");
}

TEST(Wording, NamesThreeOfManyConceptsAndCountsTheRest) {
  EXPECT_EQ(
      wants({0, 1, 2, 3, 4}),
      "Level 2 wants any of \u201cCritical path\u201d, \u201cOne owner\u201d, \u201cRisks\u201d "
      "or 2 more.");
}

}  // namespace
}  // namespace curveball::interview
