#include "interview/receipt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>

#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

using ::testing::ElementsAre;

// One criterion of four concepts, of which the two best count.
rubric::Criterion two_of_four() {
  return testing::criterion("c", {{0, {0}}, {1, {1}}, {2, {2}}, {3, {3}}}, 2);
}

Quote quote(dialogue::Index concept_index, std::uint16_t credit_pm) {
  return {.concept_index = concept_index, .credit_pm = credit_pm};
}

std::vector<int> counted(std::vector<Quote> quotes) {
  count_quotes(two_of_four(), quotes);
  std::vector<int> counts;
  for (auto const& each : quotes) counts.push_back(each.counts_pm);
  return counts;
}

TEST(Receipt, CountsAConceptOnceWhereItWasHeardBest) {
  EXPECT_THAT(counted({quote(0, 500), quote(0, 1000), quote(0, 1000)}), ElementsAre(0, 1000, 0));
}

TEST(Receipt, CountsNoMoreThanTheBestConcepts) {
  EXPECT_THAT(counted({quote(0, 250), quote(1, 1000), quote(2, 500)}), ElementsAre(0, 1000, 500));
}

TEST(Receipt, CountsTheFirstOfEquals) {
  EXPECT_THAT(counted({quote(2, 500), quote(1, 500), quote(0, 500)}), ElementsAre(0, 500, 500))
      << "the order is that of the criterion's concepts";
}

TEST(Receipt, CountsNothingForWordsWithoutCredit) {
  EXPECT_THAT(counted({quote(0, 0)}), ElementsAre(0));
}

TEST(Receipt, AddsUpToTheCoverage) {
  std::mt19937_64 random(5);
  for (int i = 0; i < 500; ++i) {
    std::vector<std::uint16_t> credit(4, 0);
    std::vector<Quote> quotes;
    for (std::uint64_t q = random() % 6; q > 0; --q) {
      auto const heard = quote(static_cast<dialogue::Index>(random() % 4),
                               static_cast<std::uint16_t>(random() % 5 * 250));
      auto& best = credit[heard.concept_index];
      best = std::max(best, heard.credit_pm);
      quotes.push_back(heard);
    }

    count_quotes(two_of_four(), quotes);

    std::uint32_t sum = 0;
    for (auto const& each : quotes) sum += each.counts_pm;
    std::vector<std::uint8_t> const none(4, 0);
    EXPECT_EQ((sum + 1) / 2, rubric::coverage(two_of_four(), {credit, none, none}));
  }
}

}  // namespace
}  // namespace curveball::interview
