#include "net/http_session.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "net/support.hpp"

namespace curveball::net::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

std::string header_of_size(std::string const& name, std::size_t bytes) {
  return name + ": " + std::string(bytes - name.size() - 4, 'x') + "\r\n";
}

// A request that has exactly `bytes` from its first byte to the empty line.
std::string request_of_size(Client const& client, std::size_t bytes) {
  std::string const start = "GET /now HTTP/1.1\r\nHost: " + client.host() + "\r\n";
  return start + header_of_size("X", bytes - start.size() - 2) + "\r\n";
}

TEST(HttpSession, AnswersWhatTheHandlerSays) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(request(client, "GET /now"));

  EXPECT_EQ(reply.status, 200U);
  EXPECT_EQ(reply.body, "now");
  EXPECT_EQ(reply.header("connection"), "keep-alive");
}

TEST(HttpSession, EveryAnswerCarriesTheSecurityHeaders) {
  TestServer const server;

  for (std::string const line : {"GET /now", "GET /missing", "PUT /now", "GET /%zz"}) {
    Client client(server.port());
    Reply const reply = client.ask(request(client, line));

    EXPECT_THAT(reply.header("content-security-policy"), StartsWith("default-src 'none'; "))
        << line;
    EXPECT_THAT(reply.header("content-security-policy"), HasSubstr("frame-ancestors 'none'"))
        << line;
    EXPECT_EQ(reply.header("x-content-type-options"), "nosniff") << line;
    EXPECT_EQ(reply.header("referrer-policy"), "no-referrer") << line;
    EXPECT_EQ(reply.header("cross-origin-opener-policy"), "same-origin") << line;
    EXPECT_EQ(reply.header("cross-origin-resource-policy"), "same-origin") << line;
    EXPECT_EQ(reply.header("server"), "") << line;
  }
}

TEST(HttpSession, HeadHasTheLengthButNotTheBody) {
  TestServer const server;
  Client client(server.port());

  Reply const head = client.ask(request(client, "HEAD /now"), true);
  Reply const next = client.ask(request(client, "GET /now"));

  EXPECT_EQ(head.status, 200U);
  EXPECT_EQ(head.header("content-length"), "3");
  EXPECT_EQ(next.body, "now");
}

TEST(HttpSession, PipelinedRequestsAreAnsweredInOrder) {
  TestServer const server;
  Client client(server.port());

  client.send(request(client, "POST /echo", "", "one") + request(client, "POST /echo", "", "two") +
              request(client, "GET /now"));

  EXPECT_EQ(client.reply().body, "one");
  EXPECT_EQ(client.reply().body, "two");
  EXPECT_EQ(client.reply().body, "now");
}

TEST(HttpSession, PipelinedRequestWaitsForTheAnswerBefore) {
  Upcalls upcalls = plain_upcalls();
  std::vector<HttpResponder> held;
  int asked = 0;
  upcalls.handle = [&](HttpRequest const&, HttpResponder responder) {
    ++asked;
    held.push_back(std::move(responder));
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());
  client.send(request(client, "GET /a") + request(client, "GET /b"));
  auto const wait_for = [&](int wanted) {
    for (int seen = 0; seen < wanted;) server.on_io([&](Server&) { seen = asked; });
  };
  int asked_before = 0;

  wait_for(1);
  server.on_io([&](Server&) {
    asked_before = asked;
    held.front().respond(problem(404, "first"));
  });
  Reply const first = client.reply();
  wait_for(2);
  server.on_io([&](Server&) { held.clear(); });
  Reply const second = client.reply();

  EXPECT_EQ(asked_before, 1);
  EXPECT_EQ(first.status, 404U);
  EXPECT_EQ(second.status, 500U);
}

TEST(HttpSession, AnswerMayComeLaterFromAnotherThread) {
  Upcalls upcalls = plain_upcalls();
  std::thread worker;
  upcalls.handle = [&worker](HttpRequest const&, HttpResponder responder) {
    worker = std::thread([responder = std::move(responder)] {
      HttpResponse response;
      response.body = std::string("late");
      responder.respond(std::move(response));
    });
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());

  Reply const reply = client.ask(request(client, "GET /"));
  worker.join();

  EXPECT_EQ(reply.body, "late");
}

TEST(HttpSession, DroppedResponderAnswers500) {
  Upcalls upcalls = plain_upcalls();
  upcalls.handle = [](HttpRequest const&, HttpResponder const&) {};
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  EXPECT_EQ(client.ask(request(client, "GET /")).status, 500U);
}

