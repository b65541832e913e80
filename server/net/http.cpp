#include "net/http.hpp"

#include <algorithm>
#include <cassert>

namespace curveball::net {
namespace {

[[maybe_unused]] bool is_plain(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c >= 0x20 && c < 0x7f && c != '"' && c != '\\'; });
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view HttpResponse::body_view() const {
  if (auto const* own = std::get_if<std::string>(&body)) return *own;
  return *std::get_if<std::string_view>(&body);
}

std::string_view status_title(unsigned status) {
  switch (status) {
    case 200:
      return "OK";
    case 201:
      return "Created";
    case 202:
      return "Accepted";
    case 204:
      return "No Content";
    case 303:
      return "See Other";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 409:
      return "Conflict";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 422:
      return "Unprocessable Content";
    case 426:
      return "Upgrade Required";
    case 429:
      return "Too Many Requests";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Error";
  }
}

HttpResponse problem(unsigned status, std::string_view detail) {
  assert(is_plain(detail) && "details are fixed plain text");
  std::string body = "{\"title\":\"";
  body += status_title(status);
  body += "\",\"status\":";
  body += std::to_string(status);
  body += ",\"detail\":\"";
  body += detail;
  body += "\"}";
  HttpResponse response;
  response.status = status;
  response.content_type = "application/problem+json";
  response.body = std::move(body);
  return response;
}

std::optional<std::string_view> cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::size_t const end = header.find(';');
    std::string_view const pair = trimmed(header.substr(0, end));
    std::size_t const equals = pair.find('=');
    if (equals != pair.npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
    header.remove_prefix(end == header.npos ? header.size() : end + 1);
  }
  return std::nullopt;
}

std::optional<std::string_view> query_value(std::vector<QueryItem> const& query,
                                            std::string_view name) {
  for (auto const& [key, value] : query) {
    if (key == name) return value;
  }
  return std::nullopt;
}

struct HttpResponder::Pending {
  explicit Pending(Deliver to) : deliver(std::move(to)) {}
  Pending(Pending const&) = delete;
  Pending& operator=(Pending const&) = delete;
  ~Pending() { give(problem(500, "The request was not answered.")); }

  void give(HttpResponse response) {
    if (Deliver const once = std::exchange(deliver, nullptr)) once(std::move(response));
  }

  Deliver deliver;
};

HttpResponder::HttpResponder(Deliver deliver)
    : pending_(std::make_shared<Pending>(std::move(deliver))) {}

void HttpResponder::respond(HttpResponse response) const { pending_->give(std::move(response)); }

}  // namespace curveball::net
