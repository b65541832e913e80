#include "evaluation/dump.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace curveball::evaluation {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Dump, KeywordsAreTheFirstOfAlternativesInOrderOfThePattern) {
  EXPECT_THAT(keywords_of({"{name|assign =Owner|lead prioriti*}~8"}),
              ElementsAre("name", "Owner", "prioriti"));
  EXPECT_THAT(keywords_of({"critical path unless~3 missing"}), ElementsAre("critical", "path"));
}

TEST(Dump, PatternsWithoutPlainWordsArePassedOver) {
  EXPECT_THAT(keywords_of({"not(blame)", "@num", "((", "root cause"}),
              ElementsAre("root", "cause"));
  EXPECT_THAT(keywords_of({}), IsEmpty());
}

TEST(Dump, WordsStandBehindTheAnswerInTheStyle) {
  std::vector<std::string> const words{"a", "b", "c", "d"};

  EXPECT_EQ(with_dump("Well.", words, DumpStyle::plain), "Well a b c d.");
  EXPECT_EQ(with_dump("Well", words, DumpStyle::after_period), "Well. a b c d.");
  EXPECT_EQ(with_dump("Well.", words, DumpStyle::comma), "Well, a, b, c, d.");
  EXPECT_EQ(with_dump("Well.", words, DumpStyle::with_and), "Well and a and b and c and d.");
  EXPECT_EQ(with_dump("Well.", words, DumpStyle::with_and_the),
            "Well and the a and the b and the c and the d.");
  EXPECT_EQ(with_dump("Well.", words, DumpStyle::the_every_third), "Well a b the c d.");
}

TEST(Dump, ShuffledWordsAreTheSameInAnotherOrderThatNeverChanges) {
  std::vector<std::string> const words{"a", "b", "c", "d", "e", "f", "g", "h"};

  auto const once = with_dump("", words, DumpStyle::shuffled);
  auto const again = with_dump("", words, DumpStyle::shuffled);

  EXPECT_EQ(once, again);
  EXPECT_NE(once, with_dump("", words, DumpStyle::after_period));
  auto sorted = once;
  auto expected = with_dump("", words, DumpStyle::after_period);
  std::sort(sorted.begin(), sorted.end());
  std::sort(expected.begin(), expected.end());
  EXPECT_EQ(sorted, expected);
}

}  // namespace
}  // namespace curveball::evaluation
