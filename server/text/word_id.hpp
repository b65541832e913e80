// Names of words that two readers agree on without sharing a table.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace curveball::text {

// Stands for one folded word or stem: 64 bits that depend on its letters only, the same in every
// cache, process and machine. Two different words share one with a probability of about 2^-64.
struct WordId {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(WordId const&, WordId const&) = default;
};

// The letters of a word as two numbers that, together with its length, tell it from every other
// word of up to 16 bytes; of a longer word they are its last 16 bytes.
struct WordKey {
  static constexpr std::size_t whole_bytes = 16;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  friend constexpr bool operator==(WordKey const&, WordKey const&) = default;
};

// The `count` bytes from `at` on, little-endian.
template <std::size_t count>
constexpr std::uint64_t letters_at(std::string_view word, std::size_t at) {
  std::uint64_t letters = 0;
  for (std::size_t i = 0; i < count; ++i) {
    letters |= std::uint64_t{static_cast<unsigned char>(word[at + i])} << (8 * i);
  }
  return letters;
}

constexpr WordKey key_of(std::string_view folded) {
  std::size_t const size = folded.size();
  if (size > 16) return {letters_at<8>(folded, size - 16), letters_at<8>(folded, size - 8)};
  if (size >= 8) return {letters_at<8>(folded, 0), letters_at<8>(folded, size - 8)};
  if (size >= 4) return {letters_at<4>(folded, 0), letters_at<4>(folded, size - 4)};
  if (size == 0) return {};
  return {letters_at<1>(folded, 0) | letters_at<1>(folded, size / 2) << 8U,
          letters_at<1>(folded, size - 1)};
}

// The id of a word that is folded already: eight letters at a time are multiplied in (as FNV-1a
// does one by one), then mixed by the finaliser of splitmix64.
constexpr WordId word_id(std::string_view folded, WordKey const& key) {
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL;
  // Multiplied first: beside the letters of a short word its size would change just the first one.
  std::uint64_t hash = (0xcbf29ce484222325ULL ^ folded.size()) * odd;
  for (std::size_t at = 0; at + WordKey::whole_bytes < folded.size(); ++at) {
    hash = (hash ^ letters_at<1>(folded, at)) * odd;
  }
  hash = (hash ^ key.first) * odd;
  hash = ((hash ^ (hash >> 32)) ^ key.last) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return {hash ^ (hash >> 31)};
}
constexpr WordId word_id(std::string_view folded) { return word_id(folded, key_of(folded)); }

// The id of a word together with which of its first 64 letters are capitals (bit 0 = first letter).
// Without capitals it is the word's own id.
constexpr WordId cased_id(WordId word, std::uint64_t capitals) {
  return {word.value ^ (capitals * 0x9e3779b97f4a7c15ULL)};
}

}  // namespace curveball::text
