#include "app/server_app.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

#include "app/outsider.hpp"
#include "app/running_server.hpp"
#include "store/reader.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::Outsider;
using testing::RunningServer;
using testing::TempFolder;
using testing::http::verb;

// Ends the interview with commands and gives the last frame.
json skip_to_the_end(Client& client) {
  for (int i = 0; i < 50; ++i) {
    auto frame = client.command("k" + std::to_string(i), "skip");
    if (frame["type"] != "turn" || frame["body"]["status"] == "over") return frame;
  }
  return nullptr;
}

TEST(Server, PlaysAnInterviewToItsReport) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);

  EXPECT_EQ(client.start()["seq"], 1);
  EXPECT_EQ(client.answer("a1", "It depends on where the bottleneck is.")["body"]["input"]["id"],
            "a1");
  EXPECT_EQ(skip_to_the_end(client)["body"]["ending"], "finished");

  auto const report = browser.get("/api/v1/sessions/" + client.session() + "/report");
  EXPECT_EQ(report["answers"], 1);
  EXPECT_TRUE(report["verdict"].contains("why"));
}

TEST(Server, ServesManyCandidatesAtOnce) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  std::vector<std::thread> candidates;
  std::vector<int> answered(8, 0);
  for (std::size_t i = 0; i < answered.size(); ++i) {
    candidates.emplace_back([&server, &count = answered[i]] {
      Browser const browser{server.port()};
      Client client(browser);
      client.start();
      for (int n = 0; n < 12; ++n) {
        auto const frame = client.answer("a" + std::to_string(n), "I would ask one owner for it.");
        if (frame["type"] == "turn") ++count;
        if (frame["body"].value("status", "") == "over") break;
      }
      browser.get("/api/v1/sessions/" + client.session());
    });
  }
  for (auto& candidate : candidates) candidate.join();

  EXPECT_THAT(answered, ::testing::Each(::testing::Ge(4)));
}

TEST(Server, ShowsNothingThatIsNotStored) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  auto database = store::ReadDatabase::open(store::DataFolder(folder.path()));
  ASSERT_TRUE(database);
  store::Reader reader(*std::move(database));
  auto const id = *store::SessionId::parse(client.session());

  for (std::uint32_t n = 1; n <= 5; ++n) {
    auto const seq = client.answer("a" + std::to_string(n), "I would ask.")["seq"].get<unsigned>();

    EXPECT_EQ(reader.events(store::Viewer::owner_of_data(), id).back().seq, seq);
  }
}

TEST(Server, GoesOnAfterARestartWithoutASecondGreeting) {
  TempFolder const folder;
  Browser browser;
  std::string session;
  json before;
  {
    RunningServer const server(folder.path());
    browser.port = server.port();
    Client client(browser);
    client.start();
    before = client.answer("a1", "The PM owns the product.");
    session = client.session();
  }
  RunningServer const server(folder.path());
  browser.port = server.port();
  Client client(browser);

  auto const resumed = client.resume(session, 2);

  EXPECT_EQ(resumed["type"], "resumed");
  EXPECT_EQ(resumed["body"]["last_seq"], 2);
  auto const next = client.answer("a2", "I would find the bottleneck first.");
  EXPECT_EQ(next["seq"], 3);
}

TEST(Server, AnswersAnIdThatItHasSeenWithTheFirstTurn) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  auto const first = client.answer("a1", "It depends on the bottleneck.");

  auto const second = client.answer("a1", "Something else entirely.");

  EXPECT_EQ(second, first);
  EXPECT_EQ(client.answer("a2", "And now something new.")["seq"], 3);
}

TEST(Server, TheNewestConnectionTakesTheSessionOver) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client first(browser);
  first.start();
  Client second(browser);

  EXPECT_EQ(second.resume(first.session(), 1)["type"], "resumed");

  EXPECT_TRUE(first.receive().is_null());
  EXPECT_EQ(first.close_code(), 4000U);
  EXPECT_EQ(second.answer("a1", "I am here now.")["seq"], 2);
}

TEST(Server, TellsALongHistoryInPagesWithoutAGap) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  constexpr int events = 150;
  for (int i = 2; i <= events; ++i) client.command("r" + std::to_string(i), "repeat");
  Client again(browser);

  EXPECT_EQ(again.resume(client.session(), 0)["body"]["last_seq"], events);

  for (int seq = 1; seq <= events; ++seq) ASSERT_EQ(again.receive()["seq"], seq);
  EXPECT_EQ(again.answer("a1", "Still here.")["seq"], events + 1);
}

TEST(Server, ResumingBeyondTheLastEventTellsNoHistory) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();

  EXPECT_EQ(client.resume(client.session(), 4'294'967'295U)["type"], "resumed");

  EXPECT_EQ(client.answer("a1", "Nothing came before this.")["seq"], 2);
}

TEST(Server, ASecondResumeBeforeTheFirstIsRefusedAndTheConnectionStays) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  std::string session;
  {
    Client client(browser);
    client.start();
    session = client.session();
  }
  Client client(browser);
  json const resume = {
      {"v", 1}, {"type", "resume"}, {"session", session}, {"body", {{"after", 1}}}};
  client.send(resume);
  client.send(resume);

  std::vector<std::string> types{client.receive()["type"], client.receive()["type"]};

  EXPECT_THAT(types, ::testing::IsSupersetOf({"resumed"}));
  EXPECT_EQ(client.resume(session, 1)["type"], "resumed");
}

