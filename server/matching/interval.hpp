// Stretches of tokens that a pattern's parts match, and how they are joined. Private to the room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "matching/pattern_set.hpp"

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

// The words behind intervals: leaves are words, the others join two.
class EvidencePool {
 public:
  std::uint32_t leaf(ByteSpan span, MatchKind kind) {
    nodes_.push_back({none, none, {span, kind}});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  std::uint32_t join(std::uint32_t left, std::uint32_t right) {
    nodes_.push_back({left, right, {}});
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }
  // All words below a node, by place.
  std::vector<Evidence> words_of(std::uint32_t node) const {
    std::vector<Evidence> words;
    collect(node, words);
    std::sort(words.begin(), words.end(),
              [](Evidence const& a, Evidence const& b) { return a.span < b.span; });
    return words;
  }
  std::size_t size() const { return nodes_.size(); }
  void shrink(std::size_t size) { nodes_.resize(size); }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  struct Node {
    std::uint32_t left = none;
    std::uint32_t right = none;
    Evidence word;
  };
  void collect(std::uint32_t node, std::vector<Evidence>& words) const {
    for (; nodes_[node].left != none; node = nodes_[node].left) collect(nodes_[node].right, words);
    words.push_back(nodes_[node].word);
  }

  std::vector<Node> nodes_;
};

}  // namespace curveball::matching
