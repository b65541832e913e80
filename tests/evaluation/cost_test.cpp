#include "evaluation/cost.hpp"

#include <gtest/gtest.h>

namespace curveball::evaluation {
namespace {

TEST(Cost, TextsGoOnWithTheNextOneUntilTheyAreLongEnough) {
  std::vector<std::string> const texts{"a  b", "c\nd e"};

  EXPECT_EQ(text_of_words(texts, 0, 3), "a b c");
  EXPECT_EQ(text_of_words(texts, 1, 7), "c d e a b c d");
  EXPECT_EQ(text_of_words({}, 0, 3), "");
  EXPECT_EQ(text_of_words({" "}, 0, 3), "");
}

TEST(Cost, TooFewPatternsAreNotMeasured) {
  text::WordCache words;

  for (auto const& figure : cost_figures({}, words)) EXPECT_FALSE(figure.parts.front().value);
}

}  // namespace
}  // namespace curveball::evaluation
