// One HTTP request, its answer, and the handle through which the answer is given.
// Plain values, owned by whoever holds them. Thread: any, unless said otherwise.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace curveball::net {

// A HEAD request arrives as `get`; the server sends no body for it. All others are answered 405.
enum class Method { get, post, delete_ };

using QueryItem = std::pair<std::string, std::string>;

// A request that passed the checks of Host, size, syntax and, if it may change something, Origin.
struct HttpRequest {
  Method method = Method::get;
  std::string path;              // Percent-decoded valid UTF-8; begins with '/'; no control bytes.
  std::vector<QueryItem> query;  // Decoded, '+' is a space, in the order sent.
  std::string cookie;            // These are header values as sent; empty when missing.
  std::string accept_encoding;
  std::string if_none_match;
  std::string origin;
  std::string content_type;
  std::string body;
  std::string peer;  // Address of the other end, without port.
};

// How long an answer may be kept by the browser.
enum class Cache {
  no_store,    // Not at all: anything personal.
  revalidate,  // Kept, and asked for again each time; give an ETag.
  immutable,   // A year: the name changes with the content.
};

struct HttpResponse {
  unsigned status = 200;
  std::string content_type;  // Empty: no body is meant and no Content-Type is sent.
  // Besides those that the server adds itself: Content-Length, Date, Cache-Control, Connection and
  // the security headers. No CR, LF or NUL in names or values (the answer then becomes 500).
  std::vector<std::pair<std::string, std::string>> headers;
  // The view is for bytes that live as long as the program.
  std::variant<std::string, std::string_view> body;
  Cache cache = Cache::no_store;

  std::string_view body_view() const;
};

// An error answer of type application/problem+json (RFC 9457) with "status", "title", "detail".
// `detail` is fixed text of this program: printable ASCII without '"' and '\'.
HttpResponse problem(unsigned status, std::string_view detail);

// The reason phrase of a status used here, e.g. "Not Found"; "Error" for others.
std::string_view status_title(unsigned status);

// The value of the first cookie named `name` in a Cookie header; nothing when there is none.
std::optional<std::string_view> cookie_value(std::string_view header, std::string_view name);

// The first query item named `name`; nothing when there is none.
std::optional<std::string_view> query_value(std::vector<QueryItem> const& query,
                                            std::string_view name);

// Gives the answer to one request, now or later. Copies share the one answer.
// Callable from any thread while the event loop lives. While the answer is missing, the loop's
// run() does not return, except when a shutdown ran out of patience.
class HttpResponder {
 public:
  using Deliver = std::function<void(HttpResponse)>;
  explicit HttpResponder(Deliver deliver);

  // Sends the answer. A second call does nothing; so does the first when the client has gone.
  // When the last copy goes away unanswered, the client gets 500.
  void respond(HttpResponse response) const;

 private:
  struct Pending;
  std::shared_ptr<Pending> pending_;
};

}  // namespace curveball::net
