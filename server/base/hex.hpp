// Hexadecimal digits.
// Thread: any; no state.
#pragma once

namespace curveball {

// What the digit of either case stands for; -1 for every other character.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace curveball
