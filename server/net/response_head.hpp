// The start line and headers of an answer, written out. Private to net. Thread: any.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "net/http.hpp"

namespace curveball::net {

// A point in time as HTTP writes it (RFC 9110 section 5.6.7): "Sun, 06 Nov 1994 08:49:37 GMT".
std::string http_date(std::chrono::sys_seconds time);

struct HeadContext {
  bool keep_alive = true;
  std::chrono::sys_seconds now{};
};

// Everything up to and with the empty line, with the security headers that every answer carries.
// Nothing when a header given by the program above holds CR, LF or NUL.
std::optional<std::string> response_head(HttpResponse const& response, HeadContext const& context);

}  // namespace curveball::net
