#include "net/utf8.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace curveball::net {
namespace {

// How many bytes from `at` on are ASCII, counted in steps of eight.
std::size_t ascii_run(std::string_view text, std::size_t at) {
  std::size_t const begin = at;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & 0x8080808080808080ULL) != 0) break;
  }
  return at - begin;
}

// What the second byte may be after `lead`, and how long the character is; length 0: no lead byte.
struct Shape {
  std::size_t length;
  unsigned low;
  unsigned high;
};

Shape shape_of(unsigned lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

// Length of the valid character that begins at `at`; 0 when there is none.
std::size_t character_length(std::string_view text, std::size_t at) {
  auto const byte = [text](std::size_t i) {
    return static_cast<unsigned>(static_cast<unsigned char>(text[i]));
  };
  Shape const shape = shape_of(byte(at));
  if (shape.length < 2) return shape.length;
  if (at + shape.length > text.size()) return 0;
  if (byte(at + 1) < shape.low || byte(at + 1) > shape.high) return 0;
  for (std::size_t i = at + 2; i < at + shape.length; ++i) {
    if (byte(i) < 0x80 || byte(i) > 0xBF) return 0;
  }
  return shape.length;
}

}  // namespace

bool valid_utf8(std::string_view text) {
  std::size_t at = ascii_run(text, 0);
  while (at < text.size()) {
    std::size_t const length = character_length(text, at);
    if (length == 0) return false;
    at += length;
    at += ascii_run(text, at);
  }
  return true;
}

}  // namespace curveball::net
