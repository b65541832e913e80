#include "matching/example.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace curveball::matching {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> example(std::string_view source) { return example_words(*parse(source)); }

TEST(Example, TakesTheFirstOfEachChoice) {
  EXPECT_THAT(example("{who|which decides|signs}~4"), ElementsAre("who", "decides"));
  EXPECT_THAT(example("root cause | reason"), ElementsAre("root", "cause"));
}

TEST(Example, LeavesOutWhatMustNotStandThere) {
  EXPECT_THAT(example("owner unless~3 nobody"), ElementsAre("owner"));
  EXPECT_THAT(example("not(late)"), IsEmpty());
}

}  // namespace
}  // namespace curveball::matching
