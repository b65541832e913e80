#include "app/practice.hpp"

#include <chrono>
#include <future>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "app/practice_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::Outsider;
using testing::PracticeServer;
using testing::TempFolder;

Archive::Databases databases_in(store::DataFolder const& folder) {
  auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
  auto read = store::ReadDatabase::open(folder);
  EXPECT_TRUE(write && read);
  return {*std::move(write), *std::move(read)};
}

TEST(Practice, MayEndBeforeTheReadersThreadHasCarriedOutItsJobs) {
  TempFolder const folder;
  net::EventLoop loop;
  text::WordCache words;
  std::promise<void> gone;
  std::promise<bool> answered;
  {
    Archive archive(loop, databases_in(store::DataFolder(folder.path())), PracticeServer::library(),
                    [](std::string_view) {});
    auto practice =
        std::make_unique<Practice>(PracticeRoom{loop, archive, words, [](std::string_view) {}},
                                   PracticeServer::library(), PracticeLimits{});
    ASSERT_TRUE(archive.read([&gone](ReadingRoom&) { gone.get_future().wait(); }, [] {}));
    practice->resume(store::CandidateId{1}, store::make_session_id(wall_now()), 0,
                     {.peer = {},
                      .on_gone = [] {},
                      .on_admission =
                          [&](Admission const& told) {
                            answered.set_value(told.code == "unknown_session");
                            return true;
                          }});

    practice.reset();
    gone.set_value();
  }
  loop.run([](std::string_view) {});

  EXPECT_TRUE(answered.get_future().get());
}

// --- Moving from one session to another ----------------------------------------------------------

class PracticeTest : public ::testing::Test {
 protected:
  // Each client sends a start under its id; none is stored before the server has taken them all.
  void start_before_anything_is_stored(std::vector<std::pair<Client*, std::string>> const& starts) {
    Outsider outsider(folder_.path());
    outsider.lock();
    for (auto const& [client, id] : starts) {
      client->send(
          {{"v", 1}, {"type", "start"}, {"body", {{"id", id}, {"scenario", "pm-or-tpm"}}}});
      client->reach_server();
    }
    outsider.unlock();
  }

  TempFolder folder_;
  PracticeServer server_{folder_.path(), {.sessions = 2}};
  Browser browser_{server_.port()};
};

TEST_F(PracticeTest, ARefusedStartKeepsTheSessionOfTheConnection) {
  Client client(browser_);
  client.start();
  auto const session = client.session();

  EXPECT_EQ(client.start("no-such-interview")["body"]["code"], "unknown_scenario");

  client.go_on_with(session);
  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, AStartOverTheLimitKeepsTheSessionOfTheConnection) {
  Client other(browser_);
  other.start();
  Client client(browser_);
  client.start();
  auto const session = client.session();

  EXPECT_EQ(client.start()["body"]["code"], "too_many_sessions");

  client.go_on_with(session);
  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, ARefusedResumeKeepsTheSessionOfTheConnection) {
  Client client(browser_);
  client.start();
  auto const session = client.session();

  for (auto const& unknown : {store::make_session_id(wall_now()).text(), std::string("nonsense")}) {
    EXPECT_EQ(client.resume(unknown, 0)["body"]["code"], "unknown_session");
  }

  client.go_on_with(session);
  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, AnAcceptedStartLetsGoOfTheSessionBefore) {
  Client client(browser_);
  client.start();
  auto const session = client.session();

  EXPECT_EQ(client.start()["seq"], 1);

  client.go_on_with(session);
  EXPECT_EQ(client.command("c1", "repeat")["body"]["code"], "not_attached");
}

// --- A start that is sent again ------------------------------------------------------------------

