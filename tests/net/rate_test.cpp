#include "net/rate.hpp"

#include <gtest/gtest.h>

namespace curveball::net {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

RateCredits::Time const start{};

int taken_at(RateCredits& credits, RateCredits::Time now, int tries) {
  int taken = 0;
  for (int i = 0; i < tries; ++i) taken += credits.take(now) ? 1 : 0;
  return taken;
}

TEST(RateCredits, FullBucketGivesItsCapacityAndNotOneMore) {
  RateCredits credits(30, seconds(20), start);

  EXPECT_EQ(taken_at(credits, start, 40), 30);
}

TEST(RateCredits, CreditsComeBackEvenly) {
  RateCredits credits(4, seconds(20), start);
  taken_at(credits, start, 4);

  EXPECT_EQ(taken_at(credits, start + milliseconds(4'999), 1), 0);
  EXPECT_EQ(taken_at(credits, start + seconds(5), 2), 1);
  EXPECT_EQ(taken_at(credits, start + seconds(15), 9), 2);
}

TEST(RateCredits, LongSilenceFillsTheBucketOnce) {
  RateCredits credits(30, seconds(20), start);

  EXPECT_EQ(taken_at(credits, start + std::chrono::hours(1'000), 40), 30);
}

TEST(RateCredits, NoCapacityIsNoCredit) {
  RateCredits credits(0, seconds(20), start);

  EXPECT_FALSE(credits.take(start));
  EXPECT_FALSE(credits.take(start + milliseconds(100)));
}

}  // namespace
}  // namespace curveball::net
