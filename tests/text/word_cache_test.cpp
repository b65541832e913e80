#include "text/word_cache.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

WordFacts facts_of(WordCache& cache, std::string_view word) { return cache.facts(word); }

TEST(WordCache, FormsOfAWordShareAStem) {
  WordCache cache;

  EXPECT_EQ(facts_of(cache, "escalated").stem, facts_of(cache, "escalation").stem);
  EXPECT_NE(facts_of(cache, "net").stem, facts_of(cache, "network").stem);
}

TEST(WordCache, KnowsWhatWordsDo) {
  WordCache cache;

  EXPECT_EQ(facts_of(cache, "never").cue, Cue::never);
  EXPECT_TRUE(facts_of(cache, "the").function_word);
  EXPECT_FALSE(facts_of(cache, "owner").function_word);
  EXPECT_TRUE(facts_of(cache, "cannot").fused_not);
}

TEST(WordCache, AtItsCapacityItRemembersAllAndPastItStartsOver) {
  WordCache cache(3);

  for (std::string_view const word : {"one", "two", "three", "one"}) facts_of(cache, word);
  EXPECT_EQ(cache.size(), 3U);
  facts_of(cache, "four");

  EXPECT_EQ(cache.size(), 1U);
}

TEST(WordCache, NeverHoldsMoreThanItsLimit) {
  WordCache cache;
  std::size_t largest = 0;

  for (std::size_t i = 0; i <= limits::cached_words; ++i) {
    facts_of(cache, "w" + std::to_string(i));
    largest = std::max(largest, cache.size());
  }

  EXPECT_EQ(largest, limits::cached_words);
  EXPECT_EQ(cache.size(), 1U);
}

TEST(WordCache, StemsWordsUpToTheLongestAndNoneLonger) {
  WordCache cache;
  std::string const stem = "a" + std::string(limits::word_bytes - 2, 'x');
  std::string const longest = stem + "s";
  std::string const longer = "x" + longest;

  EXPECT_EQ(facts_of(cache, longest).stem, word_id(stem));
  EXPECT_EQ(facts_of(cache, longer).stem, word_id(longer));
}

TEST(WordCache, ForgettingChangesNoAnswer) {
  WordCache roomy;
  WordCache tiny(1);

  for (std::string_view const word : {"running", "cannot", "but", "running", "teams", "but"}) {
    WordFacts const a = facts_of(roomy, word);
    WordFacts const b = facts_of(tiny, word);
    EXPECT_EQ(a.stem, b.stem) << word;
    EXPECT_EQ(a.cue, b.cue) << word;
    EXPECT_EQ(a.fused_not, b.fused_not) << word;
  }
}

TEST(WordCache, WordsTooLongToRememberHaveTheSameFactsAgain) {
  WordCache cache;
  std::string const kept = "responsibilities";
  std::string const longer = "internationalised";
  ASSERT_EQ(kept.size(), WordKey::whole_bytes);

  facts_of(cache, kept);
  WordFacts const first = facts_of(cache, longer);

  EXPECT_EQ(cache.size(), 1U);
  EXPECT_EQ(facts_of(cache, longer).stem, first.stem);
  EXPECT_EQ(first.stem, facts_of(cache, "internationalise").stem);
}

TEST(WordId, DiffersWhereverALetterDoes) {
  for (std::size_t const size : {1U, 2U, 3U, 4U, 7U, 8U, 9U, 15U, 16U, 17U, 40U}) {
    std::string const word(size, 'a');
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = word;
      other[at] = 'b';
      EXPECT_NE(word_id(word), word_id(other)) << size << " letters, the one at " << at;
    }
    EXPECT_NE(word_id(word), word_id(word + "a"));
  }
}

}  // namespace
}  // namespace curveball::text
