#include "text/word_set.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

TEST(WordSet, AnEmptyOneHoldsNothing) {
  WordSet const set;

  EXPECT_FALSE(set.contains(word_id("owner")));
  EXPECT_EQ(set.size(), 0U);
}

TEST(WordSet, HoldsWhatWasAddedOnceAndNothingElse) {
  WordSet set;

  for (int i = 0; i < 1000; ++i) set.add(word_id(std::to_string(i % 500)));

  EXPECT_EQ(set.size(), 500U);
  for (int i = 0; i < 500; ++i) EXPECT_TRUE(set.contains(word_id(std::to_string(i)))) << i;
  EXPECT_FALSE(set.contains(word_id("500")));
}

}  // namespace
}  // namespace curveball::text
