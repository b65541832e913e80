#include "net/request_check.hpp"

#include <algorithm>
#include <boost/beast/http/rfc7230.hpp>
#include <string_view>

namespace curveball::net {
namespace {

namespace http = boost::beast::http;
using http::field;

std::string_view value_of(RequestHeader const& header, field name) {
  auto const value = header[name];
  return {value.data(), value.size()};
}

bool is_known(http::verb method) {
  return method == http::verb::get || method == http::verb::head || method == http::verb::post ||
         method == http::verb::delete_;
}

bool is_safe(http::verb method) { return method == http::verb::get || method == http::verb::head; }

HttpResponse method_refusal() {
  HttpResponse response = problem(405, "This method is not used here.");
  response.headers.emplace_back("Allow", "GET, HEAD, POST, DELETE");
  return response;
}

// Browsers say where a request comes from; other programs say nothing and carry no cookie that a
// foreign page could make use of.
bool from_elsewhere(RequestHeader const& header, HostRules const& hosts) {
  if (header.count(field::origin) > 1) return true;
  if (header.count(field::origin) == 1 &&
      !hosts.accepts_origin(value_of(header, field::origin), value_of(header, field::host))) {
    return true;
  }
  auto const site = header.find("Sec-Fetch-Site");
  return site != header.end() && site->value() != "same-origin" && site->value() != "none";
}

bool is_base64(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' ||
         c == '/';
}

// 16 bytes in base64 are 22 characters and "==".
bool is_websocket_key(std::string_view key) {
  return key.size() == 24 && key.ends_with("==") &&
         std::all_of(key.begin(), key.end() - 2, is_base64);
}

}  // namespace

bool asks_for_websocket(RequestHeader const& header) {
  return header.method() == http::verb::get && header.version() >= 11 &&
         http::token_list{header[field::connection]}.exists("upgrade") &&
         http::token_list{header[field::upgrade]}.exists("websocket");
}

std::optional<HttpResponse> refusal_of(RequestHeader const& header, HostRules const& hosts) {
  if (header.count(field::transfer_encoding) != 0) {
    return problem(400, "Transfer-Encoding is not taken; send Content-Length.");
  }
  if (header.count(field::host) != 1) return problem(400, "One Host header is needed.");
  if (!hosts.accepts_host(value_of(header, field::host))) {
    return problem(421, "This server does not go by that Host name.");
  }
  if (!is_known(header.method())) return method_refusal();
  bool const checked = !is_safe(header.method()) || asks_for_websocket(header);
  if (checked && from_elsewhere(header, hosts)) {
    return problem(403, "Requests from other origins are not taken.");
  }
  return std::nullopt;
}

std::optional<HttpResponse> upgrade_refusal_of(RequestHeader const& header) {
  if (value_of(header, field::sec_websocket_version) != "13") {
    HttpResponse response = problem(426, "Version 13 of the WebSocket protocol is needed.");
    response.headers.emplace_back("Sec-WebSocket-Version", "13");
    return response;
  }
  if (header.count(field::sec_websocket_key) != 1 ||
      !is_websocket_key(value_of(header, field::sec_websocket_key))) {
    return problem(400, "One Sec-WebSocket-Key of 16 bytes is needed.");
  }
  return std::nullopt;
}

}  // namespace curveball::net
