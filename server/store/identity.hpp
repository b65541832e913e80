// Names of sessions and candidates, and the secrets behind them.
// Thread: any; no state. Randomness comes from the operating system through libsodium.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/instant.hpp"

namespace curveball::store {

// A SHA-256 value.
using Hash = std::array<unsigned char, 32>;

// A session's public name: a UUID of version 7, so that names sort by the time of their making.
struct SessionId {
  std::array<unsigned char, 16> bytes{};
  friend auto operator<=>(SessionId const&, SessionId const&) = default;

  // 36 characters, lower case: "018f2b6c-7d1e-7a3b-9c4d-5e6f708192a3".
  std::string text() const;
  // The id written as text() writes it, in either case; nothing for any other text.
  static std::optional<SessionId> parse(std::string_view text);
};

struct SessionIdHash {
  std::size_t operator()(SessionId const& id) const;
};

// A candidate's row. Small, guessable, never shown: the token is the key that a browser holds.
struct CandidateId {
  std::int64_t key = 0;
  friend auto operator<=>(CandidateId const&, CandidateId const&) = default;
};

// A fresh session name (RFC 9562, version 7): 48 bits of `now` in milliseconds, 74 random bits.
SessionId make_session_id(Instant now);

// A fresh secret for a candidate's cookie: 32 random bytes as 43 characters of base64url.
std::string make_token();

// What the store keeps of a token: the SHA-256 of its text.
Hash token_hash(std::string_view token);

// 64 random bits for a session's draws.
std::uint64_t make_seed();

}  // namespace curveball::store
