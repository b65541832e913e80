#include "matching/pattern_set.hpp"

#include <gmock/gmock.h>
#include <string>
#include <utility>

#include "base/limits.hpp"

#include "search.hpp"

namespace curveball::matching {
namespace {

std::vector<Hit> hits_in(PatternSet const& set, std::string_view text) {
  text::WordCache cache;
  return find(set, text::read(text, cache));
}

PatternSet built(PatternSetBuilder const& builder) {
  Result<PatternSet, BuildError> set = builder.build();
  if (!set) ADD_FAILURE() << set.error().error.message;
  return set ? *set : PatternSet{};
}

TEST(PatternSet, AnEmptySetFindsNothing) {
  EXPECT_TRUE(hits_in(PatternSet{}, "the owner").empty());
  EXPECT_TRUE(hits_in(built(PatternSetBuilder{}), "the owner").empty());
}

TEST(PatternSet, GivesOneBestHitPerKeyOrderedByKey) {
  PatternSetBuilder builder;
  EXPECT_EQ(builder.add(7, parsed("date")), 0U);
  EXPECT_EQ(builder.add(3, parsed("owner ^0.5")), 1U);
  EXPECT_EQ(builder.add(7, parsed("owner")), 2U);
  EXPECT_EQ(builder.add(3, parsed("risk")), 3U);
  EXPECT_EQ(builder.add(9, parsed("cost")), 4U);

  std::vector<Hit> const hits = hits_in(built(builder), "an owner, a date, a risk");

  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].key, 3U);
  EXPECT_EQ(hits[0].pattern, 3U) << "the stronger pattern";
  EXPECT_EQ(hits[1].key, 7U);
  EXPECT_EQ(hits[1].pattern, 2U) << "the pattern that hits further left";
}

TEST(PatternSet, OfEqualHitsTheFirstPatternWins) {
  PatternSetBuilder builder;
  builder.add(1, parsed("owners"));
  builder.add(1, parsed("owner"));

  std::vector<Hit> const hits = hits_in(built(builder), "an owner");

  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].pattern, 0U);
}

TEST(PatternSet, LooksForTheChosenKeysOnly) {
  PatternSetBuilder builder;
  for (std::uint32_t const key : {0U, 63U, 64U, 200U}) builder.add(key, parsed("owner"));
  PatternSet const set = built(builder);
  KeySet keys;
  keys.add(64);
  keys.add(200);

  std::vector<Hit> const some = hits_in(set.only(keys), "owner");

  ASSERT_EQ(some.size(), 2U);
  EXPECT_EQ(some[0].key, 64U);
  EXPECT_EQ(some[1].key, 200U);
  EXPECT_TRUE(hits_in(set.only({}), "owner").empty());
  EXPECT_EQ(hits_in(set, "owner").size(), 4U);
}

TEST(Lexicon, StandsForAnyOfItsEntries) {
  PatternSetBuilder builder;
  builder.lexicon("team", {parsed("payments"), parsed("data platform")});
  builder.lexicon("lead", {parsed("[@team lead]"), parsed("manager")});
  builder.add(0, parsed("{@lead date}~5"));
  PatternSet const set = built(builder);

  EXPECT_EQ(hits_in(set, "the data platform lead gave a date").size(), 1U);
  EXPECT_EQ(hits_in(set, "a date from the manager").size(), 1U);
  EXPECT_TRUE(hits_in(set, "a date from the payments people").empty());
}

TEST(Lexicon, ServesManyPatternsAtOnce) {
  PatternSetBuilder builder;
  builder.lexicon("team", {parsed("payments | data")});
  for (std::uint32_t key = 0; key < 4; ++key) builder.add(key, parsed("[the @team]"));
  builder.add(4, parsed("[our @team]"));

  std::vector<Hit> const hits = hits_in(built(builder), "the data and our payments");

  ASSERT_EQ(hits.size(), 5U);
  EXPECT_EQ(hits[0].evidence, hits[3].evidence);
  EXPECT_NE(hits[0].evidence, hits[4].evidence);
}

TEST(Lexicon, BuiltInListsKnowQuantities) {
  struct Case {
    std::string_view pattern;
    std::string_view text;
    std::string_view found;
  };
  Case const cases[] = {
      {"@num", "by 12 people", "[12]"},
      {"@num", "two teams", "[two]"},
      {"@num", "40% more", "[40%]"},
      {"@num", "in 2024, the 3rd time, 24/7", ""},
      {"@percent", "by 40%", "[40%]"},
      {"@percent", "by 40 percent", "[40][percent]"},
      {"@percent", "by 40 per cent", "[40][per][cent]"},
      {"@percent", "40 people", ""},
      {"@money", "$2M", "[$2M]"},
      {"@money", "20 dollars", "[20][dollars]~"},
      {"@money", "about 3 million euros", "[3][million][euros]~"},
      {"@money", "3 teams", ""},
      {"@duration", "within two weeks", "[two][weeks]~"},
      {"@duration", "40 ms", "[40][ms]"},
      {"@duration", "40ms", "[40ms]"},
      {"@duration", "in a quarter", "[a][quarter]"},
      {"@duration", "a 90-day plan", "[90][day]"},
      {"@duration", "weeks ago", ""},
      {"[by @percent]", "cut by 12%", "[by][12%]"},
  };

  for (Case const& c : cases) {
    EXPECT_EQ(found(c.pattern, c.text), c.found) << c.pattern << " in " << c.text;
  }
}