TEST_F(PracticeTest, AStartSentAgainGoesOnWithTheSessionOfTheFirstTime) {
  Client first(browser_);
  auto const told = first.start("pm-or-tpm", "once");
  Client second(browser_);

  EXPECT_EQ(second.start("pm-or-tpm", "once")["type"], "resumed");

  EXPECT_EQ(second.session(), first.session());
  EXPECT_EQ(second.receive(), told);
  EXPECT_TRUE(first.receive().is_null());
  EXPECT_EQ(first.close_code(), 4000U);
  EXPECT_EQ(second.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, AStartSentAgainOnItsOwnConnectionStaysAttached) {
  Client client(browser_);
  auto const told = client.start("pm-or-tpm", "once");

  EXPECT_EQ(client.start("pm-or-tpm", "once")["type"], "resumed");

  EXPECT_EQ(client.receive(), told);
  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, AStartSentTwiceAtOnceStoresOneSession) {
  Client hasty(browser_);
  Client again(browser_);
  start_before_anything_is_stored({{&hasty, "hasty"}, {&again, "hasty"}});

  auto const turn = hasty.receive();
  auto const resumed = again.receive();

  EXPECT_EQ(turn["seq"], 1);
  EXPECT_EQ(resumed["type"], "resumed");
  EXPECT_EQ(resumed["session"], turn["session"]);
}

TEST_F(PracticeTest, TheSameIdOfAnotherCandidateStartsAnotherSession) {
  Browser const stranger{server_.port()};
  Client mine(browser_);
  mine.start("pm-or-tpm", "once");
  Client theirs(stranger);

  EXPECT_EQ(theirs.start("pm-or-tpm", "once")["seq"], 1);

  EXPECT_NE(theirs.session(), mine.session());
}

// --- The limit of sessions -----------------------------------------------------------------------

TEST_F(PracticeTest, AStartWhoseAnswerWasLostGoesOnThoughThereIsNoRoomForAnother) {
  Client lost(browser_);
  auto const told = lost.start("pm-or-tpm", "once");
  Client other(browser_);
  other.start();
  Client again(browser_);

  ASSERT_EQ(again.start("pm-or-tpm", "once")["type"], "resumed");

  EXPECT_EQ(again.receive(), told);
  EXPECT_EQ(again.command("c1", "repeat")["seq"], 2);
}

TEST_F(PracticeTest, AStartSentAgainWhileTheFirstIsBeingStoredTakesNoRoomOfItsOwn) {
  Client other(browser_);
  other.start();
  Client hasty(browser_);
  Client again(browser_);
  start_before_anything_is_stored({{&hasty, "once"}, {&again, "once"}});

  auto const turn = hasty.receive();
  auto const resumed = again.receive();

  EXPECT_EQ(turn["seq"], 1);
  EXPECT_EQ(resumed["type"], "resumed");
  EXPECT_EQ(resumed["session"], turn["session"]);
}

TEST_F(PracticeTest, StartsAtOnceStoreNoMoreSessionsThanTheLimit) {
  Client other(browser_);
  other.start();
  Client first(browser_);
  Client second(browser_);
  start_before_anything_is_stored({{&first, "one"}, {&second, "two"}});

  auto const taken = first.receive();
  auto const refused = second.receive();

  EXPECT_EQ(taken["seq"], 1);
  EXPECT_EQ(refused["body"]["code"], "too_many_sessions");
}

// --- Sessions that nobody is attached to ---------------------------------------------------------

TEST_F(PracticeTest, KeepsASessionThatWasLeftAsLongAsItsLimitAndNoLonger) {
  using Clock = std::chrono::steady_clock;
  std::chrono::milliseconds const limit{limits::detached_ms};
  Client client(browser_);
  client.start();
  auto const before = Clock::now();
  client.start();  // Leaves the first one.
  auto const after = Clock::now();
  // What another start is answered with when the sessions were looked through at `when`: there is
  // room for it only when the one that was left is gone.
  auto const start_after_sweep_at = [this](Clock::time_point when) {
    server_.on_io([this, when] { server_.practice().sweep(when); });
    return Client(browser_).start();
  };

  EXPECT_EQ(start_after_sweep_at(before + limit - std::chrono::milliseconds(1))["body"]["code"],
            "too_many_sessions");
  EXPECT_EQ(start_after_sweep_at(after + limit)["seq"], 1);

  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

// --- Stopping ------------------------------------------------------------------------------------

TEST_F(PracticeTest, TakesNothingNewWhileItDrains) {
  Client client(browser_);
  client.start();
  server_.on_io([this] { server_.practice().drain([] {}); });

  auto const refused = client.command("late", "repeat");

  EXPECT_EQ(refused["body"]["code"], "try_again");
  EXPECT_EQ(refused["body"]["id"], "late");
}

TEST_F(PracticeTest, DrainsWhenEverythingThatWasTakenIsStoredAndTold) {
  Client client(browser_);
  client.start();
  Outsider outsider(folder_.path());
  outsider.lock();
  client.send_command("first", "repeat");
  client.send_command("second", "repeat");
  client.reach_server();
  std::promise<void> drained;
  server_.on_io([&] { server_.practice().drain([&] { drained.set_value(); }); });
  outsider.unlock();

  drained.get_future().wait();
  server_.stop();

  EXPECT_EQ(client.receive()["body"]["input"]["id"], "first");
  EXPECT_EQ(client.receive()["body"]["input"]["id"], "second");
  EXPECT_TRUE(client.receive().is_null());
  EXPECT_EQ(client.close_code(), 1001U);
}

}  // namespace
}  // namespace curveball::app
