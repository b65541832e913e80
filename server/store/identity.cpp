#include "store/identity.hpp"

#include <cstring>
#include <sodium.h>
#include <stdexcept>

#include "base/hex.hpp"
#include "store/hash.hpp"

namespace curveball::store {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr std::size_t uuid_text_size = 36;

bool hyphen_at(std::size_t place) {
  return place == 8 || place == 13 || place == 18 || place == 23;
}

void fill_with_chance(void* bytes, std::size_t size) {
  if (sodium_init() < 0) throw std::runtime_error("libsodium found no source of randomness");
  randombytes_buf(bytes, size);
}

}  // namespace

std::string SessionId::text() const {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(uuid_text_size);
  for (unsigned char const byte : bytes) {
    if (hyphen_at(text.size())) text += '-';
    text += digits[byte >> 4U];
    text += digits[byte & 0xfU];
  }
  return text;
}

std::optional<SessionId> SessionId::parse(std::string_view text) {
  if (text.size() != uuid_text_size) return std::nullopt;
  SessionId id;
  std::size_t digit = 0;
  for (std::size_t place = 0; place < text.size(); ++place) {
    if (hyphen_at(place)) {
      if (text[place] != '-') return std::nullopt;
      continue;
    }
    int const value = hex_value(text[place]);
    if (value < 0) return std::nullopt;
    auto& byte = id.bytes[digit++ / 2];
    byte = static_cast<unsigned char>((byte << 4) | value);
  }
  return id;
}

std::size_t SessionIdHash::operator()(SessionId const& id) const {
  std::size_t tail = 0;  // The last bytes are random; the first are the time.
  std::memcpy(&tail, id.bytes.data() + (id.bytes.size() - sizeof tail), sizeof tail);
  return tail;
}

SessionId make_session_id(Instant now) {
  SessionId id;
  fill_with_chance(id.bytes.data(), id.bytes.size());
  auto ms = static_cast<std::uint64_t>(now.ms);
  for (std::size_t place = 6; place-- > 0; ms >>= 8U) {
    id.bytes[place] = static_cast<unsigned char>(ms & 0xffU);
  }
  id.bytes[6] = static_cast<unsigned char>((id.bytes[6] & 0x0fU) | 0x70U);
  id.bytes[8] = static_cast<unsigned char>((id.bytes[8] & 0x3fU) | 0x80U);
  return id;
}

std::string make_token() {
  std::array<unsigned char, token_bytes> secret{};
  fill_with_chance(secret.data(), secret.size());
  constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(secret.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), secret.data(), secret.size(), variant);
  text.pop_back();  // The closing zero.
  return text;
}

Hash token_hash(std::string_view token) { return sha256(token); }

std::uint64_t make_seed() {
  std::uint64_t seed = 0;
  fill_with_chance(&seed, sizeof seed);
  return seed;
}

}  // namespace curveball::store