TEST(HttpSession, ThrowingHandlerAnswers500AndTheConnectionLives) {
  Upcalls upcalls = plain_upcalls();
  auto const plain = upcalls.handle;
  upcalls.handle = [plain](HttpRequest const& asked, HttpResponder const& responder) {
    if (asked.path == "/boom") throw std::runtime_error("secret");
    plain(asked, responder);
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  Reply const fault = client.ask(request(client, "GET /boom"));
  Reply const next = client.ask(request(client, "GET /now"));

  EXPECT_EQ(fault.status, 500U);
  EXPECT_THAT(fault.body, Not(HasSubstr("secret")));
  EXPECT_EQ(next.body, "now");
}

TEST(HttpSession, HeaderValueWithALineBreakIsNeverSent) {
  Upcalls upcalls = plain_upcalls();
  upcalls.handle = [](HttpRequest const&, HttpResponder const& responder) {
    HttpResponse response;
    response.headers.emplace_back("X-Name", "a\r\nSet-Cookie: stolen=1");
    responder.respond(std::move(response));
  };
  TestServer const server(quiet_settings(), upcalls);
  Client client(server.port());

  Reply const reply = client.ask(request(client, "GET /"));

  EXPECT_EQ(reply.status, 500U);
  EXPECT_EQ(reply.header("set-cookie"), "");
}

TEST(HttpSession, RequestReachesTheHandlerDecoded) {
  Upcalls upcalls = plain_upcalls();
  HttpRequest seen;
  upcalls.handle = [&seen](HttpRequest asked, HttpResponder const&) { seen = std::move(asked); };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());

  client.ask(request(client, "POST /a%20b?q=x+y&r=%26",
                     "Cookie: c=1\r\nAccept-Encoding: br\r\nIf-None-Match: \"e\"\r\n"
                     "Content-Type: application/json\r\n",
                     "{}"));
  server.stop();

  EXPECT_EQ(seen.method, Method::post);
  EXPECT_EQ(seen.path, "/a b");
  EXPECT_EQ(seen.query, (std::vector<QueryItem>{{"q", "x y"}, {"r", "&"}}));
  EXPECT_EQ(seen.cookie, "c=1");
  EXPECT_EQ(seen.accept_encoding, "br");
  EXPECT_EQ(seen.if_none_match, "\"e\"");
  EXPECT_EQ(seen.content_type, "application/json");
  EXPECT_EQ(seen.body, "{}");
  EXPECT_EQ(seen.peer, "127.0.0.1");
}

TEST(HttpSession, UnknownMethodsAre405WithAllow) {
  TestServer const server;

  for (std::string const method : {"PUT", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"}) {
    Client client(server.port());
    Reply const reply = client.ask(request(client, method + " /now"));

    EXPECT_EQ(reply.status, 405U) << method;
    EXPECT_EQ(reply.header("allow"), "GET, HEAD, POST, DELETE") << method;
  }
}

TEST(HttpSession, ErrorsAreProblemDocuments) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(request(client, "GET /%"));

  EXPECT_EQ(reply.status, 400U);
  EXPECT_EQ(reply.header("content-type"), "application/problem+json");
  EXPECT_THAT(reply.body, StartsWith("{\"title\":\"Bad Request\",\"status\":400,\"detail\":\""));
}

TEST(HttpSession, ForeignHostIs421) {
  TestServer const server;

  for (std::string const host :
       {"evil.example", "localhost", "localhost:1", "127.0.0.1.evil.example"}) {
    Client client(server.port());
    Reply const reply = client.ask("GET /now HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

    EXPECT_EQ(reply.status, 421U) << host;
  }
}

TEST(HttpSession, MissingOrDoubleHostIs400) {
  TestServer const server;
  Client none(server.port());
  Client twice(server.port());

  EXPECT_EQ(none.ask("GET /now HTTP/1.1\r\n\r\n").status, 400U);
  EXPECT_EQ(twice.ask(request(twice, "GET /now", "Host: " + twice.host() + "\r\n")).status, 400U);
}

TEST(HttpSession, ForeignOriginMayNotChangeAnything) {
  TestServer const server;

  for (std::string const origin :
       {"http://evil.example", "null", "", "http://127.0.0.1", "http://127.0.0.1:1"}) {
    Client client(server.port());
    Reply const reply =
        client.ask(request(client, "POST /echo", "Origin: " + origin + "\r\n", "x"));

    EXPECT_EQ(reply.status, 403U) << origin;
  }
}

TEST(HttpSession, OwnOriginOrNoneMayChangeThings) {
  TestServer const server;
  Client client(server.port());

  Reply const own =
      client.ask(request(client, "POST /echo", "Origin: http://" + client.host() + "\r\n", "own"));
  Reply const none = client.ask(request(client, "POST /echo", "", "none"));

  EXPECT_EQ(own.body, "own");
  EXPECT_EQ(none.body, "none");
}

TEST(HttpSession, CrossSiteFetchMayNotChangeAnything) {
  TestServer const server;
  Client client(server.port());

  Reply const reply = client.ask(request(client, "DELETE /x", "Sec-Fetch-Site: cross-site\r\n"));

  EXPECT_EQ(reply.status, 403U);
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
