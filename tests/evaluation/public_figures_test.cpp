#include "evaluation/public_figures.hpp"

#include <gtest/gtest.h>

#include "evaluation/small_sets.hpp"

namespace curveball::evaluation {
namespace {

std::vector<ReferenceQuestion> parsed(std::string_view xml) {
  auto const question = parse_question(xml, "q.xml");
  return question ? std::vector{*question} : std::vector<ReferenceQuestion>{};
}

Part part_named(Figure const& figure, std::string const& name) {
  for (auto const& part : figure.parts) {
    if (part.name == name) return part;
  }
  ADD_FAILURE() << "there is no part " << name;
  return {};
}

TEST(PublicFigures, FivePartsAndTheirMeanNeedAllFolders) {
  text::WordCache words;
  QuestionFolders folders;
  folders["training/3way/beetle"] = parsed(testing::pump_question);
  folders["test/2way/beetle/test-unseen-answers"] = parsed(testing::pump_question);

  auto const figures = semeval_figures(folders, words);

  ASSERT_EQ(figures.size(), 3U);
  auto const& two_way = figures[0];
  EXPECT_EQ(two_way.name, "semeval_2way_macro_f1");
  EXPECT_EQ(two_way.parts.size(), 6U);
  // The two correct answers score above the two others.
  EXPECT_NEAR(*part_named(two_way, "beetle_ua").value, 1.0, 1e-12);
  EXPECT_FALSE(part_named(two_way, "sciEntsBank_ud").value);
  EXPECT_FALSE(part_named(two_way, "mean").value);
  EXPECT_NEAR(*part_named(figures[2], "beetle").value, 1.0, 1e-12);
}

TEST(PublicFigures, SafIsTakenAsAWholeAndByItsParts) {
  text::WordCache words;

  auto const figures = saf_figures({parsed(testing::cache_question), {}, {}}, words);

  ASSERT_EQ(figures.size(), 6U);
  EXPECT_EQ(figures[1].name, "saf_pairwise");
  EXPECT_NEAR(*figures[1].parts[0].value, 1.0, 1e-12);
  EXPECT_EQ(figures[3].name, "saf_pairwise_training");
  EXPECT_TRUE(figures[3].parts[0].value);
  EXPECT_EQ(figures[5].name, "saf_pairwise_unseen");
  EXPECT_FALSE(figures[5].parts[0].value);
}

TEST(PublicFigures, WithoutDataNothingIsMeasured) {
  text::WordCache words;

  for (auto const& figure : semeval_figures({}, words)) {
    for (auto const& part : figure.parts) EXPECT_FALSE(part.value) << figure.name;
  }
  for (auto const& figure : saf_figures({}, words)) EXPECT_FALSE(figure.parts[0].value);
}

}  // namespace
}  // namespace curveball::evaluation
