#include "evaluation/false_masks.hpp"

#include <gtest/gtest.h>

namespace curveball::evaluation {
namespace {

ReferenceQuestion answered(std::vector<std::string> texts) {
  ReferenceQuestion question{.id = "q"};
  for (auto& text : texts) question.answers.push_back({.text = std::move(text)});
  return question;
}

std::string const salad =
    "cache cache cache disk cache cache cache disk cache cache cache disk cache cache cache disk "
    "cache cache cache disk cache cache";

TEST(FalseMasks, CountAnswersOfAllPartsOfWhichAnythingIsMasked) {
  text::WordCache words;

  auto const figure = false_mask_figure(
      {{answered({"It keeps what was read last.", salad})}, {answered({"I do not know.", "No."})}},
      words);

  EXPECT_EQ(figure.parts[0].value, 0.25);
  EXPECT_EQ(figure.goal, Goal::at_most);
}

TEST(FalseMasks, WithoutAnswersNothingIsMeasured) {
  text::WordCache words;

  EXPECT_FALSE(false_mask_figure({}, words).parts[0].value);
}

}  // namespace
}  // namespace curveball::evaluation
