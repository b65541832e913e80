#include "net/outbox.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::net {
namespace {

constexpr OutboxLimits wide{.frames = 100, .bytes = 1'000};

TEST(Outbox, MessagesLeaveInOrder) {
  Outbox outbox;
  outbox.push(std::string("one"), wide);
  outbox.push(std::make_shared<std::string const>("two"), wide);

  EXPECT_EQ(outbox.start(), "one");
  outbox.finish();
  EXPECT_EQ(outbox.start(), "two");
  outbox.finish();
  EXPECT_FALSE(outbox.waiting());
}

TEST(Outbox, FramesAtTheLimitFitAndOneMoreDoesNot) {
  Outbox outbox;
  OutboxLimits const two{.frames = 2, .bytes = 100};

  EXPECT_TRUE(outbox.push(std::string("a"), two));
  EXPECT_TRUE(outbox.push(std::string("b"), two));
  EXPECT_FALSE(outbox.push(std::string("c"), two));
}

TEST(Outbox, MessageUnderWayCounts) {
  Outbox outbox;
  OutboxLimits const one{.frames = 1, .bytes = 100};
  outbox.push(std::string("a"), one);
  outbox.start();

  EXPECT_FALSE(outbox.push(std::string("b"), one));
  outbox.finish();
  EXPECT_TRUE(outbox.push(std::string("b"), one));
}

TEST(Outbox, BytesAtTheLimitFitAndOneMoreDoesNot) {
  Outbox outbox;
  OutboxLimits const ten{.frames = 100, .bytes = 10};

  EXPECT_TRUE(outbox.push(std::string(6, 'a'), ten));
  EXPECT_FALSE(outbox.push(std::string(5, 'b'), ten));
  EXPECT_TRUE(outbox.push(std::string(4, 'c'), ten));
}

TEST(Outbox, TextUnderWayStaysPutWhileOthersAreAdded) {
  Outbox outbox;
  outbox.push(std::string("short"), wide);
  std::string_view const text = outbox.start();

  for (int i = 0; i < 50; ++i) outbox.push(std::string("more"), wide);

  EXPECT_EQ(text, "short");
}

TEST(Outbox, DroppingKeepsTheMessageUnderWay) {
  Outbox outbox;
  outbox.push(std::string("going"), wide);
  outbox.push(std::string("waiting"), wide);
  std::string_view const text = outbox.start();

  outbox.drop_waiting();

  EXPECT_EQ(text, "going");
  EXPECT_FALSE(outbox.waiting());
  EXPECT_TRUE(outbox.push(std::string(wide.bytes - text.size(), 'x'), wide));
}

}  // namespace
}  // namespace curveball::net
