// What the server and the program above it say to each other about one WebSocket.
// Thread: io, all of it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "net/http.hpp"

namespace curveball::net {

// Close codes that net sends (RFC 6455 section 7.4.1; 1013 IANA registry). The program above may
// make its own of 4000 to 4999.
enum class CloseCode : std::uint16_t {
  normal = 1000,
  going_away = 1001,
  unsupported = 1003,
  bad_text = 1007,
  policy = 1008,
  too_big = 1009,
  fault = 1011,
  try_again = 1013,
};

// A message that can be sent to many peers without a copy for each.
using SharedText = std::shared_ptr<std::string const>;

// The server's end of one connection. Private to net.
class PeerTarget;

// The way to one client. Cheap to copy; does not keep the connection alive.
class Peer {
 public:
  // A peer that is gone.
  Peer() = default;
  explicit Peer(std::weak_ptr<PeerTarget> target) : target_(std::move(target)) {}

  // Queues one text message, valid UTF-8. Does nothing when the client is gone or closing.
  // When the client reads too slowly and the queue is over its limit, what is unsent is dropped
  // and the connection is closed with 1013.
  // May be called before the handshake is over: messages wait for it.
  void send(std::string text) const;
  void send(SharedText text) const;

  // Sends what is queued, then closes with code and reason (cut to 123 bytes). Messages that still
  // arrive are dropped. Does nothing when the client is gone or closing.
  void close(CloseCode code, std::string_view reason) const;

  // False once the connection is closing or gone.
  bool open() const;

  // False while something that was sent has not left: Conversation::on_drained will be called,
  // unless the connection ends before.
  bool drained() const;

 private:
  std::weak_ptr<PeerTarget> target_;
};

// One WebSocket as the program above sees it: the one interface that net calls up through.
// Owned by the connection. An exception out of a member closes this connection with 1011; no other
// connection notices.
class Conversation {
 public:
  Conversation() = default;
  Conversation(Conversation const&) = delete;
  Conversation& operator=(Conversation const&) = delete;
  virtual ~Conversation() = default;

  // The handshake is over; from now on messages travel. Called once, before any on_text.
  virtual void on_open() {}

  // One whole text message: valid UTF-8, within the message limit and the rate. The view is good
  // during the call only.
  virtual void on_text(std::string_view text) = 0;

  // Everything that was sent has left, so that a long history can go on. May send more.
  virtual void on_drained() {}

  // The connection is over, for whatever reason; the last call. The object is destroyed after it.
  // It is not called when the event loop is destroyed with connections still open.
  virtual void on_closed() = 0;
};

// A WebSocket handshake that passed the checks of Host, Origin and syntax.
struct UpgradeRequest {
  std::string path;  // These are as in HttpRequest.
  std::vector<QueryItem> query;
  std::string cookie;
  std::string peer;
};

// Why a handshake is refused: an HTTP status from 400 and a detail as in problem().
struct Refusal {
  unsigned status = 404;
  std::string_view detail;  // Lives as long as the program.
};

// What a handshake leads to: a conversation, never null, or its refusal.
using Opening = Result<std::unique_ptr<Conversation>, Refusal>;

}  // namespace curveball::net