TEST(Server, ResumingHoldsNoMoreSessionsThanItsLimit) {
  TempFolder const folder;
  Browser browser;
  std::string session;
  {
    RunningServer const before(folder.path());
    browser.port = before.port();
    Client client(browser);
    client.start();
    session = client.session();
  }
  ServeOptions options;
  options.sessions_max = 1;
  RunningServer const server(folder.path(), options);
  browser.port = server.port();
  Client first(browser);
  first.start();
  Client second(browser);

  EXPECT_EQ(second.resume(session, 0)["body"]["code"], "too_many_sessions");
}

TEST(Server, ShowsNothingToAnotherCandidate) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const owner{server.port()};
  Browser const stranger{server.port()};
  Client client(owner);
  client.start();
  skip_to_the_end(client);
  auto const session = "/api/v1/sessions/" + client.session();

  for (auto const* part : {"", "/report", "/export"}) {
    EXPECT_EQ(stranger.request(verb::get, session + part).result_int(), 404U) << part;
    EXPECT_EQ(owner.request(verb::get, session + part).result_int(), 200U) << part;
  }
  EXPECT_EQ(stranger.request(verb::delete_, session).result_int(), 404U);
  EXPECT_TRUE(stranger.get("/api/v1/sessions")["sessions"].empty());
  Client spy(stranger);
  EXPECT_EQ(spy.resume(client.session(), 0)["body"]["code"], "unknown_session");
}

TEST(Server, DeletingASessionClosesItAndItIsGone) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  auto const target = "/api/v1/sessions/" + client.session();

  EXPECT_EQ(browser.request(verb::delete_, target).result_int(), 200U);

  EXPECT_TRUE(client.receive().is_null());
  EXPECT_EQ(client.close_code(), 4000U);
  EXPECT_EQ(browser.request(verb::get, target).result_int(), 404U);
}

TEST(Server, HoldsNoMoreSessionsThanItsLimit) {
  TempFolder const folder;
  ServeOptions options;
  options.sessions_max = 2;
  RunningServer const server(folder.path(), options);
  Browser const browser{server.port()};
  Client first(browser);
  Client second(browser);
  Client third(browser);

  EXPECT_EQ(first.start()["type"], "turn");
  EXPECT_EQ(second.start()["type"], "turn");
  EXPECT_EQ(third.start()["body"]["code"], "too_many_sessions");
}

TEST(Server, TellsEveryClientThatItGoesAway) {
  TempFolder const folder;
  RunningServer server(folder.path());
  Browser const browser{server.port()};
  Client first(browser);
  Client second(browser);
  first.start();

  std::thread stopper([&server] { server.stop(); });
  EXPECT_TRUE(first.receive().is_null());
  EXPECT_TRUE(second.receive().is_null());
  stopper.join();

  EXPECT_EQ(first.close_code(), 1001U);
  EXPECT_EQ(second.close_code(), 1001U);
}

TEST(Server, TellsAnAnswerThatIsOnItsWayBeforeItGoesAway) {
  TempFolder const folder;
  RunningServer server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  Outsider outsider(folder.path());
  outsider.lock();
  client.send_answer("a1", "It depends on the bottleneck.");
  client.reach_server();
  server.ask_to_stop();
  client.reach_server();  // Still open: the answer is not stored yet.
  outsider.unlock();

  auto const told = client.receive();

  EXPECT_EQ(told["type"], "turn");
  EXPECT_EQ(told["body"]["input"]["id"], "a1");
  EXPECT_TRUE(client.receive().is_null());
  EXPECT_EQ(client.close_code(), 1001U);
}

TEST(Server, WaitsNoLongerThanItsLimitForWhatCannotBeStored) {
  TempFolder const folder;
  Browser browser;
  std::string session;
  {
    RunningServer server(folder.path());
    browser.port = server.port();
    Client client(browser);
    client.start();
    session = client.session();
    Outsider outsider(folder.path());
    outsider.lock();
    client.send_answer("a1", "It depends on the bottleneck.");
    client.reach_server();
    server.ask_to_stop();

    EXPECT_TRUE(client.receive().is_null());
    EXPECT_EQ(client.close_code(), 1001U);
    outsider.unlock();
  }
  RunningServer const server(folder.path());
  browser.port = server.port();
  Client client(browser);

  EXPECT_EQ(client.resume(session, 1)["body"]["last_seq"], 2);
  EXPECT_EQ(client.receive()["body"]["input"]["id"], "a1");
}

TEST(Server, RefusesAHandshakeWithoutACookie) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser nobody{server.port()};
  nobody.cookie = "curveball=short";

  EXPECT_THROW(Client client(nobody), boost::system::system_error);
}

}  // namespace
}  // namespace curveball::app
