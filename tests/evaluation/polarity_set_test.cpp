#include "evaluation/polarity_set.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "evaluation/temp_folder.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::HasSubstr;

PolaritySentence sentence(std::string text, bool negated, Half half) {
  return {.id = "s",
          .half = half,
          .text = std::move(text),
          .phrase = "named owner",
          .negated = negated};
}

TEST(PolaritySet, OddIdsAreForTuning) {
  testing::TempFolder const folder;
  auto const file = folder.write("polarity.jsonl", R"({"id":"pol-017","text":"A.","phrase":"A"}
{"id":"pol-018","text":"No A.","phrase":"A","negated":true}
)");

  auto const read = read_polarity(file);

  ASSERT_TRUE(read);
  EXPECT_EQ((*read)[0].half, Half::tuning);
  EXPECT_FALSE((*read)[0].negated);
  EXPECT_EQ((*read)[1].half, Half::measured);
  EXPECT_TRUE((*read)[1].negated);
}

TEST(PolaritySet, SentenceNeedsAPhrase) {
  testing::TempFolder const folder;

  auto const read = read_polarity(folder.write("p.jsonl", R"({"id":"pol-1","text":"A."})"));

  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().message, HasSubstr("pol-1 needs a text and a phrase"));
}

TEST(PolaritySet, PhraseIsReadAsTheMatcherReadsIt) {
  text::WordCache words;

  EXPECT_EQ(reads_as_negated(sentence("We had a named owner.", false, Half::tuning), words), false);
  EXPECT_EQ(reads_as_negated(sentence("We had no named owner.", true, Half::tuning), words), true);
  EXPECT_FALSE(reads_as_negated(sentence("We had a plan.", false, Half::tuning), words));
}

TEST(PolaritySet, PhraseThatIsNotFoundCountsAsReadWrong) {
  text::WordCache words;
  std::vector<PolaritySentence> const sentences{
      sentence("We had no named owner.", true, Half::measured),
      sentence("We had a plan.", false, Half::measured),
      sentence("We had a named owner.", false, Half::tuning)};

  auto const figures = polarity_figures(sentences, words);

  // One found, one taken as denied that is not: precision 1/2, recall 1.
  EXPECT_EQ(figures[0].name, "polarity_f1");
  EXPECT_NEAR(*figures[0].parts[0].value, 2.0 / 3, 1e-12);
  EXPECT_FALSE(figures[1].parts[0].value);
  EXPECT_NEAR(*figures[2].parts[0].value, 2.0 / 3, 1e-12);
}

}  // namespace
}  // namespace curveball::evaluation
