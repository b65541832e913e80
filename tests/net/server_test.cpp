#include "net/server.hpp"

#include <future>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <system_error>
#include <utility>
#include <vector>

#include "net/support.hpp"

namespace curveball::net::test {
namespace {

TEST(Server, TakenPortIsNamedAsSuch) {
  TestServer const first;
  EventLoop loop;
  ServerSettings settings = quiet_settings();
  settings.port = first.port();

  try {
    Server const second(loop, settings, plain_upcalls());
    FAIL() << "two servers on one port";
  } catch (std::system_error const& taken) {
    EXPECT_EQ(taken.code(), std::errc::address_in_use);
  }
}

TEST(Server, NonsenseAddressIsRefused) {
  EventLoop loop;
  ServerSettings settings = quiet_settings();
  settings.address = "not an address";

  EXPECT_THROW(Server(loop, settings, plain_upcalls()), std::invalid_argument);
}

TEST(Server, ShutdownTellsEveryClient1001WithAReason) {
  TestServer server;
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 8; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    clients.back()->handshake();
  }
  EXPECT_TRUE(server.waits_for_connections(8));

  server.on_io([](Server& running) { running.shutdown(); });

  for (auto const& client : clients) {
    Received const end = client->frames_to_close();
    EXPECT_EQ(end.close_code(), 1001U);
    EXPECT_EQ(end.close_reason(), "server is shutting down");
    client->send_frame(8, "\x03\xe9");
    client->read_to_end();
  }
  clients.clear();
  server.stop();
  EXPECT_EQ(server.connections(), 0U);
}

TEST(Server, AcceptsNoMoreConnectionsWhenToldSoWhileOpenOnesGoOn) {
  TestServer server;
  Client open(server.port());
  open.handshake();

  server.on_io([](Server& running) {
    running.stop_accepting();
    running.stop_accepting();
  });

  open.send_text("still here");
  EXPECT_EQ(open.frame().payload, "still here");
  Client late(server.port());
  EXPECT_EQ(late.ask(request(late, "GET /now")).status, 0U);
}

TEST(Server, ShutdownEndsThoughClientsIgnoreIt) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.close = std::chrono::milliseconds(50);
  TestServer server(settings);
  Client talking(server.port());
  Client idle(server.port());
  Client half(server.port());
  talking.handshake();
  idle.ask(request(idle, "GET /now"));
  half.send("GET /now HT");
  EXPECT_TRUE(server.waits_for_connections(3));

  server.stop();

  EXPECT_EQ(server.connections(), 0U);
}

TEST(Server, ShutdownDeliversQueuedMessagesFirst) {
  Upcalls upcalls = plain_upcalls();
  Peer kept;
  upcalls.open = [&kept](UpgradeRequest const&, Peer peer) -> Opening {
    kept = peer;
    return make_echo(std::move(peer));
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());
  client.handshake();

  server.on_io([&kept](Server& running) {
    for (int i = 0; i < 10; ++i) kept.send(std::to_string(i));
    running.shutdown();
  });

  for (int i = 0; i < 10; ++i) EXPECT_EQ(client.frame().payload, std::to_string(i));
  EXPECT_EQ(client.frame().close_code(), 1001U);
}

TEST(Server, ShutdownLetsAnAnswerUnderWayFinish) {
  Upcalls upcalls = plain_upcalls();
  std::promise<HttpResponder> asked;
  upcalls.handle = [&asked](HttpRequest const&, HttpResponder responder) {
    asked.set_value(std::move(responder));
  };
  TestServer server(quiet_settings(), upcalls);
  Client client(server.port());
  client.send(request(client, "GET /slow"));
  HttpResponder responder = asked.get_future().get();

  server.on_io([](Server& running) { running.shutdown(); });
  server.on_io([&responder](Server&) {
    HttpResponse response;
    response.body = std::string("done");
    responder.respond(std::move(response));
  });
  Reply const reply = client.reply();

  EXPECT_EQ(reply.body, "done");
  EXPECT_EQ(reply.header("connection"), "close");
}

