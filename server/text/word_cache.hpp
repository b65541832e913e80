// What a reader remembers about words it has met. Owned by one thread; shared by all its readings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "base/limits.hpp"
#include "text/vocabulary.hpp"
#include "text/word_id.hpp"

struct sb_stemmer;

namespace curveball::text {

// All that reading knows about a folded word by itself.
struct WordFacts {
  WordId word;
  WordId stem;  // Snowball English (Porter 2); of words beyond limits::word_bytes the word itself.
  Cue cue = Cue::none;
  bool function_word = false;
  bool fused_not = false;  // See base_of_fused_not.
  bool unknown = false;    // See is_dictionary_word; only of words that may be a slip.
};

// Bounded: after `capacity` different words it forgets all and starts over; a word longer than
// WordKey::whole_bytes it works out anew. It never changes a result, only the time it takes.
class WordCache {
 public:
  explicit WordCache(std::size_t capacity = limits::cached_words);

  // The facts of a folded word.
  WordFacts facts(std::string_view folded);

  // Words remembered at present; at most the capacity.
  std::size_t size() const { return count_; }

 private:
  struct Entry {
    WordKey key;
    std::uint8_t bytes = 0;  // 0: free.
    WordFacts facts;
  };
  struct StemmerEnd {
    void operator()(sb_stemmer* stemmer) const;
  };

  Entry& slot(Entry const& wanted);
  void remember(Entry const& entry);
  void grow();
  void forget();
  void work_out(std::string_view folded, WordFacts& facts);

  std::unique_ptr<sb_stemmer, StemmerEnd> stemmer_;
  std::size_t capacity_;
  std::size_t count_ = 0;
  std::vector<Entry> table_;  // Open addressing; a power of two, at most half full.
};

}  // namespace curveball::text
