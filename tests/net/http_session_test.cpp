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
using testing::StartsWith;

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

}  // namespace
}  // namespace curveball::net::test
