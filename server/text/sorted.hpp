// Tables that are written in any order and looked up by binary search. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>

namespace curveball::text {

template <class T, std::size_t n, class Less = std::less<>>
constexpr std::array<T, n> sorted(T const (&rows)[n], Less less = {}) {
  std::array<T, n> out{};
  std::copy(std::begin(rows), std::end(rows), out.begin());
  std::sort(out.begin(), out.end(), less);
  return out;
}

}  // namespace curveball::text
