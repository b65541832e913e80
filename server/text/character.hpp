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

constexpr CharClass ascii_class(unsigned char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return CharClass::letter;
  if (c >= '0' && c <= '9') return CharClass::digit;
  if (c == '\n' || c == '\r') return CharClass::newline;
  if (c <= ' ' || c == 0x7F) return CharClass::space;
  if (c == '\'') return CharClass::apostrophe;
  if (c == '-') return CharClass::hyphen;
  return CharClass::symbol;
}

constexpr Character ascii_character(unsigned char c) {
  bool const capital = c >= 'A' && c <= 'Z';
  char const folded = static_cast<char>(capital ? c + 32 : c);
  return {ascii_class(c), capital, 1, 1, {folded}};
}

inline constexpr std::array<Character, 128> ascii_table = [] {
  std::array<Character, 128> table{};
  for (unsigned char c = 0; c < 128; ++c) table[c] = ascii_character(c);
  return table;
}();

// The character that begins at byte `at`, which holds none of ASCII.
Character character_beyond_ascii(std::string_view text, std::size_t at);

// The character that begins at byte `at`. Beyond the end of the text a space of no bytes.
// Folding (NFKC and case folding for Latin, Greek and Cyrillic, accents dropped; width forms,
// quotes, dashes and spaces to ASCII): every other character stands for itself.
inline Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {CharClass::space, false, 0, 0, {}};
  auto const byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? ascii_table[byte] : character_beyond_ascii(text, at);
}

}  // namespace curveball::text
