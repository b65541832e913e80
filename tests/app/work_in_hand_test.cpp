#include "app/work_in_hand.hpp"

#include <gtest/gtest.h>
#include <memory>

namespace curveball::app {
namespace {

TEST(WorkInHand, CallsAtOnceWhenNothingIsHeld) {
  WorkInHand work;
  int calls = 0;

  work.when_done([&calls] { ++calls; });

  EXPECT_EQ(calls, 1);
}

TEST(WorkInHand, CallsWhenTheLastPieceIsLetGo) {
  WorkInHand work;
  int calls = 0;
  auto first = work.piece();
  auto second = work.piece();
  work.when_done([&calls] { ++calls; });

  first.reset();
  EXPECT_EQ(calls, 0);
  second.reset();

  EXPECT_EQ(calls, 1);
}

TEST(WorkInHand, APieceTakenAfterwardsDoesNotCount) {
  WorkInHand work;
  int calls = 0;
  auto early = work.piece();
  work.when_done([&calls] { ++calls; });

  auto const late = work.piece();
  early.reset();

  EXPECT_FALSE(late);
  EXPECT_EQ(calls, 1);
}

TEST(WorkInHand, CallsNobodyAfterItWasCalledOffOrIsGone) {
  int calls = 0;
  auto work = std::make_unique<WorkInHand>();
  auto called_off = work->piece();
  work->when_done([&calls] { ++calls; });
  work->call_off();
  called_off.reset();

  auto other = std::make_unique<WorkInHand>();
  auto outlives = other->piece();
  other->when_done([&calls] { ++calls; });
  other.reset();
  outlives.reset();

  EXPECT_EQ(calls, 0);
}

}  // namespace
}  // namespace curveball::app
