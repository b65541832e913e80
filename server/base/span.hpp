// A stretch of bytes in a text, half open.
#pragma once

#include <compare>
#include <cstdint>

namespace curveball {

// [begin, end) in bytes of the UTF-8 text it belongs to, always on character boundaries.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(ByteSpan const&, ByteSpan const&) = default;
};

}  // namespace curveball
