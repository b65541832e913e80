#include <gtest/gtest.h>
#include <string>

#include "search.hpp"

namespace curveball::matching {
namespace {

std::vector<Hit> hits_of(std::string_view pattern, std::vector<std::string> group,
                         std::string_view text) {
  PatternSetBuilder builder;
  builder.synonyms(std::move(group));
  builder.add(0, parsed(pattern));
  text::WordCache cache;
  return find(*builder.build(), text::read(text, cache));
}

TEST(Synonym, StandsForTheWordOfThePatternAtNineTenths) {
  std::vector<Hit> const hits = hits_of("{owner date}~5", {"owner", "lead"}, "Leads and a date.");

  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits.front().strength, 900);
  EXPECT_EQ(hits.front().evidence.front().kind, MatchKind::synonym);
  EXPECT_EQ(hits.front().evidence.front().read_as, "owner");
}

TEST(Synonym, WorksBothWaysAndLeavesTheWordItself) {
  EXPECT_EQ(hits_of("lead", {"owner", "lead"}, "The owner.").size(), 1U);
  EXPECT_EQ(hits_of("lead", {"owner", "lead"}, "The lead.").front().strength, 1000);
}

TEST(Synonym, DoesNotStandForAnExactForm) {
  EXPECT_TRUE(hits_of("=owner", {"owner", "lead"}, "The lead.").empty());
}

TEST(Synonym, OfOneGroupIsNoneOfAnother) {
  EXPECT_TRUE(hits_of("owner", {"boss", "lead"}, "The lead.").empty());
}

}  // namespace
}  // namespace curveball::matching
