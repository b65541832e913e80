#include "base/draw.hpp"

#include <array>
#include <gtest/gtest.h>

namespace curveball {
namespace {

TEST(Draw, IsFrozen) {
  // The value is part of every stored session: a change raises interview::engine_revision.
  EXPECT_EQ(draw({.seed = 1, .purpose = "curveball.point", .id = "trade", .visit = 0}),
            15141411897632411750ULL);
}

TEST(Draw, DiffersInEachPartOfTheKey) {
  auto const base = draw({.seed = 7, .purpose = "variant", .id = "open", .visit = 1});

  EXPECT_NE(draw({.seed = 8, .purpose = "variant", .id = "open", .visit = 1}), base);
  EXPECT_NE(draw({.seed = 7, .purpose = "variants", .id = "open", .visit = 1}), base);
  EXPECT_NE(draw({.seed = 7, .purpose = "variant", .id = "opens", .visit = 1}), base);
  EXPECT_NE(draw({.seed = 7, .purpose = "variant", .id = "open", .visit = 2}), base);
}

TEST(Draw, DoesNotConfuseWhereOnePartEnds) {
  EXPECT_NE(draw({.seed = 7, .purpose = "ab", .id = "c"}),
            draw({.seed = 7, .purpose = "a", .id = "bc"}));
}

TEST(DrawBelow, StaysBelowItsBoundAndReachesEachValue) {
  std::array<int, 5> seen{};
  for (std::uint32_t visit = 0; visit < 500; ++visit) {
    auto const value = draw_below({.seed = 7, .purpose = "x", .id = "y", .visit = visit}, 5);
    ASSERT_LT(value, 5U);
    ++seen[value];
  }
  for (int const times : seen) EXPECT_GT(times, 50);
}

}  // namespace
}  // namespace curveball
