// Words of the format that stand for values of an enumeration, in its order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>

namespace curveball::scenario::vocabulary {

inline constexpr std::string_view modes[] = {"case", "behavioural", "technical", "status"};
inline constexpr std::string_view commands[] = {"hint", "repeat", "skip", "end"};
inline constexpr std::string_view facts[] = {
    "must_haves_lowest", "must_haves_at_1",        "criteria_at_1", "criteria_at_1_pm",
    "criteria_at_4_pm",  "criteria_with_evidence", "capping_flags", "must_haves_below_bar"};

// The value of type E that `word`, which is one of `words`, stands for.
template <class E>
E value_of(std::span<std::string_view const> words, std::string_view word) {
  return static_cast<E>(std::find(words.begin(), words.end(), word) - words.begin());
}

}  // namespace curveball::scenario::vocabulary
