// What a request must be before it is answered. Private to net: it draws in Beast, for .cpp files
// only. Thread: io.
#pragma once

#include <boost/beast/http/fields.hpp>
#include <boost/beast/http/message.hpp>
#include <optional>

#include "net/connection.hpp"

namespace curveball::net {

using RequestHeader = boost::beast::http::request_header<>;

// The answer that refuses the request; nothing when it may be read on. Checks Transfer-Encoding
// (none is taken: Beast frames some of them wrongly), Host, method and, for whatever may change
// something or opens a WebSocket, Origin and Sec-Fetch-Site.
std::optional<HttpResponse> refusal_of(RequestHeader const& header, HostRules const& hosts);

// The same for the fields of a WebSocket handshake: version 13 and a key of 16 bytes.
std::optional<HttpResponse> upgrade_refusal_of(RequestHeader const& header);

// True when the request asks to become a WebSocket.
bool asks_for_websocket(RequestHeader const& header);

}  // namespace curveball::net
