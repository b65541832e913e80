#include "net/response_head.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace curveball::net {
namespace {

// Strict: only our own files run, no inline script or style, no frame around us.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self' data:; connect-src 'self'; font-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

std::string_view cache_control(Cache cache) {
  switch (cache) {
    case Cache::no_store:
      return "no-store";
    case Cache::revalidate:
      return "no-cache";
    case Cache::immutable:
      break;
  }
  return "public, max-age=31536000, immutable";
}

bool is_safe(std::string_view text) {
  constexpr std::string_view cutting("\r\n\0", 3);
  return text.find_first_of(cutting) == text.npos;
}

void add_header(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ").append(value).append("\r\n");
}

// Left-filled with zeros.
std::string digits(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

bool has_length(unsigned status) { return status != 204 && status != 304; }

}  // namespace

std::string http_date(std::chrono::sys_seconds time) {
  constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed",
                                                     "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  auto const day = std::chrono::floor<std::chrono::days>(time);
  std::chrono::year_month_day const date(day);
  std::chrono::hh_mm_ss const clock(time - day);
  std::string text(weekdays[std::chrono::weekday(day).c_encoding()]);
  text += ", " + digits(static_cast<unsigned>(date.day()), 2) + ' ';
  text += months[static_cast<unsigned>(date.month()) - 1];
  text += ' ' + digits(static_cast<unsigned>(static_cast<int>(date.year())), 4) + ' ';
  text += digits(static_cast<unsigned>(clock.hours().count()), 2) + ':';
  text += digits(static_cast<unsigned>(clock.minutes().count()), 2) + ':';
  text += digits(static_cast<unsigned>(clock.seconds().count()), 2) + " GMT";
  return text;
}

std::optional<std::string> response_head(HttpResponse const& response, HeadContext const& context) {
  std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
  head.append(status_title(response.status)).append("\r\n");
  if (!is_safe(response.content_type)) return std::nullopt;
  if (!response.content_type.empty()) add_header(head, "Content-Type", response.content_type);
  for (auto const& [name, value] : response.headers) {
    if (!is_safe(name) || !is_safe(value)) return std::nullopt;
    add_header(head, name, value);
  }
  if (has_length(response.status)) {
    add_header(head, "Content-Length", std::to_string(response.body_view().size()));
  }
  add_header(head, "Cache-Control", cache_control(response.cache));
  add_header(head, "Date", http_date(context.now));
  add_header(head, "Connection", context.keep_alive ? "keep-alive" : "close");
  head.append(security_headers).append("\r\n");
  return head;
}

}  // namespace curveball::net