TEST(Server, ShutdownRunsOutOfPatienceWithAHandlerThatNeverAnswers) {
  ServerSettings settings = quiet_settings();
  settings.timeouts.shutdown = std::chrono::milliseconds(50);
  Upcalls upcalls = plain_upcalls();
  std::promise<HttpResponder> asked;
  upcalls.handle = [&asked](HttpRequest const&, HttpResponder responder) {
    asked.set_value(std::move(responder));
  };
  TestServer server(settings, upcalls);
  Client client(server.port());
  client.send(request(client, "GET /never"));
  HttpResponder const responder = asked.get_future().get();

  server.stop();

  EXPECT_TRUE(client.at_end());
}

TEST(Server, ShutdownAcceptsNobodyElse) {
  Upcalls upcalls = plain_upcalls();
  std::promise<HttpResponder> asked;
  upcalls.handle = [&asked](HttpRequest const&, HttpResponder responder) {
    asked.set_value(std::move(responder));
  };
  TestServer server(quiet_settings(), upcalls);
  Client waiting(server.port());
  waiting.send(request(waiting, "GET /slow"));
  HttpResponder const responder = asked.get_future().get();

  server.on_io([](Server& running) { running.shutdown(); });
  Client late(server.port());

  EXPECT_EQ(late.ask(request(late, "GET /now")).status, 0U);
  server.on_io([&responder](Server&) { responder.respond(problem(404, "Done.")); });
  EXPECT_EQ(waiting.reply().status, 404U);
}

TEST(Server, ConnectionsUpToTheLimitAreServedAndTheNextGets503) {
  ServerSettings settings = quiet_settings();
  settings.limits.connections = 3;
  TestServer server(settings);
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<Client>(server.port()));
    EXPECT_EQ(clients.back()->ask(request(*clients.back(), "GET /now")).status, 200U);
  }
  Client refused(server.port());

  EXPECT_EQ(refused.ask(request(refused, "GET /now")).status, 503U);
  EXPECT_TRUE(refused.at_end());
}

TEST(Server, PlaceOfAConnectionThatEndedIsFree) {
  ServerSettings settings = quiet_settings();
  settings.limits.connections = 1;
  TestServer server(settings);
  {
    Client first(server.port());
    first.handshake();
  }
  EXPECT_TRUE(server.waits_for_connections(0));
  Client second(server.port());

  EXPECT_EQ(second.handshake().status, 101U);
}

TEST(Server, OutOfFileDescriptorsItWaitsAndAcceptsLater) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "to check a virtual call, UndefinedBehaviorSanitizer opens a pipe itself";
#endif
  ServerSettings settings = quiet_settings();
  settings.timeouts.accept_retry = std::chrono::milliseconds(5);
  Upcalls upcalls = plain_upcalls();
  std::promise<void> failed;
  bool told = false;
  upcalls.log = [&](std::string_view line) {
    if (line.starts_with("event=accept_failed") && !std::exchange(told, true)) failed.set_value();
  };
  TestServer const server(settings, upcalls);
  rlimit before{};
  ::getrlimit(RLIMIT_NOFILE, &before);
  rlimit none = before;
  none.rlim_cur = 3;

  Client client(server.port(), [&none] { ::setrlimit(RLIMIT_NOFILE, &none); });
  failed.get_future().wait();
  ::setrlimit(RLIMIT_NOFILE, &before);

  EXPECT_EQ(client.ask(request(client, "GET /now")).status, 200U);
}

TEST(Server, SharedMessageReachesManyClients) {
  std::vector<Peer> peers;
  Upcalls upcalls = plain_upcalls();
  upcalls.open = [&peers](UpgradeRequest const&, Peer peer) -> Opening {
    peers.push_back(peer);
    return make_echo(std::move(peer));
  };
  TestServer server(quiet_settings(), upcalls);
  Client one(server.port());
  Client two(server.port());
  one.handshake();
  two.handshake();

  server.on_io([&peers](Server&) {
    auto const text = std::make_shared<std::string const>("to all");
    for (Peer const& peer : peers) peer.send(text);
  });

  EXPECT_EQ(one.frame().payload, "to all");
  EXPECT_EQ(two.frame().payload, "to all");
}

}  // namespace
}  // namespace curveball::net::test
