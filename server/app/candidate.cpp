#include "app/candidate.hpp"

#include <algorithm>

#include "net/http.hpp"

namespace curveball::app {
namespace {

constexpr std::string_view cookie_name = "curveball";
constexpr std::size_t token_characters = 43;  // 32 bytes as base64url.

bool is_base64url(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

}  // namespace

std::optional<store::Hash> token_hash_of(std::string_view cookie_header) {
  auto const token = net::cookie_value(cookie_header, cookie_name);
  if (!token || token->size() != token_characters) return std::nullopt;
  if (!std::all_of(token->begin(), token->end(), is_base64url)) return std::nullopt;
  return store::token_hash(*token);
}

std::string fresh_cookie() {
  return std::string(cookie_name) + "=" + store::make_token() +
         "; Path=/; HttpOnly; SameSite=Strict; Max-Age=31536000";
}

}  // namespace curveball::app
