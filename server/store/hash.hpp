// SHA-256 values and the chain that binds a session's events together.
// Thread: any; no state. Throws std::runtime_error when libcrypto is broken or out of memory.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "store/identity.hpp"

namespace curveball::store {

// SHA-256 of `bytes` (FIPS 180-4, by libcrypto, which uses the instructions that processors have
// for it).
Hash sha256(std::string_view bytes);

// 64 hexadecimal digits, lower case.
std::string to_hex(Hash const& hash);

// The hash written as 64 hexadecimal digits of either case; nothing for any other text.
std::optional<Hash> hash_from_hex(std::string_view text);

// What a session's chain is tied to, so that its events prove nothing in another session.
struct ChainRoot {
  SessionId session;
  Hash script{};
  std::uint64_t seed = 0;
  std::uint32_t engine_revision = 0;
};

// The hash before the first event: SHA-256 over 32 zero bytes, the session's 16 bytes, the script's
// 32, then seed and engine revision as little-endian 64 bit.
Hash chain_start(ChainRoot const& root);

// The hash of an event: SHA-256 over the previous event's hash and the event's canonical bytes.
Hash next_hash(Hash const& previous, std::string_view canonical);

}  // namespace curveball::store
