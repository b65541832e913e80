// Names of words that two readers agree on without sharing a table.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace curveball::text {

// Stands for one folded word or stem: 64 bits that depend on its letters only, the same in every
// cache, process and machine. Two different words share one with a probability of about 2^-64.
struct WordId {
  std::uint64_t value = 0;
  friend constexpr auto operator<=>(WordId const&, WordId const&) = default;
};

// The id of a word that is folded already. Eight letters at a time are multiplied in (as FNV-1a does
// one by one), then mixed by the finaliser of splitmix64.
constexpr WordId word_id(std::string_view folded) {
  std::uint64_t hash = 0xcbf29ce484222325ULL ^ folded.size();
  while (!folded.empty()) {
    std::size_t const taken = folded.size() < 8 ? folded.size() : 8;
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < taken; ++i) {
      letters |= static_cast<std::uint64_t>(static_cast<unsigned char>(folded[i])) << (8 * i);
    }
    hash = (hash ^ letters) * 0x9e3779b97f4a7c15ULL;
    hash ^= hash >> 32;
    folded.remove_prefix(taken);
  }
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return {hash ^ (hash >> 31)};
}

// The id of a word together with which of its first 64 letters are capitals (bit 0 = first letter).
// Without capitals it is the word's own id.
constexpr WordId cased_id(WordId word, std::uint64_t capitals) {
  return {word.value ^ (capitals * 0x9e3779b97f4a7c15ULL)};
}

}  // namespace curveball::text