TEST(Lexicon, AnUnknownNameIsAnErrorWithItsPlace) {
  PatternSetBuilder builder;
  builder.lexicon("team", {parsed("payments")});
  builder.add(1, parsed("owner"));
  builder.add(5, parsed("owner @teams"));

  Result<PatternSet, BuildError> const set = builder.build();

  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().key, 5U);
  EXPECT_EQ(set.error().pattern, 1U);
  EXPECT_EQ(set.error().error.offset, 6U);
  EXPECT_THAT(set.error().error.message,
              testing::StartsWith("there is no word list @teams; there are @team @baseline "));
  EXPECT_THAT(set.error().error.message, testing::HasSubstr(" @num "));
}

TEST(Lexicon, ListsCannotNameThemselvesOrLaterOnes) {
  PatternSetBuilder self;
  self.lexicon("team", {parsed("payments"), parsed("@team lead")});
  PatternSetBuilder later;
  later.lexicon("a", {parsed("@b")});
  later.lexicon("b", {parsed("x")});

  Result<PatternSet, BuildError> const set = self.build();

  ASSERT_FALSE(set);
  EXPECT_EQ(set.error().lexicon, "team");
  EXPECT_EQ(set.error().pattern, 1U);
  EXPECT_FALSE(later.build());
}

TEST(Lexicon, FaultyDefinitionsAreErrors) {
  PatternSetBuilder twice;
  twice.lexicon("team", {parsed("a")});
  twice.lexicon("team", {parsed("b")});
  PatternSetBuilder builtin;
  builtin.lexicon("num", {parsed("a")});
  PatternSetBuilder empty;
  empty.lexicon("team", {});

  EXPECT_EQ(twice.build().error().error.message, "@team is defined twice");
  EXPECT_EQ(builtin.build().error().error.message,
            "@num is a built-in word list; choose another name");
  EXPECT_EQ(empty.build().error().error.message, "the word list is empty");
}

TEST(Lexicon, HasAtMostItsLimitOfEntries) {
  std::vector<Pattern> entries(limits::lexicon_patterns, parsed("a"));
  PatternSetBuilder full;
  full.lexicon("team", entries);
  entries.push_back(parsed("a"));
  PatternSetBuilder past;
  past.lexicon("team", entries);

  EXPECT_TRUE(full.build());
  EXPECT_FALSE(past.build());
}

TEST(Lexicon, ARubricHasAtMostItsLimitOfLists) {
  PatternSetBuilder builder;
  for (std::size_t i = 0; i < limits::lexicons; ++i) {
    builder.lexicon("list" + std::to_string(i), {parsed("a")});
  }

  EXPECT_TRUE(builder.build());
  builder.lexicon("one_more", {parsed("a")});

  EXPECT_FALSE(builder.build());
}

TEST(Lexicon, ListsOfListsOfListsAreWorkedOutOnce) {
  PatternSetBuilder builder;
  builder.lexicon("l0", {parsed("owner")});
  for (std::size_t i = 1; i < limits::lexicons; ++i) {
    std::string const below = "@l" + std::to_string(i - 1);
    builder.lexicon("l" + std::to_string(i), {parsed(below), parsed(below)});
  }
  builder.add(0, parsed("@l" + std::to_string(limits::lexicons - 1)));

  EXPECT_EQ(hits_in(built(builder), "the owner").size(), 1U);
}

TEST(PatternSetBuilder, APrefixNeedsTwoLettersBeforeTheStar) {
  PatternSetBuilder builder;
  builder.add(0, parsed("follow-u*"));

  EXPECT_FALSE(builder.build());
}

TEST(Search, TellsEveryPlaceOfEveryKey) {
  PatternSetBuilder builder;
  builder.add(3, parsed("owner"));
  builder.add(5, parsed("{owner date}~3"));
  text::WordCache cache;
  text::Reading const reading = text::read("an owner, an owner and a date", cache);
  std::vector<Place> places;

  std::vector<Hit> const hits = find(built(builder), reading, {.excluded = {}, .places = &places});

  EXPECT_EQ(hits.size(), 2U);
  ASSERT_EQ(places.size(), 3U);
  EXPECT_EQ(places[0].key, 3U);
  EXPECT_EQ(places[0].begin, 1U);
  EXPECT_EQ(places[1].begin, 3U);
  EXPECT_EQ(places[2].key, 5U);
  EXPECT_EQ(places[2].begin, 3U);
  EXPECT_EQ(places[2].end, 6U);
}

TEST(Search, PassesOverExcludedTokensAndWhatIsWrittenAcrossThem) {
  PatternSetBuilder builder;
  builder.add(1, parsed("owner"));
  builder.add(2, parsed("roll-out"));
  text::WordCache cache;
  text::Reading const reading = text::read("owner of the roll-out, the owner", cache);
  std::vector<std::uint8_t> excluded(reading.tokens.size());
  excluded[0] = 1;
  excluded[4] = 1;

  std::vector<Hit> const hits = find(built(builder), reading, {.excluded = excluded});

  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits[0].key, 1U);
  EXPECT_EQ(hits[0].evidence[0].span, reading.tokens.back().span);
}

}  // namespace
}  // namespace curveball::matching
