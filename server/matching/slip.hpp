// When a word is a slip of the keyboard for another. Private to the room.
// Lengths as in PMatch (Open University): words under four letters have no slips, from eight on
// two.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace curveball::matching {

// Slips allowed in a word of so many letters: 0, 1 or 2.
constexpr std::size_t edits_allowed(std::size_t letters) {
  if (letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}

// In shorter words the first letter must be right.
inline constexpr std::size_t first_letter_counts_below = 6;

// A bit for each letter a to z that the word has, and above them its first letter.
inline constexpr std::uint32_t all_letters = (std::uint32_t{1} << 26U) - 1;
constexpr std::uint32_t sketch_of(std::string_view word) {
  std::uint32_t set = 0;
  for (char const c : word) set |= std::uint32_t{1} << (static_cast<unsigned>(c - 'a') & 31U);
  return set | static_cast<std::uint32_t>(word.front() - 'a') << 26U;
}

// The word, and what stands before an ending of inflection: "owenrs", "owenr". Empty: no more.
std::array<std::string_view, 3> spellings_of(std::string_view written);

// Whether `written` is `word` with no more slips than allowed: a letter too much, missing or
// replaced, or two neighbours swapped (optimal string alignment). Both have letters a to z only,
// `word` at most 24.
bool is_slip_of(std::string_view written, std::string_view word);

}  // namespace curveball::matching
