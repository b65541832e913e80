// The cookie that tells candidates apart.
// Thread: any; no state.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "store/identity.hpp"

namespace curveball::app {

// The hash of the token in a Cookie header; nothing when there is no well-formed token in it.
std::optional<store::Hash> token_hash_of(std::string_view cookie_header);

// A Set-Cookie value with a fresh token.
std::string fresh_cookie();

}  // namespace curveball::app
