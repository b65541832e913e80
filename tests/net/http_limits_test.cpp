#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "net/http_session.hpp"
#include "net/support.hpp"

namespace curveball::net::test {
namespace {

using testing::IsEmpty;

std::string header_of_size(std::string const& name, std::size_t bytes) {
  return name + ": " + std::string(bytes - name.size() - 4, 'x') + "\r\n";
}

// A request that has exactly `bytes` from its first byte to the empty line.
std::string request_of_size(Client const& client, std::size_t bytes) {
  std::string const start = "GET /now HTTP/1.1\r\nHost: " + client.host() + "\r\n";
  return start + header_of_size("X", bytes - start.size() - 2) + "\r\n";
}

TEST(HttpSession, EveryTransferEncodingIs400AndTheConnectionEnds) {
  TestServer const server;

  for (std::string const coding : {"chunked", "xchunked", "chunked, identity", "identity",
                                   "gzip, chunked", " chunked ", "CHUNKED", "\tchunked"}) {
    Client client(server.port());
    client.send(request(client, "POST /echo", "Transfer-Encoding: " + coding + "\r\n") +
                "5\r\nhello\r\n0\r\n\r\n" + request(client, "GET /now"));
    Reply const reply = client.reply();

    EXPECT_EQ(reply.status, 400U) << coding;
    EXPECT_THAT(client.read_to_end(), IsEmpty()) << coding;
  }
}

TEST(HttpSession, TransferEncodingBesideContentLengthIs400) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(
      request(client, "POST /echo", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n"));

  EXPECT_EQ(reply.status, 400U);
  EXPECT_THAT(client.read_to_end(), IsEmpty());
}

TEST(HttpSession, ConflictingOrMalformedLengthsAre400) {
  TestServer const server;

  for (std::string const lengths :
       {"Content-Length: 1\r\nContent-Length: 2\r\n", "Content-Length: -1\r\n",
        "Content-Length: 1x\r\n", "Content-Length: 99999999999999999999999\r\n"}) {
    Client client(server.port());
    Reply const reply = client.ask(request(client, "POST /echo", lengths));

    EXPECT_EQ(reply.status, 400U) << lengths;
  }
}

TEST(HttpSession, EndlessChunkExtensionIsRefusedAtOnceAndTakesNoMemory) {
  TestServer const server;
  Client client(server.port());
  std::string const piece(1024 * 1024, 'e');
  std::size_t const before = resident_bytes();

  client.send(request(client, "POST /echo", "Transfer-Encoding: chunked\r\n") + "1;");
  Reply const reply = client.reply();
  for (int i = 0; i < 32 && client.send(piece); ++i) continue;

  EXPECT_EQ(reply.status, 400U);
  EXPECT_LT(resident_bytes(), before + 8 * 1024 * 1024);
}

TEST(HttpSession, HeadersAtTheLimitAreReadAndOneByteMoreIs431) {
  TestServer const server;
  std::size_t const limit = ServerLimits{}.header_bytes;
  Client inside(server.port());
  Client outside(server.port());

  EXPECT_EQ(inside.ask(request_of_size(inside, limit)).status, 200U);
  EXPECT_EQ(outside.ask(request_of_size(outside, limit + 1)).status, 431U);
}

TEST(HttpSession, BodyAtTheLimitIsReadAndOneByteMoreIs413) {
  TestServer const server;
  std::size_t const limit = ServerLimits{}.body_bytes;
  Client inside(server.port());
  Client outside(server.port());

  Reply const whole = inside.ask(request(inside, "POST /echo", "", std::string(limit, 'b')));
  Reply const over = outside.ask(request(outside, "POST /echo", "", std::string(limit + 1, 'b')));

  EXPECT_EQ(whole.status, 200U);
  EXPECT_EQ(whole.body.size(), limit);
  EXPECT_EQ(over.status, 413U);
}

TEST(HttpSession, ReadBufferIsTheEndWhateverTheHeaderLimit) {
  ServerSettings settings = quiet_settings();
  settings.limits.header_bytes = 1024 * 1024;
  TestServer const server(settings);
  std::size_t const buffer = settings.limits.buffer_bytes;
  Client inside(server.port());
  Client outside(server.port());

  Reply const whole = inside.ask(request_of_size(inside, buffer));
  Reply const over = outside.ask(request(outside, "GET /now", header_of_size("X", buffer + 1)));

  EXPECT_EQ(whole.status, 200U);
  EXPECT_EQ(over.status, 431U);
}

TEST(HttpSession, EndlessHeadersAreRefusedAndTakeNoMemory) {
  TestServer const server;
  Client client(server.port());
  std::string lines;
  for (int i = 0; i < 4'000; ++i) lines += "X-Line: " + std::string(240, 'x') + "\r\n";
  std::size_t const before = resident_bytes();

  client.send("GET /now HTTP/1.1\r\nHost: " + client.host() + "\r\n" + lines);
  Reply const reply = client.reply();
  for (int i = 0; i < 32 && client.send(lines); ++i) continue;

  EXPECT_EQ(reply.status, 431U);
  EXPECT_LT(resident_bytes(), before + 8 * 1024 * 1024);
}

TEST(HttpSession, EndlessStartLineIsRefused) {
  TestServer const server;
  Client client(server.port());

  client.send("GET /" + std::string(64 * 1024, 'a'));

  EXPECT_EQ(client.reply().status, 431U);
}

TEST(HttpSession, NoiseIs400) {
  TestServer const server;

  for (std::string const& noise :
       {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15),
        std::string("GET /now\r\n\r\n"), std::string("GET /now HTTP/9.9\r\n\r\n"),
        std::string("GET  /now HTTP/1.1\r\n\r\n"), std::string("\0\0\0\0\r\n\r\n", 8),
        std::string("GET /now HTTP/1.1\r\nno colon\r\n\r\n")}) {
    Client client(server.port());
    client.send(noise);

    EXPECT_EQ(client.reply().status, 400U) << noise;
  }
}

TEST(HttpSession, TargetsThatAreNoPathAre400) {
  TestServer const server;

  for (std::string const target :
       {"http://evil.example/", "now", "/a%00b", "/a%0d%0ab", "/%ff", "/a%2"}) {
    Client client(server.port());

    EXPECT_EQ(client.ask(request(client, "GET " + target)).status, 400U) << target;
  }
}

TEST(HttpSession, SlowHeaderIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.header = std::chrono::milliseconds(50);
  TestServer const server(settings);
  Client silent(server.port());
  Client slow(server.port());

  slow.send("GET /now HTTP/1.1\r\nHo");

  EXPECT_TRUE(silent.at_end());
  EXPECT_THAT(slow.read_to_end(), IsEmpty());
}

TEST(HttpSession, TrickledHeaderIsCutAllTheSame) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.header = std::chrono::milliseconds(100);
  TestServer const server(settings);
  Client client(server.port());

  client.send("GET /now HTTP/1.1\r\nX: ");
  bool alive = true;
  for (int i = 0; i < 1'000 && alive; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
    alive = client.send("x");
  }

  EXPECT_FALSE(alive);
}

TEST(HttpSession, SlowBodyIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.body = std::chrono::milliseconds(50);
  TestServer const server(settings);
  Client client(server.port());

  client.send(request(client, "POST /echo", "Content-Length: 10\r\n") + "half");

  EXPECT_THAT(client.read_to_end(), IsEmpty());
}

TEST(HttpSession, IdleKeepAliveConnectionIsClosed) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.keep_alive = std::chrono::milliseconds(50);
  TestServer const server(settings);
  Client client(server.port());

