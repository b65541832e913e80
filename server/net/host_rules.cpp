#include "net/host_rules.hpp"

#include <algorithm>

namespace curveball::net {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

bool same(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

bool holds(std::vector<std::string> const& list, std::string_view item) {
  return std::any_of(list.begin(), list.end(),
                     [item](std::string const& one) { return same(one, item); });
}

// True for "name:80" and "[::1]:80", false for "name" and "[::1]".
bool has_port(std::string_view host) {
  std::size_t const colon = host.rfind(':');
  return colon != host.npos && host.find(']', colon) == host.npos;
}

std::string bracketed(std::string const& address) {
  return address.find(':') == address.npos ? address : '[' + address + ']';
}

}  // namespace

HostRules::HostRules(HostSettings const& settings) {
  for (std::string_view const name : {"localhost", "127.0.0.1", "[::1]"}) {
    add_host(std::string(name), settings.port);
  }
  if (settings.address != "0.0.0.0" && settings.address != "::") {
    add_host(bracketed(settings.address), settings.port);
  }
  for (std::string const& host : settings.hosts) {
    hosts_.push_back(lowered(host));
    if (!has_port(host)) add_host(host, settings.port);
  }
  for (std::string const& origin : settings.origins) origins_.push_back(lowered(origin));
}

// Clients leave the port out when it is that of the scheme.
void HostRules::add_host(std::string name, std::uint16_t port) {
  name = lowered(name);
  if (port == 80) hosts_.push_back(name);
  hosts_.push_back(name + ':' + std::to_string(port));
}

bool HostRules::accepts_host(std::string_view host) const { return holds(hosts_, host); }

bool HostRules::accepts_origin(std::string_view origin, std::string_view host) const {
  if (holds(origins_, origin)) return true;
  for (std::string_view const scheme : {"http://", "https://"}) {
    if (origin.starts_with(scheme) && same(origin.substr(scheme.size()), host)) return true;
  }
  return false;
}

}  // namespace curveball::net
