#include "evaluation/corpus.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluation/small_corpus.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(Corpus, QuestionsComeWithAnswersPatternsAndTheirHalf) {
  testing::TempFolder const folder;
  testing::write_small_corpus(folder);

  auto const corpus = read_corpus(folder.path());

  ASSERT_TRUE(corpus) << corpus.error().message;
  ASSERT_EQ(corpus->size(), 1U);
  auto const& question = corpus->front();
  EXPECT_EQ(question.half, Half::measured);
  EXPECT_EQ(question.program->script.turns[question.ask].id, "question");
  EXPECT_EQ(question.answers.size(), 4U);
  EXPECT_EQ(question.answers[1].level, 3);
  EXPECT_THAT(question.patterns, ElementsAre("named owner", "decision date", "their fault"));
  EXPECT_THAT(question.keywords,
              ElementsAre(ElementsAre("named", "owner"), ElementsAre("decision", "date")));
}

TEST(Corpus, AnswerNeedsALevelFromOneToFour) {
  testing::TempFolder const folder;
  auto const file = folder.write("answers.jsonl", R"({"id": "a", "level": 5, "text": "Yes."})");

  auto const answers = read_answers(file);

  ASSERT_FALSE(answers);
  EXPECT_THAT(answers.error().message, HasSubstr("answer \"a\" needs a text and a level"));
}

TEST(Corpus, FolderWithoutHalvesIsAFault) {
  testing::TempFolder const folder;

  auto const corpus = read_corpus(folder.path());

  ASSERT_FALSE(corpus);
  EXPECT_THAT(corpus.error().message, HasSubstr("halves.jsonl: cannot be read"));
}

TEST(Corpus, OurOwnHasTwoHalvesOfEightQuestionsWithFifteenAnswers) {
  auto const corpus = read_corpus(std::filesystem::path(CURVEBALL_SOURCE_DIR) / "tests/corpus");

  ASSERT_TRUE(corpus) << corpus.error().message;
  std::size_t measured = 0;
  for (auto const& question : *corpus) {
    EXPECT_EQ(question.answers.size(), 15U) << question.id;
    if (question.half == Half::measured) ++measured;
  }
  EXPECT_EQ(corpus->size(), 16U);
  EXPECT_EQ(measured, 8U);
}

}  // namespace
}  // namespace curveball::evaluation
