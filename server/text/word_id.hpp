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

// Feeds a word letter by letter. FNV-1a 64 with the splitmix64 finaliser.
class WordHash {
 public:
  constexpr void add(char c) {
    state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  constexpr WordId id() const {
    std::uint64_t hash = (state_ ^ (state_ >> 30)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
    return {hash ^ (hash >> 31)};
  }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

// The id of a word that is folded already.
constexpr WordId word_id(std::string_view folded) {
  WordHash hash;
  for (char const c : folded) hash.add(c);
  return hash.id();
}

// The id of a word together with which of its first 64 letters are capitals (bit 0 = first letter).
// Without capitals it is the word's own id.
constexpr WordId cased_id(WordId word, std::uint64_t capitals) {
  return {word.value ^ (capitals * 0x9e3779b97f4a7c15ULL)};
}

}  // namespace curveball::text
