#include "app/live_session.hpp"

#include <future>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>

#include "app/practice_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::Outsider;
using testing::PracticeServer;
using testing::TempFolder;

class LiveSessionTest : public ::testing::Test {
 protected:
  // A session of `events` events, which the client is attached to.
  void play(Client& client, int events) {
    client.start();
    for (int seq = 2; seq <= events; ++seq) client.command("r" + std::to_string(seq), "repeat");
  }

  // Whatever the reader was asked for before is answered, and the answer has been dealt with.
  void let_the_reader_answer() {
    std::promise<void> read;
    auto const job = [&read](ReadingRoom&) { read.set_value(); };
    ASSERT_TRUE(server_.on_io([&] { return server_.archive().read(job, [] {}); }));
    read.get_future().wait();
    server_.on_io([] { return true; });
  }

  TempFolder folder_;
  PracticeServer server_{folder_.path()};
  Browser browser_{server_.port()};
};

std::string code_of(json const& refused) { return refused["body"].value("code", ""); }

// --- Taking over --------------------------------------------------------------------------------

TEST_F(LiveSessionTest, TellsASuccessorItsOwnHistoryOnly) {
  Client first(browser_);
  play(first, 5);
  Client second(browser_);
  // The reader finds out who the second connection is, then what the first one missed.
  std::promise<void> free;
  auto const wait = [until = free.get_future().share()](ReadingRoom&) { until.wait(); };
  ASSERT_TRUE(server_.on_io([&] { return server_.archive().read(wait, [] {}); }));
  second.send_resume(first.session(), 4);
  second.reach_server();
  first.send_resume(first.session(), 0);
  first.reach_server();

  free.set_value();

  EXPECT_TRUE(first.receive().is_null());
  EXPECT_EQ(second.receive()["type"], "resumed");
  EXPECT_EQ(second.receive()["seq"], 5);
  EXPECT_EQ(second.command("next", "repeat")["seq"], 6);
}

TEST_F(LiveSessionTest, KeepsARefusalOfThePredecessorFromTheSuccessor) {
  Client first(browser_);
  first.start();
  Outsider outsider(folder_.path());
  outsider.lock();
  first.send_command("slow", "repeat");
  first.send_answer("empty", " ");
  first.reach_server();
  Client second(browser_);
  second.send_resume(first.session(), 1);
  EXPECT_TRUE(first.receive().is_null());

  outsider.unlock();

  EXPECT_EQ(second.receive()["type"], "resumed");
  EXPECT_EQ(second.receive()["body"]["input"]["id"], "slow");
  EXPECT_EQ(second.command("next", "repeat")["body"]["input"]["id"], "next");
}

TEST_F(LiveSessionTest, ASuccessorIsHeardThoughAsManyMessagesAsTheLimitWait) {
  Client first(browser_);
  first.start();
  Outsider outsider(folder_.path());
  outsider.lock();
  constexpr auto sent = limits::waiting_messages + 1;
  for (std::size_t i = 0; i < sent; ++i) first.send_command("c" + std::to_string(i), "repeat");
  first.reach_server();
  Client second(browser_);
  second.send_resume(first.session(), 0);
  EXPECT_TRUE(first.receive().is_null());

  outsider.unlock();

  EXPECT_EQ(second.receive()["body"]["last_seq"], sent + 1);
  for (std::size_t seq = 1; seq <= sent + 1; ++seq) EXPECT_EQ(second.receive()["seq"], seq);
}

// --- History ------------------------------------------------------------------------------------

// The ends of the connections of this process that lead to `port` hold little of what is sent
// there.
void hold_little_for(std::uint16_t port) {
  int const bytes = 4'096;
  for (int fd = 0; fd < 1'024; ++fd) {
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    bool const leads = ::getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) == 0 &&
                       peer.sin_family == AF_INET && ntohs(peer.sin_port) == port;
    if (leads) ::setsockopt(fd, SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
  }
}

TEST_F(LiveSessionTest, ManyHistoriesAtOnceFitIntoTheOutbox) {
  Client client(browser_);
  client.start();
  std::string const long_answer(limits::answer_bytes, 'x');
  for (int i = 0; i < 4; ++i) client.answer("a" + std::to_string(i), long_answer);
  int const last = client.command("r", "repeat")["seq"];
  Client slow(browser_, "/api/v1/practice", Client::Network::slow);
  ASSERT_EQ(slow.resume(client.session(), static_cast<unsigned>(last))["type"], "resumed");
  hold_little_for(slow.local_port());

  constexpr auto histories = limits::waiting_messages + 1;
  for (std::size_t i = 0; i < histories; ++i) slow.send_resume(client.session(), 0);
  for (std::size_t i = 0; i < 4 * histories; ++i) let_the_reader_answer();

  for (std::size_t i = 0; i < histories; ++i) {
    ASSERT_EQ(slow.receive()["type"], "resumed") << i << ", closed with " << slow.close_code();
    for (int seq = 1; seq <= last; ++seq) ASSERT_EQ(slow.receive()["seq"], seq);
  }
}

