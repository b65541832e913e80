// UTF-8: strict validation and decoding. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace curveball::text {

// Whether `bytes` are well-formed UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates,
// nothing above U+10FFFF, no truncated character at the end. Empty text is valid.
bool is_valid_utf8(std::string_view bytes);

struct Decoded {
  char32_t code_point = 0;
  std::uint8_t bytes = 0;  // 1 to 4.
  bool valid = false;      // Else one byte that begins no well-formed character.
};

// The character that begins at byte `at`, which lies inside `bytes`.
Decoded decode_utf8(std::string_view bytes, std::size_t at);

}  // namespace curveball::text
