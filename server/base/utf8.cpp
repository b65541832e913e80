#include "base/utf8.hpp"

#include <cassert>
#include <cstring>

namespace curveball {
namespace {

constexpr Decoded malformed{0xFFFD, 1, false};

struct Lead {
  std::uint8_t bytes = 0;  // 0: no character begins so.
  char32_t bits = 0;
  char32_t smallest = 0;  // Below it the form would be overlong.
};

Lead lead_of(unsigned char byte) {
  if (byte < 0x80) return {1, byte, 0};
  if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return {3, byte & 0x0FU, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return {4, byte & 0x07U, 0x10000};
  return {};
}

// How many bytes from `at` on are ASCII, counted in steps of eight.
std::size_t ascii_run(std::string_view bytes, std::size_t at) {
  std::size_t const begin = at;
  for (; at + 8 <= bytes.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  return at - begin;
}

bool is_surrogate(char32_t code_point) { return code_point >= 0xD800 && code_point <= 0xDFFF; }

}  // namespace

Decoded decode_utf8(std::string_view bytes, std::size_t at) {
  assert(at < bytes.size());
  Lead const lead = lead_of(static_cast<unsigned char>(bytes[at]));
  if (lead.bytes == 0 || bytes.size() - at < lead.bytes) return malformed;
  char32_t code_point = lead.bits;
  for (std::size_t i = 1; i < lead.bytes; ++i) {
    auto const byte = static_cast<unsigned char>(bytes[at + i]);
    if ((byte & 0xC0U) != 0x80U) return malformed;
    code_point = (code_point << 6U) | (byte & 0x3FU);
  }
  if (code_point < lead.smallest || is_surrogate(code_point) || code_point > 0x10FFFF) {
    return malformed;
  }
  return {code_point, lead.bytes, true};
}

std::size_t find_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = ascii_run(bytes, 0); at < bytes.size(); at += ascii_run(bytes, at)) {
    Decoded const decoded = decode_utf8(bytes, at);
    if (!decoded.valid) return at;
    at += decoded.bytes;
  }
  return std::string_view::npos;
}

}  // namespace curveball
