// A set of words, or of runs of words, that answers are compared with. Pure. Built once, then read
// by any thread.
#pragma once

#include <cstddef>
#include <vector>

#include "text/word_id.hpp"

namespace curveball::text {

// Open addressing, at most half full. The order in which words are added changes nothing.
class WordSet {
 public:
  void add(WordId word);
  bool contains(WordId word) const { return !slots_.empty() && slots_[place_of(word)] == word; }
  std::size_t size() const { return count_; }

 private:
  // Where the word is, or the free slot where it would be.
  std::size_t place_of(WordId word) const {
    std::size_t const mask = slots_.size() - 1;
    std::size_t at = word.value & mask;
    while (slots_[at] != WordId{} && slots_[at] != word) at = (at + 1) & mask;
    return at;
  }
  void grow();

  std::size_t count_ = 0;
  std::vector<WordId> slots_;  // A power of two or none; WordId{} is free.
};

}  // namespace curveball::text
