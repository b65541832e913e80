// The target of a request line, taken apart and decoded. Private to net. Thread: any.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "net/http.hpp"

namespace curveball::net {

struct Target {
  std::string path;
  std::vector<QueryItem> query;
};

// Takes "/path?name=value&..." apart. Nothing when it does not begin with '/', holds '#', a bad
// escape, a control byte or, decoded, anything but UTF-8.
std::optional<Target> parse_target(std::string_view target);

}  // namespace curveball::net
