// The HTTP and WebSocket server. Knows nothing of interviews: it checks, bounds and times whatever
// comes in and hands the rest up.
//
// Written with callbacks, not coroutines: on Boost 1.81 callbacks cost 8.6 us and 6.4 KB for an
// echo and an idle connection where awaitables cost 8.9 us and 7.4 KB, and GCC 12 destroys some
// temporaries of a co_await expression twice.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "net/conversation.hpp"
#include "net/event_loop.hpp"
#include "net/http.hpp"

namespace curveball::net {

// How much one client, and all together, may take.
struct ServerLimits {
  std::size_t header_bytes = limits::http_header_bytes;  // Start line and headers; over: 431.
  std::size_t buffer_bytes = limits::http_buffer_bytes;  // Hard end of one request's read buffer.
  std::size_t body_bytes = limits::http_body_bytes;      // Over: 413.
  std::size_t message_bytes = limits::message_bytes;     // Over: close 1009. Never 0.
  std::size_t connections = limits::connections;         // Over: 503.
  std::size_t outbox_frames = limits::outbox_frames;     // Unsent messages; over: close 1013.
  std::size_t outbox_bytes = limits::outbox_bytes;
  std::size_t messages_per_window = limits::messages_per_window;  // Over: close 1008.
  std::chrono::milliseconds window{limits::message_window_ms};
};

// How long the server waits.
struct ServerTimeouts {
  std::chrono::milliseconds header{10'000};      // From the first byte (or connecting) to the last.
  std::chrono::milliseconds body{10'000};        // From the end of the headers.
  std::chrono::milliseconds keep_alive{60'000};  // Between an answer and the next request.
  std::chrono::milliseconds write{30'000};       // Without any progress of an answer.
  std::chrono::milliseconds handshake{10'000};   // To send the answer to an upgrade.
  std::chrono::milliseconds idle{300'000};       // Of a WebSocket; a ping goes out at half of it.
  std::chrono::milliseconds close{2'000};        // For a peer to answer a close, or to take a 4xx.
  std::chrono::milliseconds shutdown{10'000};    // Until shutdown() cuts what is left.
  std::chrono::milliseconds accept_retry{100};   // After accept failed, e.g. no file descriptor.
};

struct ServerSettings {
  std::string address = "127.0.0.1";  // An IPv4 or IPv6 address.
  std::uint16_t port = 0;             // 0: a free one, see Server::port().
  // Host headers accepted besides localhost, 127.0.0.1, [::1] and `address`, with the bound port.
  // "name" stands for itself and for name:<bound port>; "name:port" for itself only.
  std::vector<std::string> hosts;
  // Origins accepted besides http:// and https:// with the request's own Host, for a proxy that
  // changes Host, e.g. "https://practice.example.org". Compared whole, never in part.
  std::vector<std::string> origins;
  ServerLimits limits;
  ServerTimeouts timeouts;
};

// What the program above does. All are called on the io thread; none may be empty.
struct Upcalls {
  // Answers one request through the responder, now or later. An exception becomes 500.
  std::function<void(HttpRequest, HttpResponder)> handle;
  // Opens a conversation with `peer`, or refuses the handshake. An exception becomes 500.
  std::function<Opening(UpgradeRequest const&, Peer peer)> open;
  // One line, key=value, without anything that a candidate wrote.
  std::function<void(std::string_view)> log;
};

// Owned by the program; destroyed before its event loop, after run() returned. Thread: io.
class Server {
 public:
  // Listens at once; connections are served while the loop runs.
  // Throws std::system_error when it cannot listen; a taken port is std::errc::address_in_use.
  // Throws std::invalid_argument when `address` is not an address.
  Server(EventLoop& loop, ServerSettings settings, Upcalls upcalls);
  // Cuts what is still connected.
  ~Server();
  Server(Server const&) = delete;
  Server& operator=(Server const&) = delete;

  // The port that it listens on.
  std::uint16_t port() const;

  // Connections that are open now, of both kinds.
  std::size_t connections() const;

  // Accepts no more connections; those that are open go on. No effect after the first call.
  void stop_accepting();

  // Stops accepting, closes every WebSocket with 1001 "server is shutting down" after its queued
  // messages, lets HTTP answers under way finish, and cuts what is left after
  // ServerTimeouts::shutdown. Returns at once; when all is done the server keeps the loop no more.
  void shutdown();

 private:
  class Listener;
  std::shared_ptr<Listener> listener_;
};

}  // namespace curveball::net
