#include "dialogue/speech.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "base/limits.hpp"

namespace curveball::dialogue {
namespace {

using ::testing::ElementsAre;

Speech speech(std::size_t variants, Pick pick, std::string id = "open") {
  return {std::move(id), pick, std::vector<Template>(variants)};
}

std::vector<std::size_t> chosen(Speech const& speech, std::uint64_t seed, std::uint32_t visits) {
  std::vector<std::size_t> indexes;
  for (std::uint32_t visit = 0; visit < visits; ++visit) {
    indexes.push_back(choose_variant(speech, seed, visit));
  }
  return indexes;
}

TEST(Variant, SingleIsAlwaysTheFirst) {
  EXPECT_THAT(chosen(speech(1, Pick::single), 1, 3), ElementsAre(0, 0, 0));
}

TEST(Variant, CycleGoesInTheOrderWritten) {
  EXPECT_THAT(chosen(speech(3, Pick::cycle), 9, 5), ElementsAre(0, 1, 2, 0, 1));
}

TEST(Variant, ShuffleUsesEachOncePerRound) {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    auto const indexes = chosen(speech(4, Pick::shuffle), seed, 12);

    for (std::ptrdiff_t round = 0; round < 3; ++round) {
      auto const first = indexes.begin() + round * 4;
      EXPECT_EQ(std::set(first, first + 4), (std::set<std::size_t>{0, 1, 2, 3})) << seed;
    }
  }
}

TEST(Variant, ShuffleNeverSaysTheSameTwiceInARow) {
  for (std::size_t n = 2; n <= 5; ++n) {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      auto const indexes = chosen(speech(n, Pick::shuffle), seed, 20);

      for (std::size_t i = 1; i < indexes.size(); ++i) {
        EXPECT_NE(indexes[i], indexes[i - 1]) << n << " variants, seed " << seed;
      }
    }
  }
}

TEST(Variant, ShuffleOfOneIsThatOne) {
  EXPECT_THAT(chosen(speech(1, Pick::shuffle), 5, 3), ElementsAre(0, 0, 0));
}

TEST(Variant, ShuffleDependsOnSeedAndSpeech) {
  auto const orders = [](std::string const& id) {
    std::set<std::vector<std::size_t>> seen;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      seen.insert(chosen(speech(3, Pick::shuffle, id), seed, 3));
    }
    return seen;
  };

  EXPECT_EQ(orders("open").size(), 6U) << "all orders of three come up";
  EXPECT_NE(chosen(speech(5, Pick::shuffle, "open"), 1, 25),
            chosen(speech(5, Pick::shuffle, "other"), 1, 25));
}

TEST(Fill, WritesEachTypeInWords) {
  Template const text{{"n=", 0}, {", b=", 1}, {", c=", 2}, {", t=", 3}, {".", none}};

  EXPECT_EQ(fill(text, {std::int64_t{-7}, true, false, std::string{"Acme"}}),
            "n=-7, b=yes, c=no, t=Acme.");
}

TEST(Fill, OfNothingIsNothing) { EXPECT_EQ(fill({}, {}), ""); }

TEST(Limited, TextAtTheLimitStaysAndOneByteMoreIsCut) {
  std::string const longest(limits::variable_text_bytes, 'x');

  EXPECT_EQ(limited(longest), Value{longest});
  EXPECT_EQ(limited(longest + "y"), Value{longest});
}

TEST(Limited, TextIsCutOnACharacterBoundary) {
  std::string const before(limits::variable_text_bytes - 1, 'x');

  EXPECT_EQ(limited(before + "\u00e9"), Value{before});
}

TEST(Limited, OtherValuesStay) {
  EXPECT_EQ(limited(std::int64_t{5}), Value{std::int64_t{5}});
  EXPECT_EQ(limited(true), Value{true});
}

}  // namespace
}  // namespace curveball::dialogue
