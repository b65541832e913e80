#include "net/websocket_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

#include "net/support.hpp"

namespace curveball::net::test {
namespace {

using testing::HasSubstr;

std::string const accept_of_the_sample_key = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

TEST(WebSocketSession, EchoesAText) {
  TestServer const server;
  Client client(server.port());
  Reply const reply = client.handshake();

  client.send_text("Grüße");
  Received const got = client.frame();

  EXPECT_EQ(reply.status, 101U);
  EXPECT_EQ(reply.header("sec-websocket-accept"), accept_of_the_sample_key);
  EXPECT_EQ(reply.header("server"), "Curveball");
  EXPECT_EQ(got.opcode, 1);
  EXPECT_EQ(got.payload, "Grüße");
}

TEST(WebSocketSession, CompressionIsNotOffered) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.handshake("/ws", "Sec-WebSocket-Extensions: permessage-deflate\r\n");

  EXPECT_EQ(reply.status, 101U);
  EXPECT_EQ(reply.header("sec-websocket-extensions"), "");
}

TEST(WebSocketSession, UpgradeWithACookieOfThreeKilobytesWorks) {
  Upcalls upcalls = plain_upcalls();
  std::string seen;
  upcalls.open = [&seen](UpgradeRequest const& asked, Peer peer) -> Opening {
    seen = asked.cookie;
    return make_echo(std::move(peer));
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());
  std::string const cookie = "c=" + std::string(3'000, 'k');

  Reply const reply = client.handshake("/ws?x=1", "Cookie: " + cookie + "\r\n");
  client.send_text("hello");
  Received const got = client.frame();
  server.stop();

  EXPECT_EQ(reply.status, 101U);
  EXPECT_EQ(seen, cookie);
  EXPECT_EQ(got.payload, "hello");
}

TEST(WebSocketSession, ForeignOriginIsRefusedBeforeTheHandshake) {
  TestServer const server;

  for (std::string const origin : {"http://evil.example", "null", "http://127.0.0.1",
                                   "http://evil.example/?http://127.0.0.1"}) {
    Client client(server.port());
    Reply const reply = client.handshake("/ws", "Origin: " + origin + "\r\n");

    EXPECT_EQ(reply.status, 403U) << origin;
    EXPECT_THAT(reply.body, HasSubstr("origin")) << origin;
  }
}

TEST(WebSocketSession, OriginThatOnlyBeginsWithOursIsRefused) {
  TestServer const server;
  Client longer(server.port());
  Client own(server.port());
  std::string const ours = "Origin: http://" + own.host();

  EXPECT_EQ(longer.handshake("/ws", ours + ".evil.example\r\n").status, 403U);
  EXPECT_EQ(own.handshake("/ws", ours + "\r\n").status, 101U);
}

TEST(WebSocketSession, OtherVersionIs426) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(
      request(client, "GET /ws",
              "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 12\r\n"
              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));

  EXPECT_EQ(reply.status, 426U);
  EXPECT_EQ(reply.header("sec-websocket-version"), "13");
}

TEST(WebSocketSession, BadKeyIs400) {
  TestServer const server;

  for (std::string const key :
       {"", "short", "dGhlIHNhbXBsZSBub25jZQ=", "!GhlIHNhbXBsZSBub25jZQ=="}) {
    Client client(server.port());
    Reply const reply = client.ask(
        request(client, "GET /ws",
                "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                "Sec-WebSocket-Key: " +
                    key + "\r\n"));

    EXPECT_EQ(reply.status, 400U) << key;
  }
}

TEST(WebSocketSession, RefusedHandshakeGetsTheStatusOfTheProgramAbove) {
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [](UpgradeRequest const&, Peer const&) -> Opening {
    return Unexpected{Refusal{401, "No cookie."}};
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());

  Reply const reply = client.handshake();

  EXPECT_EQ(reply.status, 401U);
  EXPECT_THAT(reply.body, HasSubstr("No cookie."));
  EXPECT_TRUE(client.at_end());
}

TEST(WebSocketSession, ThrowingFactoryIs500) {
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [](UpgradeRequest const&, Peer const&) -> Opening {
    throw std::runtime_error("secret");
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  Reply const reply = client.handshake();

  EXPECT_EQ(reply.status, 500U);
  EXPECT_THAT(reply.body, Not(HasSubstr("secret")));
}

TEST(WebSocketSession, MessagesSentBeforeTheHandshakeIsOverArriveAfterIt) {
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [](UpgradeRequest const&, Peer peer) -> Opening {
    peer.send("one");
    peer.send("two");
    return make_echo(std::move(peer));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  client.handshake();

  EXPECT_EQ(client.frame().payload, "one");
  EXPECT_EQ(client.frame().payload, "two");
}

TEST(WebSocketSession, ClosedBeforeTheHandshakeIsOverSendsItsMessagesAndTheClose) {
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [](UpgradeRequest const&, Peer peer) -> Opening {
    peer.send("last words");
    peer.close(CloseCode{4000}, "elsewhere");
    return make_echo(std::move(peer));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  client.handshake();
  Received const words = client.frame();
  Received const end = client.frame();

  EXPECT_EQ(words.payload, "last words");
  EXPECT_EQ(end.close_code(), 4000U);
  EXPECT_EQ(end.close_reason(), "elsewhere");
}

TEST(WebSocketSession, BinaryMessageCloses1003) {
  TestServer const server;
  Client client(server.port());
  client.handshake();

  client.send_frame(2, "bytes");

  EXPECT_EQ(client.frames_to_close().close_code(), 1003U);
}

TEST(WebSocketSession, InvalidUtf8Closes1007) {
  TestServer const server;
  Client client(server.port());
  client.handshake();

  client.send_text("abc\xe2\x82");

  EXPECT_EQ(client.frames_to_close().close_code(), 1007U);
}

TEST(WebSocketSession, IncompleteCharacterBeforeAnEmptyLastFragmentCloses1007) {
  TestServer const server;
  Client client(server.port());
  client.handshake();

  client.send_frame(1, "abc\xe2\x82", false);
  client.send_frame(0, "", true);
  Received const got = client.frame();

  EXPECT_EQ(got.close_code(), 1007U);
}

TEST(WebSocketSession, MessageAtTheLimitIsReadAndOneByteMoreCloses1009) {
  TestServer const server;
  std::size_t const limit = ServerLimits{}.message_bytes;
  Client inside(server.port());
  Client outside(server.port());
  inside.handshake();
  outside.handshake();

  inside.send_text(std::string(limit, 'm'));
  outside.send_text(std::string(limit + 1, 'm'));

  EXPECT_EQ(inside.frame().payload.size(), limit);
  EXPECT_EQ(outside.frames_to_close().close_code(), 1009U);
}

TEST(WebSocketSession, FragmentsTogetherOverTheLimitClose1009) {
  TestServer const server;
  std::size_t const limit = ServerLimits{}.message_bytes;
  Client client(server.port());
  client.handshake();

  client.send_frame(1, std::string(limit, 'm'), false);
  client.send_frame(0, "m", true);

  EXPECT_EQ(client.frames_to_close().close_code(), 1009U);
}

TEST(WebSocketSession, FrameThatDeclaresTwoToThe63TakesNoMemoryAndHarmsNobody) {
  TestServer const server;
  Client hostile(server.port());
  Client other(server.port());
  hostile.handshake();
  other.handshake();

  hostile.send(std::string("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff\x11\x22\x33\x44", 14));
  Received const got = hostile.frames_to_close();
  other.send_text("still here");

  EXPECT_EQ(got.close_code(), 1009U);
  EXPECT_EQ(other.frame().payload, "still here");
}

TEST(WebSocketSession, ProtocolErrorsClose1002) {
  TestServer const server;
  std::vector<std::string> const broken{
      std::string("\x81\x01x", 3),                     // Not masked.
      std::string("\xc1\x81\x11\x22\x33\x44\x69", 7),  // Reserved bit.
      std::string("\x83\x80\x11\x22\x33\x44", 6),      // Reserved opcode.
      std::string("\x80\x80\x11\x22\x33\x44", 6),      // Continues nothing.
      std::string("\x09\x80\x11\x22\x33\x44", 6),      // Fragmented ping.
  };

  for (std::string const& bytes : broken) {
    Client client(server.port());
    client.handshake();
    client.send(bytes);

    EXPECT_EQ(client.frames_to_close().close_code(), 1002U) << testing::PrintToString(bytes);
  }
}

}  // namespace
}  // namespace curveball::net::test
