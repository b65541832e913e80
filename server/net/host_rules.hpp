// Which Host and Origin headers are ours: against DNS rebinding and foreign pages that open our
// WebSocket (RFC 6455 section 10.2). Private to net; immutable. Thread: any.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace curveball::net {

struct HostSettings {
  std::string address;               // That the server is bound to.
  std::uint16_t port = 0;            // Likewise.
  std::vector<std::string> hosts;    // As in ServerSettings.
  std::vector<std::string> origins;  // Likewise.
};

class HostRules {
 public:
  explicit HostRules(HostSettings const& settings);

  // True when `host` is, whole and without regard to case, one of ours.
  bool accepts_host(std::string_view host) const;

  // True when `origin` is http:// or https:// followed by exactly `host`, or an origin named in the
  // settings. `host` is a Host header that was accepted. "null" and "" are not.
  bool accepts_origin(std::string_view origin, std::string_view host) const;

 private:
  void add_host(std::string name, std::uint16_t port);

  std::vector<std::string> hosts_;
  std::vector<std::string> origins_;
};

}  // namespace curveball::net
