// One character as the reader sees it: what it is and what it folds to. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace curveball::text {

enum class CharClass : std::uint8_t {
  letter,
  digit,
  apostrophe,
  hyphen,  // Joins words: hyphen-minus, hyphen, en dash, minus.
  space,
  newline,
  bullet,  // Begins an item of a list.
  mark,    // Part of the character before it: combining accent, soft hyphen, zero width.
  symbol,  // Everything else, also a byte that is no UTF-8.
};

struct Character {
  CharClass kind = CharClass::symbol;
  bool capital = false;
  std::uint8_t source_bytes = 1;
  std::uint8_t folded_bytes = 0;    // 0 for a mark.
  std::array<char, 4> folded = {};  // Case, accents and width forms removed; UTF-8.

  // The folded character when it is one of ASCII, else 0.
  constexpr char ascii() const { return folded_bytes == 1 ? folded[0] : '\0'; }
  constexpr bool is_alnum() const { return kind == CharClass::letter || kind == CharClass::digit; }
};

// The character that begins at byte `at`. Beyond the end of the text a space of no bytes.
// Folding (NFKC and case folding for Latin, Greek and Cyrillic, accents dropped; width forms,
// quotes, dashes and spaces to ASCII): every other character stands for itself.
Character character_at(std::string_view text, std::size_t at);

}  // namespace curveball::text
