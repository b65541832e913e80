#include "evaluation/derived_rubric.hpp"

#include <gtest/gtest.h>

#include "evaluation/small_sets.hpp"

namespace curveball::evaluation {
namespace {

class DerivedRubricTest : public ::testing::Test {
 protected:
  double score(std::string const& question, std::string const& reference,
               std::string const& answer) {
    DerivedRubric const rubric({.text = question, .references = {reference}}, words_);
    return rubric.score(text::read(answer, words_));
  }

  text::WordCache words_;
};

TEST_F(DerivedRubricTest, TheReferenceItselfScoresInFull) {
  EXPECT_NEAR(
      score("Why?", "The valve was closed, no water came.", "The valve was closed, no water came."),
      1.0, 1e-9);
}

TEST_F(DerivedRubricTest, NothingSharedScoresNothing) {
  EXPECT_EQ(score("Why?", "Valve closed.", "Old bearings."), 0);
  EXPECT_EQ(score("Why?", "Valve closed.", ""), 0);
  EXPECT_EQ(score("Why?", "", "Valve closed."), 0);
}

TEST_F(DerivedRubricTest, ConceptIsThereInPartByTheWeightOfItsWords) {
  // One clause of four words with content; two of them give 0.5 / 0.8. All the answer's own are in
  // it: + 0.1.
  EXPECT_NEAR(score("Why?", "Valve blocked inlet pressure.", "Valve inlet."), 0.9 * 0.5 / 0.8 + 0.1,
              1e-9);
}

TEST_F(DerivedRubricTest, WordsOfTheQuestionWeighLess) {
  auto const echoed = score("What of the pump?", "Pump valve.", "Pump.");
  auto const told = score("What of the pump?", "Pump valve.", "Valve.");

  EXPECT_LT(echoed, told);
  EXPECT_NEAR(echoed, 0.9 * 0.4 / 1.4 / 0.8 + 0.1, 1e-9);
}

TEST_F(DerivedRubricTest, PolarityMustBeThatOfTheReference) {
  std::string const reference = "Terminals are not connected.";

  EXPECT_GT(score("Why?", reference, "The terminals are not connected."),
            score("Why?", reference, "The terminals are connected."));
  EXPECT_GT(score("Why?", "Terminals are connected.", "Terminals are connected."),
            score("Why?", "Terminals are connected.", "Terminals are not connected."));
}

TEST_F(DerivedRubricTest, WordsOfOneFamilyCountHalfAndNumbersAsDigits) {
  // Evaporated and evaporation have one stem; vaporiser and vaporous only a beginning.
  EXPECT_NEAR(score("Why?", "Vaporous.", "Vaporiser."), 0.9 * 0.5 / 0.8, 1e-9);
  EXPECT_NEAR(score("Why?", "Three.", "3."), 1.0, 1e-9);
}

TEST_F(DerivedRubricTest, TheBestReferenceCountsAndClausesAreConcepts) {
  DerivedRubric const rubric(
      {.text = "Why?",
       .references = {"Worn bearings.",
                      "The main valve was closed, no fresh water came, and pressure fell fast."}},
      words_);

  EXPECT_NEAR(rubric.score(text::read("Worn bearings.", words_)), 1.0, 1e-9);
  EXPECT_EQ(rubric.concepts(), 3U);
}

}  // namespace
}  // namespace curveball::evaluation
