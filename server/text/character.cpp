#include "text/character.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/fold_table.hpp"

namespace curveball::text {
namespace {

constexpr bool within(char32_t c, char32_t first, char32_t last) { return c >= first && c <= last; }

// Blocks whose letters the fold table knows.
struct Block {
  char32_t first;
  std::u16string_view folded;
};
constexpr std::array<Block, 5> blocks{{{0x00C0, fold_table::latin},
                                       {0x0370, fold_table::greek},
                                       {0x0400, fold_table::cyrillic},
                                       {0x1E00, fold_table::latin_additional},
                                       {0x1F00, fold_table::greek_extended}}};

// 0 when no block holds the character.
char16_t folded_letter(char32_t c) {
  for (Block const& block : blocks) {
    if (c >= block.first && c - block.first < block.folded.size()) {
      return block.folded[c - block.first];
    }
  }
  return within(c, 0xFB00, 0xFB06) ? u'*' : u'\0';
}

bool is_capital(char32_t c) {
  return (within(c, 0xC0, 0xDE) && c != 0xD7) || within(c, 0x391, 0x3A9) || within(c, 0x400, 0x42F);
}

bool is_mark(char32_t c) {
  return within(c, 0x0300, 0x036F) || within(c, 0x1AB0, 0x1AFF) || within(c, 0x1DC0, 0x1DFF) ||
         within(c, 0x20D0, 0x20FF) || within(c, 0xFE00, 0xFE0F) || within(c, 0x0483, 0x0489) ||
         within(c, 0x200B, 0x200F) || within(c, 0x2060, 0x2064) || c == 0xAD || c == 0xFEFF;
}

// The ASCII character that quotes, dashes, spaces and width forms stand for; 0 for others.
char ascii_twin(char32_t c) {
  if (within(c, 0xFF01, 0xFF5E)) return static_cast<char>(c - 0xFF01 + '!');
  if (within(c, 0x2018, 0x201B) || c == 0x02BC || c == 0x2032 || c == 0x00B4) return '\'';
  if (within(c, 0x201C, 0x201F) || c == 0x00AB || c == 0x00BB) return '"';
  if (within(c, 0x2010, 0x2013) || c == 0x2212 || c == 0xFE63) return '-';
  if (within(c, 0x2000, 0x200A) || c == 0x00A0 || c == 0x202F || c == 0x205F || c == 0x3000) {
    return ' ';
  }
  if (c == 0x0085 || c == 0x2028 || c == 0x2029) return '\n';
  if (c == 0x2026) return '.';
  if (c == 0x2014 || c == 0x2015 || c == 0xFE58) return ',';
  return '\0';
}

bool is_bullet(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25CF || c == 0x25AA || c == 0x25E6;
}

bool is_symbol(char32_t c) {
  return within(c, 0x80, 0xBF) || c == 0xD7 || c == 0xF7 || within(c, 0x2000, 0x2BFF) ||
         within(c, 0x3000, 0x303F) || within(c, 0xE000, 0xF8FF) || c >= 0x1F000;
}

void put_utf8(Character& into, char16_t c) {
  if (c < 0x80) {
    into.folded = {static_cast<char>(c)};
    into.folded_bytes = 1;
  } else if (c < 0x800) {
    into.folded = {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
    into.folded_bytes = 2;
  } else {
    into.folded = {static_cast<char>(0xE0U | (c >> 12U)),
                   static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
                   static_cast<char>(0x80U | (c & 0x3FU))};
    into.folded_bytes = 3;
  }
}

void put_expansion(Character& into, char32_t c) {
  auto const* found = std::lower_bound(
      fold_table::expansions.begin(), fold_table::expansions.end(), c,
      [](fold_table::Expansion const& row, char32_t wanted) { return row.letter < wanted; });
  std::copy(found->folded.begin(), found->folded.end(), into.folded.begin());
  into.folded_bytes = static_cast<std::uint8_t>(found->folded.size());
}

Character as_itself(std::string_view text, std::size_t at, Decoded const& decoded) {
  Character out;
  out.kind = is_symbol(decoded.code_point) ? CharClass::symbol : CharClass::letter;
  out.source_bytes = decoded.bytes;
  out.folded_bytes = decoded.bytes;
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at), decoded.bytes, out.folded.begin());
  return out;
}

Character folded_character(char16_t letter, Decoded const& decoded) {
  Character out;
  out.kind = letter == u' ' ? CharClass::symbol : CharClass::letter;
  out.capital = is_capital(decoded.code_point);
  out.source_bytes = decoded.bytes;
  if (letter == u'*') {
    put_expansion(out, decoded.code_point);
  } else {
    put_utf8(out, letter);
  }
  return out;
}

Character bare(CharClass kind, Decoded const& decoded) {
  return {kind, false, decoded.bytes, 0, {}};
}

Character ascii_character_of(char twin, Decoded const& decoded) {
  Character out = ascii_table[static_cast<unsigned char>(twin)];
  out.source_bytes = decoded.bytes;
  return out;
}

}  // namespace

Character character_beyond_ascii(std::string_view text, std::size_t at) {
  Decoded const decoded = decode_utf8(text, at);
  if (!decoded.valid) return bare(CharClass::symbol, decoded);
  if (char16_t const letter = folded_letter(decoded.code_point)) {
    return folded_character(letter, decoded);
  }
  if (char const twin = ascii_twin(decoded.code_point)) return ascii_character_of(twin, decoded);
  if (is_mark(decoded.code_point)) return bare(CharClass::mark, decoded);
  if (is_bullet(decoded.code_point)) return bare(CharClass::bullet, decoded);
  return as_itself(text, at, decoded);
}

}  // namespace curveball::text
