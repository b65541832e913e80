// A server on its own thread and a client of plain sockets that knows HTTP and WebSocket frames
// only as far as the tests need, independent of the library that the server is built on.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "net/server.hpp"

namespace curveball::net::test {

// Timeouts that never decide a test which is not about them, and a free port.
ServerSettings quiet_settings();

// Answers GET /now at once with "now", POST /echo with its body, anything else with 404; opens an
// EchoConversation for every handshake; keeps no log.
Upcalls plain_upcalls();

// Sends back what it gets. "boom" throws, "bye" closes with 1000 after one message, "flood" sends
// two hundred messages of 64 KiB.
std::unique_ptr<Conversation> make_echo(Peer peer);

// Runs a Server until destroyed; the destructor shuts it down and waits for its thread.
class TestServer {
 public:
  explicit TestServer(ServerSettings settings = quiet_settings(),
                      Upcalls upcalls = plain_upcalls());
  ~TestServer();

  std::uint16_t port() const { return port_; }
  EventLoop& loop() { return loop_; }

  // Runs `job` on the io thread and waits for it.
  void on_io(std::function<void(Server&)> job);

  // Connections as the server counts them.
  std::size_t connections();

  // Waits until the server counts `wanted`; false when that does not come.
  bool waits_for_connections(std::size_t wanted);

  // Shuts the server down and waits until its loop has run out.
  void stop();

 private:
  EventLoop loop_;
  std::unique_ptr<Server> server_;
  std::uint16_t port_ = 0;
  std::thread thread_;
};

struct Reply {
  unsigned status = 0;                         // 0: the connection ended without a whole answer.
  std::map<std::string, std::string> headers;  // Names in lower case.
  std::string body;

  std::string header(std::string const& name) const;
};

// One frame as received; opcode -1: the connection ended.
struct Received {
  int opcode = -1;
  std::string payload;

  // Of a close frame; 0 for anything else.
  unsigned close_code() const;
  std::string close_reason() const;
};

// A blocking TCP client. A read gives up after 20 seconds, as if the connection had ended.
class Client {
 public:
  // `before_connecting` runs when the client has its own socket already.
  explicit Client(std::uint16_t port, std::function<void()> const& before_connecting = {});
  ~Client();
  Client(Client const&) = delete;
  Client& operator=(Client const&) = delete;

  // False when the other end has gone.
  bool send(std::string_view bytes);

  // Everything until the other end closes.
  std::string read_to_end();

  // True when the other end has closed and nothing more comes.
  bool at_end();

  // The next answer; `to_head` when it answers a HEAD request.
  Reply reply(bool to_head = false);

  // Sends `request` and reads its answer.
  Reply ask(std::string_view request, bool to_head = false);

  // Does the handshake; extra header lines end in CRLF each.
  Reply handshake(std::string_view path = "/ws", std::string const& extra = "");

  // One masked frame.
  bool send_frame(int opcode, std::string_view payload, bool last = true);
  bool send_text(std::string_view text) { return send_frame(1, text); }

  // The next frame of any kind.
  Received any_frame();

  // The next frame that is no ping or pong.
  Received frame();

  // Reads frames until a close frame or the end.
  Received frames_to_close();

  // "127.0.0.1:<port>".
  std::string host() const;

 private:
  bool fill();
  std::optional<std::string> take(std::size_t size);

  std::uint16_t port_;
  int socket_ = -1;
  std::string buffer_;
};

// A request with Host, without body unless given one.
std::string request(Client const& client, std::string_view line, std::string const& extra = "",
                    std::string_view body = "");

// The resident memory of this process in bytes.
std::size_t resident_bytes();

}  // namespace curveball::net::test
