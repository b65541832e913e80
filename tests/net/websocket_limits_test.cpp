#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "net/support.hpp"
#include "net/websocket_session.hpp"

namespace curveball::net::test {
namespace {

using testing::HasSubstr;

TEST(WebSocketSession, ClientThatDoesNotReadIsClosed1013) {
  TestServer const server;
  Client client(server.port());
  client.handshake();

  client.send_text("flood");
  Received const end = client.frames_to_close();

  EXPECT_EQ(end.close_code(), 1013U);
}

TEST(WebSocketSession, OutboxOfExactlyTheLimitIsDelivered) {
  std::size_t const limit = ServerLimits{}.outbox_frames;
  for (std::size_t const extra : {0U, 1U}) {
    Upcalls upcalls = plain_upcalls();
    upcalls.open = [count = limit + extra](UpgradeRequest const&, Peer peer) -> Opening {
      for (std::size_t i = 0; i < count; ++i) peer.send("x");
      peer.close(CloseCode::normal, "done");
      return make_echo(std::move(peer));
    };
    TestServer const server(quiet_settings(), upcalls);
    Client client(server.port());

    client.handshake();
    std::size_t frames = 0;
    Received got = client.frame();
    for (; got.opcode == 1; got = client.frame()) ++frames;

    EXPECT_EQ(frames, extra == 0 ? limit : 0U);
    EXPECT_EQ(got.close_code(), extra == 0 ? 1000U : 1013U);
  }
}

TEST(WebSocketSession, PeerThatIgnoresTheCloseIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.close = std::chrono::milliseconds(50);
  TestServer server(settings);
  Client client(server.port());
  client.handshake();

  client.send_text("bye");
  client.frame();

  EXPECT_EQ(client.frame().close_code(), 1000U);
  EXPECT_TRUE(server.waits_for_connections(0));
}

TEST(WebSocketSession, PeerThatNeitherReadsNorClosesIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.close = std::chrono::milliseconds(50);
  settings.limits.outbox_bytes = 64 * 1024 * 1024;
  settings.limits.outbox_frames = 1'000;
  TestServer server(settings);
  Client client(server.port());
  client.handshake();

  client.send_text("flood");
  Received const first = client.frame();
  server.stop();

  EXPECT_EQ(first.opcode, 1);
  EXPECT_EQ(client.frames_to_close().opcode, -1);
}

TEST(WebSocketSession, CloseByTheClientIsAnsweredEvenWhenItStaysConnected) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.close = std::chrono::milliseconds(50);
  TestServer server(settings);
  Client client(server.port());
  client.handshake();

  client.send_frame(8, std::string("\x03\xe8", 2) + "done");

  EXPECT_EQ(client.frames_to_close().close_code(), 1000U);
  EXPECT_TRUE(client.at_end());
  EXPECT_TRUE(server.waits_for_connections(0));
}

TEST(WebSocketSession, LastCreditIsGoodAndOneMessageMoreCloses1008) {
  ServerSettings settings = quiet_settings();
  settings.limits.messages_per_window = 3;
  settings.limits.window = std::chrono::hours(1);
  TestServer const server(settings);
  Client client(server.port());
  client.handshake();

  for (int i = 0; i < 4; ++i) client.send_text("m");

  for (int i = 0; i < 3; ++i) EXPECT_EQ(client.frame().payload, "m");
  Received const end = client.frame();
  EXPECT_EQ(end.close_code(), 1008U);
  EXPECT_EQ(end.close_reason(), "too many messages");
}

TEST(WebSocketSession, PingFloodCloses1008) {
  TestServer const server;
  Client client(server.port());
  client.handshake();

  for (int i = 0; i < 200; ++i) client.send_frame(9, "p");

  EXPECT_EQ(client.frames_to_close().close_code(), 1008U);
}

TEST(WebSocketSession, ThrowingConversationCloses1011AndOthersLiveOn) {
  TestServer const server;
  Client broken(server.port());
  Client other(server.port());
  broken.handshake();
  other.handshake();

  broken.send_text("boom");
  Received const end = broken.frames_to_close();
  other.send_text("still here");

  EXPECT_EQ(end.close_code(), 1011U);
  EXPECT_THAT(end.close_reason(), Not(HasSubstr("boom")));
  EXPECT_EQ(other.frame().payload, "still here");
}

TEST(WebSocketSession, SilentClientIsCutAfterTheIdleTime) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.idle = std::chrono::milliseconds(100);
  TestServer server(settings);
  Client client(server.port());
  client.handshake();

  EXPECT_EQ(client.any_frame().opcode, 9);
  EXPECT_TRUE(server.waits_for_connections(0));
}

TEST(WebSocketSession, IdleClientThatAnswersPingsStays) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.idle = std::chrono::milliseconds(400);
  TestServer const server(settings);
  Client client(server.port());
  client.handshake();

  for (int pings = 0; pings < 4; ++pings) {
    Received const ping = client.any_frame();
    EXPECT_EQ(ping.opcode, 9);
    client.send_frame(10, ping.payload);
  }
  client.send_text("still here");

  EXPECT_EQ(client.frame().payload, "still here");
}

