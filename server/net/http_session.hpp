// One HTTP connection: requests in turn, until it ends or becomes a WebSocket. Private to net.
// Thread: io.
#pragma once

#include <memory>

#include "net/connection.hpp"

namespace curveball::net {

// Serves `socket` until it ends. The connection keeps itself alive.
void serve_http(std::shared_ptr<Core> const& core, Socket socket);

// Answers 503 without reading a request, and ends.
void refuse_http(std::shared_ptr<Core> const& core, Socket socket);

}  // namespace curveball::net
