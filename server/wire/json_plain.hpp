// Which bytes of a JSON string stand for themselves.
// Thread: any; no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace curveball::wire {

// Whether `c` ends or escapes a JSON string, or is a control character, which must be escaped.
constexpr bool is_json_special(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// How many bytes at the front of `text` are not special. Looks at eight at a time: a byte is zero
// exactly when subtracting one borrows into its top bit and the bit was not set before (Mycroft,
// 1987); a borrow may also mark the byte above a special one, which then is looked at again.
inline std::size_t json_plain_run(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL;
  constexpr std::uint64_t tops = 0x8080808080808080ULL;
  auto const has_zero = [](std::uint64_t bytes) { return (bytes - ones) & ~bytes & tops; };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    std::uint64_t const controls = (bytes - ones * 0x20) & ~bytes & tops;
    if ((controls | has_zero(bytes ^ (ones * '"')) | has_zero(bytes ^ (ones * '\\'))) != 0) break;
  }
  while (at < text.size() && !is_json_special(text[at])) ++at;
  return at;
}

}  // namespace curveball::wire