TEST(WebSocketSession, ClientThatTakesNothingOfAMessageIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.write = std::chrono::milliseconds(100);
  settings.limits.outbox_bytes = 64 * 1024 * 1024;
  settings.limits.outbox_frames = 1'000;
  TestServer server(settings);
  Client client(server.port());
  client.handshake();

  client.send_text("flood");

  EXPECT_TRUE(server.waits_for_connections(0));
}

class Witness final : public Conversation {
 public:
  explicit Witness(std::vector<std::string>& calls) : calls_(calls) {}
  ~Witness() override { calls_.emplace_back("destroyed"); }
  void on_open() override { calls_.emplace_back("open"); }
  void on_text(std::string_view text) override { calls_.emplace_back(text); }
  void on_closed() override { calls_.emplace_back("closed"); }

 private:
  std::vector<std::string>& calls_;
};

TEST(WebSocketSession, ConversationHearsOpenTextsClosedOnceEachInOrder) {
  std::vector<std::string> calls;
  Peer kept;
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [&](UpgradeRequest const&, Peer peer) -> Opening {
    kept = std::move(peer);
    return Opening(std::make_unique<Witness>(calls));
  };
  TestServer server(quiet_settings(), upcalls);
  {
    Client client(server.port());
    client.handshake();
    client.send_text("one");
    client.send_frame(8, "");
    client.read_to_end();
  }
  EXPECT_TRUE(server.waits_for_connections(0));

  server.on_io([&kept](Server&) {
    kept.send("into the void");
    kept.close(CloseCode::normal, "");
  });
  server.stop();

  EXPECT_FALSE(kept.open());
  EXPECT_EQ(calls, (std::vector<std::string>{"open", "one", "closed", "destroyed"}));
}

// Sends one message more each time the last one has left, up to a thousand.
class Pager final : public Conversation {
 public:
  explicit Pager(Peer peer) : peer_(std::move(peer)) {}
  void on_open() override { peer_.send("0"); }
  void on_text(std::string_view) override {}
  void on_closed() override {}
  void on_drained() override {
    if (++sent_ < 1'000) peer_.send(std::to_string(sent_));
  }

 private:
  Peer peer_;
  int sent_ = 0;
};

TEST(WebSocketSession, ConversationThatSendsWhenDrainedNeverOverflowsTheOutbox) {
  ServerSettings settings = quiet_settings();
  settings.limits.outbox_frames = 1;
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [](UpgradeRequest const&, Peer peer) -> Opening {
    return Opening(std::make_unique<Pager>(std::move(peer)));
  };
  TestServer const server(settings, upcalls);
  Client client(server.port());
  client.handshake();

  for (int i = 0; i < 1'000; ++i) ASSERT_EQ(client.frame().payload, std::to_string(i));
}

// Says, after each message, whether what was sent has left: before, while and after sending.
class Observer final : public Conversation {
 public:
  Observer(Peer peer, std::promise<std::vector<bool>>& done)
      : peer_(std::move(peer)), done_(done) {}
  void on_text(std::string_view text) override {
    seen_.push_back(peer_.drained());
    peer_.send(std::string(text));
    seen_.push_back(peer_.drained());
  }
  void on_drained() override {
    seen_.push_back(peer_.drained());
    done_.set_value(seen_);
  }
  void on_closed() override {}

 private:
  Peer peer_;
  std::vector<bool> seen_;
  std::promise<std::vector<bool>>& done_;
};

TEST(WebSocketSession, PeerIsDrainedUnlessSomethingWaitsToLeave) {
  std::promise<std::vector<bool>> seen;
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [&seen](UpgradeRequest const&, Peer peer) -> Opening {
    return Opening(std::make_unique<Observer>(std::move(peer), seen));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());
  client.handshake();

  client.send_text("one");

  EXPECT_EQ(client.frame().payload, "one");
  EXPECT_EQ(seen.get_future().get(), (std::vector<bool>{true, false, true}));
  EXPECT_TRUE(Peer().drained());
}

TEST(WebSocketSession, LongCloseReasonIsCutAtACharacter) {
  Upcalls upcalls = plain_upcalls();
  std::string reason(122, 'r');
  reason += "ü and more";
  upcalls.open = [&reason](UpgradeRequest const&, Peer peer) -> Opening {
    peer.close(CloseCode::normal, reason);
    return make_echo(std::move(peer));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());
  client.handshake();

  EXPECT_EQ(client.frame().close_reason(), std::string(122, 'r'));
}

TEST(WebSocketSession, BytesBehindTheHandshakeRequestAreRefused) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(
      request(client, "GET /ws",
              "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n") +
      "smuggled");

  EXPECT_EQ(reply.status, 400U);
}

}  // namespace
}  // namespace curveball::net::test
