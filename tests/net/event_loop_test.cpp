#include "net/event_loop.hpp"

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace curveball::net {
namespace {

using std::chrono::milliseconds;
using testing::ElementsAre;

void run(EventLoop& loop) {
  loop.run([](std::string_view what) { ADD_FAILURE() << what; });
}

TEST(EventLoop, RunReturnsWhenNothingIsLeft) {
  EventLoop loop;
  int ran = 0;
  loop.post([&] { ++ran; });

  run(loop);

  EXPECT_EQ(ran, 1);
}

TEST(EventLoop, JobsPostedFromAnotherThreadKeepTheirOrder) {
  EventLoop loop;
  std::vector<int> seen;
  Timer keeps_running(loop);
  keeps_running.start(std::chrono::hours(1), [] {});

  std::thread other([&] {
    for (int i = 0; i < 100; ++i) loop.post([&seen, i] { seen.push_back(i); });
    loop.post([&] { keeps_running.cancel(); });
  });
  run(loop);
  other.join();

  ASSERT_EQ(seen.size(), 100U);
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST(EventLoop, ThrowingJobIsReportedAndTheNextOneRuns) {
  EventLoop loop;
  std::vector<std::string> faults;
  bool ran = false;
  loop.post([] { throw std::runtime_error("first"); });
  loop.post([] { throw 7; });
  loop.post([&] { ran = true; });

  loop.run([&](std::string_view what) { faults.emplace_back(what); });

  EXPECT_THAT(faults, ElementsAre("first", "an exception of unknown type"));
  EXPECT_TRUE(ran);
}

TEST(Timer, CallsOnceInTheOrderOfTheDelays) {
  EventLoop loop;
  std::vector<std::string> called;
  Timer late(loop);
  Timer soon(loop);
  late.start(milliseconds(20), [&] { called.emplace_back("late"); });
  soon.start(milliseconds(1), [&] { called.emplace_back("soon"); });

  run(loop);

  EXPECT_THAT(called, ElementsAre("soon", "late"));
}

TEST(Timer, CancelledOrDestroyedTimerDoesNotCall) {
  EventLoop loop;
  int called = 0;
  Timer cancelled(loop);
  std::optional<Timer> destroyed(loop);
  cancelled.start(milliseconds(0), [&] { ++called; });
  destroyed->start(milliseconds(0), [&] { ++called; });

  cancelled.cancel();
  destroyed.reset();
  run(loop);

  EXPECT_EQ(called, 0);
}

TEST(Timer, TimerThatIsDueAlreadyCanStillBeCancelled) {
  EventLoop loop;
  int called = 0;
  Timer second(loop);
  Timer first(loop);
  first.start(milliseconds(0), [&] { second.cancel(); });
  second.start(milliseconds(0), [&] { ++called; });
  loop.post([] { std::this_thread::sleep_for(milliseconds(5)); });

  run(loop);

  EXPECT_EQ(called, 0);
}

TEST(Timer, StartingAnewReplacesWhatWasArmed) {
  EventLoop loop;
  std::vector<std::string> called;
  Timer timer(loop);
  timer.start(milliseconds(0), [&] { called.emplace_back("old"); });
  timer.start(milliseconds(1), [&] { called.emplace_back("new"); });

  run(loop);

  EXPECT_THAT(called, ElementsAre("new"));
}

TEST(Timer, ActionMayStartOrDestroyItsOwnTimer) {
  EventLoop loop;
  std::optional<Timer> timer(loop);
  int called = 0;
  timer->start(milliseconds(0), [&] {
    ++called;
    timer->start(milliseconds(0), [&] {
      ++called;
      timer.reset();
    });
  });

  run(loop);

  EXPECT_EQ(called, 2);
}

TEST(Timer, MovedTimerStillCalls) {
  EventLoop loop;
  int called = 0;
  Timer timer(loop);
  timer.start(milliseconds(0), [&] { ++called; });
  Timer target(loop);
  target.start(milliseconds(0), [&] { called += 100; });

  target = std::move(timer);
  run(loop);

  EXPECT_EQ(called, 1);
}

TEST(Signals, FirstSignalCallsOnTheLoopAndLetsItRunOut) {
  EventLoop loop;
  std::vector<int> seen;
  Signals const signals(loop, [&](int number) { seen.push_back(number); });
  loop.post([] { std::raise(SIGTERM); });

  run(loop);

  EXPECT_THAT(seen, ElementsAre(SIGTERM));
}

TEST(Signals, CancelledSignalsLetTheLoopRunOut) {
  EventLoop loop;
  int called = 0;
  Signals signals(loop, [&](int) { ++called; });

  signals.cancel();
  run(loop);

  EXPECT_EQ(called, 0);
}

TEST(Signals, DefaultActionIsBackAfterTheFirstSignal) {
  EXPECT_EXIT(
      {
        EventLoop loop;
        Signals const signals(loop, [](int) { std::raise(SIGTERM); });
        loop.post([] { std::raise(SIGTERM); });
        loop.run([](std::string_view) {});
        std::_Exit(0);
      },
      testing::KilledBySignal(SIGTERM), "");
}

}  // namespace
}  // namespace curveball::net