TEST_F(LiveSessionTest, APageThatCannotBeReadIsRefusedAndLeavesTheSession) {
  Client first(browser_);
  play(first, 3);
  Outsider outsider(folder_.path());
  outsider.run("CREATE TABLE kept AS SELECT * FROM event");
  outsider.run("UPDATE event SET payload = 'damaged' WHERE seq = 2");
  Client second(browser_);

  EXPECT_EQ(code_of(second.resume(first.session(), 0)), "try_again");
  EXPECT_EQ(code_of(second.command("mute", "repeat")), "not_attached");
  outsider.run(
      "UPDATE event SET payload = (SELECT payload FROM kept WHERE kept.session = event.session AND "
      "kept.seq = event.seq)");

  EXPECT_EQ(second.resume(first.session(), 2)["type"], "resumed");
  EXPECT_EQ(second.receive()["seq"], 3);
}

// --- Limits -------------------------------------------------------------------------------------

TEST_F(LiveSessionTest, LetsAsManyMessagesWaitAsItsLimitAndNamesTheOneThatItRefuses) {
  Client client(browser_);
  client.start();
  Outsider outsider(folder_.path());
  outsider.lock();
  client.send_command("stored", "repeat");
  for (std::size_t i = 1; i <= limits::waiting_messages; ++i) {
    client.send_command("w" + std::to_string(i), "repeat");
  }
  client.reach_server();

  client.send_answer("over", "One more.");
  auto const refused = client.receive();
  outsider.unlock();

  EXPECT_EQ(code_of(refused), "try_again");
  EXPECT_EQ(refused["body"]["id"], "over");
  EXPECT_EQ(client.receive()["body"]["input"]["id"], "stored");
  for (std::size_t i = 1; i <= limits::waiting_messages; ++i) {
    EXPECT_EQ(client.receive()["body"]["input"]["id"], "w" + std::to_string(i));
  }
}

// --- What is stored is not what is in memory -----------------------------------------------------

TEST_F(LiveSessionTest, EndsWhenItsSessionIsStoredNoMore) {
  Client client(browser_);
  client.start();
  auto const id = *store::SessionId::parse(client.session());
  std::promise<bool> deleted;
  server_.on_io([&] {
    return server_.archive().write(
        store::DeleteSession{store::Viewer::owner_of_data(), id,
                             [&](auto const& result) { deleted.set_value(bool(result)); }});
  });
  ASSERT_TRUE(deleted.get_future().get());

  auto const refused = client.answer("a1", "Is anybody there?");

  EXPECT_EQ(code_of(refused), "unknown_session");
  EXPECT_EQ(refused["body"]["id"], "a1");
  EXPECT_TRUE(client.receive().is_null());
  EXPECT_EQ(client.close_code(), 4000U);
  Client again(browser_);
  EXPECT_EQ(code_of(again.resume(client.session(), 0)), "unknown_session");
}

TEST_F(LiveSessionTest, EndsWhenItsSessionWentOnElsewhereAndCanBeResumed) {
  Client here(browser_);
  here.start();
  Client elsewhere(browser_, PracticeServer::other_path);
  ASSERT_EQ(elsewhere.resume(here.session(), 1)["type"], "resumed");
  ASSERT_EQ(elsewhere.command("c1", "repeat")["seq"], 2);

  here.send_command("c2", "repeat");

  EXPECT_TRUE(here.receive().is_null());
  EXPECT_EQ(here.close_code(), 1011U);
  Client again(browser_);
  EXPECT_EQ(again.resume(here.session(), 1)["body"]["last_seq"], 2);
  EXPECT_EQ(again.receive()["seq"], 2);
  EXPECT_EQ(again.command("c2", "repeat")["seq"], 3);
}

// --- Ids ----------------------------------------------------------------------------------------

TEST_F(LiveSessionTest, TheIdOfAnAnswerNamesNoCommandAndTheOtherWayRound) {
  Client client(browser_);
  client.start();
  client.answer("a1", "It depends on the bottleneck.");
  client.command("c1", "repeat");

  EXPECT_EQ(code_of(client.command("a1", "hint")), "id_taken");
  EXPECT_EQ(code_of(client.answer("c1", "It depends.")), "id_taken");
}

TEST_F(LiveSessionTest, TheIdOfTheStartNamesNothingElse) {
  Client client(browser_);
  client.start("pm-or-tpm", "first");

  EXPECT_EQ(code_of(client.command("first", "repeat")), "id_taken");
  EXPECT_EQ(code_of(client.answer("first", "It depends.")), "id_taken");
}

}  // namespace
}  // namespace curveball::app