  EXPECT_EQ(client.ask(request(client, "GET /now")).status, 200U);
  EXPECT_TRUE(client.at_end());
}

TEST(HttpSession, ClientThatNeverReadsItsAnswerIsCut) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.write = std::chrono::milliseconds(100);
  Upcalls upcalls = plain_upcalls();
  upcalls.handle = [](HttpRequest const&, HttpResponder const& responder) {
    HttpResponse response;
    response.body = std::string(64 * 1024 * 1024, 'x');
    responder.respond(std::move(response));
  };
  TestServer server(settings, upcalls);
  Client client(server.port());

  client.send(request(client, "GET /"));

  EXPECT_TRUE(server.waits_for_connections(1));
  EXPECT_TRUE(server.waits_for_connections(0));
}

TEST(HttpSession, LargeAnswerArrivesWhole) {
  Upcalls upcalls = plain_upcalls();
  upcalls.handle = [](HttpRequest const&, HttpResponder const& responder) {
    HttpResponse response;
    response.body = std::string(8 * 1024 * 1024, 'x');
    responder.respond(std::move(response));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  EXPECT_EQ(client.ask(request(client, "GET /")).body.size(), 8U * 1024 * 1024);
}

TEST(HttpSession, ConnectionCloseIsHonoured) {
  TestServer const server;
  Client client(server.port());
  Client old(server.port());

  Reply const reply = client.ask(request(client, "GET /now", "Connection: close\r\n"));
  Reply const oldest = old.ask("GET /now HTTP/1.0\r\nHost: " + old.host() + "\r\n\r\n");

  EXPECT_EQ(reply.header("connection"), "close");
  EXPECT_TRUE(client.at_end());
  EXPECT_EQ(oldest.body, "now");
  EXPECT_TRUE(old.at_end());
}

}  // namespace
}  // namespace curveball::net::test
