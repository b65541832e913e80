#include "matching/slip.hpp"

#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"

#include "search.hpp"

namespace curveball::matching {
namespace {

TEST(Slip, OneIsAllowedFromFourLettersAndTwoFromEight) {
  EXPECT_TRUE(is_slip_of("enegry", "energy"));      // Swapped.
  EXPECT_TRUE(is_slip_of("enery", "energy"));       // Missing.
  EXPECT_TRUE(is_slip_of("enerrgy", "energy"));     // Too much.
  EXPECT_TRUE(is_slip_of("enetgy", "energy"));      // Replaced.
  EXPECT_FALSE(is_slip_of("engrey", "energy"));     // Two of them.
  EXPECT_TRUE(is_slip_of("rolbakc", "rollback"));   // Two in eight letters.
  EXPECT_FALSE(is_slip_of("rolbac", "rollbacks"));  // Three.
  EXPECT_TRUE(is_slip_of("pln", "plan"));
  EXPECT_FALSE(is_slip_of("rsk", "rik"));  // Three letters have none.
}

TEST(Slip, NeedsTheFirstLetterInShortWords) {
  EXPECT_FALSE(is_slip_of("wner", "owner"));
  EXPECT_FALSE(is_slip_of("bwner", "owner"));
  EXPECT_TRUE(is_slip_of("nergy", "energy"));
}

// The words found and what they were read as.
std::string read_as(std::string_view pattern, std::string_view text) {
  std::optional<Hit> const hit = search(pattern, text);
  std::string out;
  if (!hit) return out;
  for (Evidence const& word : hit->evidence) {
    if (word.kind == MatchKind::typo) out += word.read_as + " ";
  }
  return out + std::to_string(hit->strength);
}

TEST(Slip, OfAWordOfThePatternIsReadAsIt) {
  EXPECT_EQ(read_as("energy", "I put my enegry into it."), "energy 850");
  EXPECT_EQ(read_as("critical path", "It was on the critcal path."), "critical 850");
  EXPECT_EQ(read_as("owner", "We named two owenrs."), "owner 850");
  EXPECT_EQ(read_as("energy", "I put my energy into it."), "1000");
}

TEST(Slip, IsNoWordOfTheDictionary) {
  EXPECT_EQ(read_as("think", "The ice was thick."), "");
  EXPECT_EQ(read_as("runbook", "It was in the runbooks."), "1000");
  EXPECT_EQ(read_as("rollback", "The rollout was on Monday."), "");
}

TEST(Slip, IsNoAcronymNumberOrShortWord) {
  EXPECT_EQ(read_as("owner", "The OWNR was late."), "");
  EXPECT_EQ(read_as("owner", "The own3r was late."), "");
  EXPECT_EQ(read_as("own", "The owm was late."), "");
}

TEST(Slip, IsNotLookedForWhereTheFormIsExact) {
  EXPECT_EQ(read_as("=energy", "I put my enegry into it."), "");
  EXPECT_EQ(read_as("energ*", "I put my enegry into it."), "");
}

TEST(Slip, IsNoWordThatAnotherPatternHas) {
  PatternSetBuilder builder;
  builder.add(0, parsed("fiscalo"));
  builder.add(1, parsed("fiscals"));
  text::WordCache cache;

  std::vector<Hit> const hits =
      find(*builder.build(), text::read("Fiscalo is our partner.", cache));

  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits.front().key, 0U);
}

TEST(Slip, IsLookedForInSoManyWordsOfAnAnswer) {
  std::string fillers;
  for (std::size_t i = 0; i + 1 < limits::typo_words; ++i) fillers += "xqzv ";

  EXPECT_EQ(read_as("energy", fillers + "enegry"), "energy 850");
  EXPECT_EQ(read_as("energy", fillers + "xqzv enegry"), "");
}

}  // namespace
}  // namespace curveball::matching
