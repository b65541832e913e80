#include "evaluation/star_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluation/temp_folder.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::HasSubstr;

TEST(StarSet, SentencesStandWithTheirAnswerAndItsHalf) {
  testing::TempFolder const folder;
  auto const file = folder.write(
      "star.jsonl", R"({"id":"1","answer":"a01","text":"It was late.","part":"situation"}
{"id":"2","answer":"a01","text":"I called them.","part":"action"}
{"id":"3","answer":"a02","text":"We shipped.","part":"result"}
)");

  auto const answers = read_star(file);

  ASSERT_TRUE(answers);
  ASSERT_EQ(answers->size(), 2U);
  EXPECT_EQ((*answers)[0].half, Half::tuning);
  EXPECT_EQ((*answers)[0].sentences.size(), 2U);
  EXPECT_EQ((*answers)[1].half, Half::measured);
  EXPECT_EQ((*answers)[1].sentences[0].part, text::StarPart::result);
}

TEST(StarSet, SentenceNeedsAKnownPart) {
  testing::TempFolder const folder;

  auto const answers = read_star(
      folder.write("s.jsonl", R"({"id":"star-9","answer":"a01","text":"So.","part":"moral"})"));

  ASSERT_FALSE(answers);
  EXPECT_THAT(answers.error().message, HasSubstr("\"star-9\" needs an answer, a text and a part"));
}

TEST(StarSet, PartsThatNeverOccurLeaveTheMeanUndefined) {
  text::WordCache words;
  std::vector<StarAnswer> const one{
      {.id = "a02",
       .sentences = {{"I called the team and I moved the date.", text::StarPart::action}}}};

  EXPECT_FALSE(star_figures(one, words)[0].parts[0].value);
  EXPECT_FALSE(star_figures({}, words)[1].parts[0].value);
}

}  // namespace
}  // namespace curveball::evaluation
