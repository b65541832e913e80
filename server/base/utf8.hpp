// UTF-8: strict validation and decoding (Unicode 15, table 3-7). No overlong form, no surrogate,
// nothing above U+10FFFF and nothing cut off at the end is well-formed.
// Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace curveball {

// Offset of the first byte that begins no well-formed character; npos when there is none.
std::size_t find_invalid_utf8(std::string_view bytes);

// Whether `bytes` are well-formed UTF-8. Empty text is.
inline bool is_valid_utf8(std::string_view bytes) {
  return find_invalid_utf8(bytes) == std::string_view::npos;
}

struct Decoded {
  char32_t code_point = 0;
  std::uint8_t bytes = 0;  // 1 to 4.
  bool valid = false;      // Else one byte that begins no well-formed character.
};

// The character that begins at byte `at`, which lies inside `bytes`.
Decoded decode_utf8(std::string_view bytes, std::size_t at);

}  // namespace curveball
