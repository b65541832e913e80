#include "matching/pattern.hpp"

#include "random_pattern.hpp"
#include "search.hpp"

namespace curveball::matching {
namespace {

TEST(Pattern, ItsSpellingParsesBackToItself) {
  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    std::string const source = random_pattern(seed);
    Result<Pattern, PatternError> const pattern = parse(source);
    ASSERT_TRUE(pattern) << source << ": " << pattern.error().message;

    Result<Pattern, PatternError> const again = parse(to_string(*pattern));

    ASSERT_TRUE(again) << source << " -> " << to_string(*pattern);
    EXPECT_EQ(*again, *pattern) << source << " -> " << to_string(*pattern);
    EXPECT_EQ(to_string(*again), to_string(*pattern));
  }
}

TEST(Pattern, SpacesDoNotMatterAndMeaningDoes) {
  EXPECT_EQ(parsed("a|b"), parsed(" a  | b "));
  EXPECT_EQ(parsed("a b"), parsed("[a b]"));
  EXPECT_NE(parsed("a b"), parsed("b a"));
  EXPECT_NE(parsed("[a b]~2"), parsed("[a b]~3"));
  EXPECT_NE(parsed("a ^0.5"), parsed("a ^0.6"));
  EXPECT_NE(parsed("=a"), parsed("a"));
}

TEST(Pattern, GivesItsWordsAndLists) {
  Pattern const pattern = parsed("{=Kafka @team}~3 | prioriti* unless~5 (not a @num)");

  EXPECT_EQ(words_of(pattern), (std::vector<std::string>{"Kafka", "prioriti", "not", "a"}));
  EXPECT_EQ(lexicons_of(pattern), (std::vector<std::string>{"team", "num"}));
}

TEST(Pattern, NodesKnowWhereTheyBegan) {
  Pattern const pattern = parsed("first | =second");

  EXPECT_EQ(pattern.nodes()[0].offset, 0U);
  EXPECT_EQ(pattern.nodes()[1].offset, 8U);
  EXPECT_EQ(pattern.root().kind, NodeKind::any_of);
}

}  // namespace
}  // namespace curveball::matching
