#include "store/bounded_queue.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace curveball::store {
namespace {

TEST(BoundedQueue, TakesNoMoreThanItsCapacity) {
  BoundedQueue<int> queue(2);

  EXPECT_TRUE(queue.push(1));
  EXPECT_TRUE(queue.push(2));
  EXPECT_FALSE(queue.push(3));
}

TEST(BoundedQueue, GivesWhatIsThereInOrderUpToTheMost) {
  BoundedQueue<int> queue(10);
  for (int i = 1; i <= 5; ++i) ASSERT_TRUE(queue.push(i));
  std::vector<int> first;
  std::vector<int> second;

  ASSERT_TRUE(queue.take(first, 3));
  ASSERT_TRUE(queue.take(second, 3));

  EXPECT_EQ(first, (std::vector{1, 2, 3}));
  EXPECT_EQ(second, (std::vector{4, 5}));
}

TEST(BoundedQueue, ClosedOneGivesWhatIsLeftAndThenEnds) {
  BoundedQueue<int> queue(10);
  ASSERT_TRUE(queue.push(1));
  queue.close();
  std::vector<int> taken;

  EXPECT_FALSE(queue.push(2));
  EXPECT_TRUE(queue.take(taken, 3));
  EXPECT_EQ(taken, std::vector{1});
  EXPECT_FALSE(queue.take(taken, 3));
}

TEST(BoundedQueue, PatienceThatRunsOutGivesNothing) {
  BoundedQueue<int> queue(10);
  std::vector<int> taken{7};

  EXPECT_TRUE(queue.take(taken, 3, std::chrono::milliseconds(1)));
  EXPECT_TRUE(taken.empty());
}

TEST(BoundedQueue, CountsWhatItDroppedUntilAsked) {
  BoundedQueue<int> queue(1);
  queue.push(1);
  queue.push(2);
  queue.push(3);

  EXPECT_EQ(queue.take_dropped(), 2U);
  EXPECT_EQ(queue.take_dropped(), 0U);
}

TEST(BoundedQueue, EverySendersItemsArriveOnceAndInTheirOrder) {
  BoundedQueue<int> queue(100'000);
  std::vector<std::thread> senders;
  for (int sender = 0; sender < 4; ++sender) {
    senders.emplace_back([&queue, sender] {
      for (int i = 0; i < 5'000; ++i) queue.push(i * 4 + sender);
    });
  }
  std::vector<int> next(4, 0);
  std::vector<int> taken;
  int total = 0;

  while (total < 20'000 && queue.take(taken, 64)) {
    for (int const item : taken) {
      EXPECT_EQ(item / 4, next[static_cast<std::size_t>(item % 4)]++);
    }
    total += static_cast<int>(taken.size());
  }

  for (auto& sender : senders) sender.join();
  EXPECT_EQ(total, 20'000);
}

}  // namespace
}  // namespace curveball::store
