#include <gtest/gtest.h>
#include <string>

#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

TEST(Turns, AnAskMaySayThatAListIsAFairAnswer) {
  auto const plain = load(testing::fixtures(), std::string(testing::slip)).program;
  auto const fair = testing::load_edited("\"id\": \"open\", \"mode\": \"case\"",
                                         "\"id\": \"open\", \"mode\": \"case\", \"lists\": \"ok\"")
                        .program;

  ASSERT_TRUE(plain && fair);
  EXPECT_EQ(plain->script.turns[1].id, "open");
  EXPECT_FALSE(plain->asks[1].lists_ok);
  EXPECT_TRUE(fair->asks[1].lists_ok);
}

}  // namespace
}  // namespace curveball::scenario
