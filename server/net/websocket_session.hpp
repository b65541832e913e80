// One WebSocket connection, from the handshake on. Private to net. Thread: io.
#pragma once

#include <memory>
#include <string>

#include "net/connection.hpp"

namespace curveball::net {

class WebSocketSession;

// Asks the program above for a conversation. On refusal nothing is left of it.
Result<std::shared_ptr<WebSocketSession>, Refusal> open_websocket(std::shared_ptr<Core> const& core,
                                                                  UpgradeRequest const& request);

// Answers the handshake on `socket` and serves it until it ends. The connection keeps itself alive.
// `key` is a valid Sec-WebSocket-Key.
void serve_websocket(std::shared_ptr<WebSocketSession> const& session, Socket socket,
                     std::string const& key);

}  // namespace curveball::net
