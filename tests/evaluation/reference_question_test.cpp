#include "evaluation/reference_question.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluation/small_sets.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::HasSubstr;

TEST(ReferenceQuestion, LabelledAnswersAreThoseOfSemEval) {
  auto const question = parse_question(testing::pump_question, "pump.xml");

  ASSERT_TRUE(question);
  EXPECT_EQ(question->id, "PUMP");
  EXPECT_EQ(question->text, "Why did the pump stop?");
  ASSERT_EQ(question->references.size(), 2U);
  EXPECT_EQ(question->references[1], "A blocked inlet & a closed valve");
  // The answer with an unknown label is left out.
  ASSERT_EQ(question->answers.size(), 4U);
  EXPECT_EQ(question->answers[2].label, Label::contradictory);
  EXPECT_FALSE(question->answers[2].score);
}

TEST(ReferenceQuestion, ScoredAnswersAreThoseOfSaf) {
  auto const question = parse_question(testing::cache_question, "cache.xml");

  ASSERT_TRUE(question);
  ASSERT_EQ(question->answers.size(), 3U);
  EXPECT_THAT(question->answers[0].text, HasSubstr("It keeps copies near the reader"));
  EXPECT_EQ(question->answers[0].score, 1.0);
  EXPECT_EQ(question->answers[1].score, 0.5);
  EXPECT_FALSE(question->answers[1].label);
}

TEST(ReferenceQuestion, FaultNamesTheFileThatIsNoQuestion) {
  auto const broken = parse_question("<question><a></question>", "a.xml");
  auto const other = parse_question("<answer/>", "b.xml");

  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().message, HasSubstr("a.xml: "));
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().message, "b.xml: has no <question>");
}

}  // namespace
}  // namespace curveball::evaluation
