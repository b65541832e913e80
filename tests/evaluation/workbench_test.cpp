#include "evaluation/workbench.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>

#include "evaluation/small_corpus.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// Six answers that small_question scores exactly as given.
std::vector<CorpusAnswer> six_answers() {
  return {{.id = "s1",
           .level = 4,
           .text = "I have a named owner for it, and a decision date on the 4th of May."},
          {.id = "s2",
           .level = 4,
           .text = "There is one decision date in June and a named owner in each of two teams."},
          {.id = "a1",
           .level = 3,
           .text = "I have a named owner for it and we will talk about the rest later on."},
          {.id = "a2",
           .level = 3,
           .text = "The decision date is the 9th of July and the rest will follow then."},
          {.id = "w1",
           .level = 1,
           .text = "We will talk about it some day and then we can see what is what."},
          {.id = "w2",
           .level = 1,
           .text = "The launch needs good people who work together well on every day of it."}};
}

class WorkbenchTest : public ::testing::Test {
 protected:
  // The trial of the small rubric in which `from` is written as `to`.
  RubricTrial trial_with(std::string const& from = {}, std::string const& to = {}) {
    std::string text(testing::small_question);
    auto const at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error("the fixture has no " + from);
    text.replace(at, from.size(), to);
    testing::TempFolder const folder;
    testing::write_small_corpus(folder);
    auto question = read_question(folder.write("small/question.json", text), "question");
    if (!question) throw std::runtime_error(question.error().message);
    question->answers = six_answers();
    return try_rubric(*question, words_);
  }

  text::WordCache words_;
};

TEST_F(WorkbenchTest, SoundRubricAgreesWithEveryAnswer) {
  auto const trial = trial_with();

  EXPECT_EQ(trial.answers, 6U);
  EXPECT_EQ(trial.confusion[3][3], 2U);
  EXPECT_EQ(trial.confusion[2][2], 2U);
  EXPECT_EQ(trial.confusion[0][0], 2U);
  EXPECT_NEAR(*trial.kappa, 1.0, 1e-12);
  EXPECT_THAT(trial.wrong, IsEmpty());
  EXPECT_THAT(trial.too_broad, IsEmpty());
  EXPECT_THAT(trial.level_conditions, IsEmpty());
  EXPECT_THAT(trial.missing_words, IsEmpty());
  EXPECT_THAT(trial.suggested, IsEmpty());
}

TEST_F(WorkbenchTest, NamesAWordThatIsTooBroad) {
  auto const trial = trial_with("[\"decision date\"]", "[\"decision date\", \"day\"]");

  ASSERT_FALSE(trial.too_broad.empty());
  EXPECT_EQ(trial.too_broad[0].where, "date");
  EXPECT_EQ(trial.too_broad[0].what, "day");
  EXPECT_EQ(trial.too_broad[0].before, 8);
  EXPECT_EQ(trial.too_broad[0].after, 0);
  ASSERT_EQ(trial.wrong.size(), 2U);
  EXPECT_EQ(trial.wrong[0].id, "w1");
  EXPECT_THAT(trial.wrong[0].reasons, Contains("plan at level 3: date by \"day\""));
}

TEST_F(WorkbenchTest, NamesAMissingSynonym) {
  auto const trial = trial_with("[\"decision date\"]", "[\"judgement day\"]");

  ASSERT_FALSE(trial.missing_words.empty());
  EXPECT_EQ(trial.missing_words[0].where, "date");
  EXPECT_EQ(trial.missing_words[0].what, "date");
  EXPECT_EQ(trial.missing_words[0].after, 0);
  ASSERT_FALSE(trial.suggested.empty());
  EXPECT_EQ(trial.suggested[0].word, "date");
  EXPECT_EQ(trial.suggested[0].answers, 3U);
  EXPECT_THAT(trial.untested_patterns, Contains(SilentPattern{"date", "judgement day"}));
}

TEST_F(WorkbenchTest, NamesAWrongLevelCondition) {
  auto const strict = trial_with("\"coverage\": 500", "\"coverage\": 1000");
  auto const needs = trial_with("\"coverage\": 500", "\"coverage\": 500, \"needs\": [\"owner\"]");

  ASSERT_FALSE(strict.level_conditions.empty());
  EXPECT_EQ(strict.level_conditions[0].where, "plan, level 3");
  EXPECT_EQ(strict.level_conditions[0].what, "coverage 500 and not 1000");
  EXPECT_EQ(strict.level_conditions[0].after, 0);
  ASSERT_FALSE(needs.level_conditions.empty());
  EXPECT_EQ(needs.level_conditions[0].where, "plan, level 3");
  EXPECT_EQ(needs.level_conditions[0].what, "without needs");
}

TEST_F(WorkbenchTest, NamesADeadPatternAndADeadAlternative) {
  auto const pattern = trial_with("[\"named owner\"]", "[\"named owner\", \"purple elephant\"]");
  auto const phrase = trial_with("[\"named owner\"]", "[\"named owner | purple elephant\"]");

  EXPECT_THAT(pattern.untested_patterns, Contains(SilentPattern{"owner", "purple elephant"}));
  EXPECT_THAT(pattern.silent_phrases, IsEmpty());
  ASSERT_EQ(phrase.silent_phrases.size(), 1U);
  EXPECT_THAT(phrase.silent_phrases[0].phrase, HasSubstr("purple elephant"));
  EXPECT_THAT(phrase.untested_patterns,
              Not(Contains(SilentPattern{"owner", "named owner | purple elephant"})));
}

TEST_F(WorkbenchTest, AnswerScoredTooLowSaysWhatTheNextLevelWants) {
  auto const trial = trial_with("[\"decision date\"]", "[\"judgement day\"]");

  ASSERT_FALSE(trial.wrong.empty());
  EXPECT_EQ(trial.wrong[0].id, "s1");
  EXPECT_EQ(trial.wrong[0].given, 4);
  EXPECT_EQ(trial.wrong[0].computed, 3);
  EXPECT_THAT(trial.wrong[0].reasons[0], HasSubstr("plan at level 3: "));
}

TEST_F(WorkbenchTest, TableAndJsonTellTheSame) {
  auto const trial = trial_with("[\"decision date\"]", "[\"decision date\", \"day\"]");

  auto const table = to_table(trial);
  auto const object = nlohmann::json::parse(to_json(trial));

  EXPECT_THAT(table, HasSubstr("date: day  (squared error 8 -> 0)"));
  EXPECT_THAT(table, HasSubstr("w1: given 1, computed 3"));
  EXPECT_EQ(object["confusion"][0][2], 2);
  EXPECT_EQ(object["too_broad"][0]["what"], "day");
  EXPECT_EQ(object["wrong"][0]["id"], "w1");
  EXPECT_EQ(object["missing_words"].size(), 0U);
}

}  // namespace
}  // namespace curveball::evaluation
