// Stretches of tokens that a pattern's parts match, and how they are joined. Private to the room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "matching/pattern_set.hpp"
#include "matching/program.hpp"

namespace curveball::matching {

// Tokens [begin, end], both included.
struct Interval {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t evidence = 0;  // In EvidencePool.
  std::uint32_t content = 0;   // The last token of content; the last token when there is none.
  std::uint16_t strength = 1000;
  std::uint16_t branch = 0;    // Of which alternative it is.
  std::uint16_t negators = 0;  // Negations among its words.
  bool has_content = false;

  std::uint32_t width() const { return end - begin + 1; }
  bool overlaps(Interval const& other) const { return begin <= other.end && other.begin <= end; }
};

// A part of IntervalPool.
struct Slice {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

// The words behind intervals. A word has a number without being stored; what joins two has a node.
class EvidencePool {
 public:
  EvidencePool(Program const& program, text::Reading const& reading)
      : program_(program),
        reading_(reading),
        words_(kinds *
               static_cast<std::uint32_t>(reading.tokens.size() + reading.compounds.size())) {}

  // The number of a word: of a token its index, of a compound its own behind all tokens.
  std::uint32_t word(std::uint32_t source, MatchKind kind) const {
    return source * kinds + static_cast<std::uint32_t>(kind);
  }
  // The number of a word that was taken for that of an atom.
  std::uint32_t word(std::uint32_t source, MatchKind kind, std::uint32_t atom) {
    return join(word(source, kind), taken_for | atom);
  }
  bool is_word(std::uint32_t number) const {
    return number < words_ || (joined_[number - words_].right & taken_for) != 0;
  }
  std::uint32_t source_of(std::uint32_t word) const { return plain(word) / kinds; }
  MatchKind kind_of(std::uint32_t word) const {
    return static_cast<MatchKind>(plain(word) % kinds);
  }
  std::uint32_t join(std::uint32_t left, std::uint32_t right) {
    joined_.push_back({left, right});
    return words_ + static_cast<std::uint32_t>(joined_.size() - 1);
  }
  // All words below a number that word or join gave, by place.
  std::vector<Evidence> words_of(std::uint32_t number) const {
    std::vector<Evidence> words;
    collect(number, words);
    std::sort(words.begin(), words.end(),
              [](Evidence const& a, Evidence const& b) { return a.span < b.span; });
    return words;
  }
  // Whether the token is among the words below a number.
  bool holds(std::uint32_t number, std::uint32_t token) const {
    for (; !is_word(number); number = joined_[number - words_].left) {
      if (holds(joined_[number - words_].right, token)) return true;
    }
    return source_of(number) == token;
  }
  std::size_t size() const { return joined_.size(); }
  void shrink(std::size_t size) { joined_.resize(size); }

 private:
  static constexpr std::uint32_t kinds = 4;                // Of MatchKind.
  static constexpr std::uint32_t taken_for = 0x8000'0000;  // Marks an atom in Joined::right.
  struct Joined {
    std::uint32_t left = 0;
    std::uint32_t right = 0;
  };
  std::uint32_t plain(std::uint32_t word) const {
    return word < words_ ? word : joined_[word - words_].left;
  }
  void collect(std::uint32_t number, std::vector<Evidence>& words) const {
    for (; !is_word(number); number = joined_[number - words_].left) {
      collect(joined_[number - words_].right, words);
    }
    std::size_t const source = source_of(number);
    std::size_t const tokens = reading_.tokens.size();
    Evidence word{.span = source < tokens ? reading_.tokens[source].span
                                          : reading_.compounds[source - tokens].span,
                  .kind = kind_of(number),
                  .read_as = {}};
    if (number >= words_) {
      word.read_as = program_.atoms[joined_[number - words_].right & ~taken_for].letters;
    }
    words.push_back(std::move(word));
  }

  Program const& program_;
  text::Reading const& reading_;
  std::uint32_t words_;  // Numbers below it are words.
  std::vector<Joined> joined_;
};

}  // namespace curveball::matching
