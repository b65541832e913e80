// The part of a Program that a search looks at, laid out for the search alone. Private to the room.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "matching/pattern_set.hpp"
#include "matching/program.hpp"
#include "text/reading.hpp"
#include "text/word_id.hpp"

namespace curveball::matching {

// An atom that a search listens for. Its number among them is its slot.
struct Listened {
  text::WordId word;                 // As Atom::word.
  std::uint32_t alike = 0xFFFFFFFF;  // The next slot of the same kind and id with another word.
  std::uint32_t first_woken = 0;     // Rules that it wakes: Selection::woken
  std::uint32_t end_woken = 0;       // [first_woken, end_woken).
};

// Looks words up by id: open addressing, a power of two, at most half full.
class SlotTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // The first slot with this kind and id, or none.
  std::uint32_t find(AtomKind kind, text::WordId id) const {
    std::uint64_t const key = key_of(kind, id);
    for (std::size_t at = key & mask_;; at = (at + 1) & mask_) {
      if (entries_[at].slot == none || entries_[at].key == key) return entries_[at].slot;
    }
  }
  // Adds the first slot of its kind and id.
  void add(AtomKind kind, text::WordId id, std::uint32_t slot);

 private:
  struct Entry {
    std::uint64_t key = 0;
    std::uint32_t slot = none;
  };
  static std::uint64_t key_of(AtomKind kind, text::WordId id) {
    return id.value + static_cast<std::uint64_t>(kind) * 0x9e3779b97f4a7c15ULL;
  }
  void put(Entry entry);

  std::size_t count_ = 0;
  std::size_t mask_ = 15;
  std::vector<Entry> entries_ = std::vector<Entry>(16);
};

// Looks beginnings of words up by their first two bytes.
class PrefixTable {
 public:
  struct Prefix {
    std::string_view letters;
    std::uint32_t slot = 0;
  };

  PrefixTable() = default;
  // The letters must live as long as the table.
  explicit PrefixTable(std::vector<Prefix> prefixes);

  // Those that may begin a word of at least two bytes.
  std::span<Prefix const> candidates(std::string_view word) const {
    if (prefixes_.empty()) return {};
    std::size_t const bucket = bucket_of(word);
    return std::span(prefixes_).subspan(begin_[bucket], begin_[bucket + 1] - begin_[bucket]);
  }

 private:
  static constexpr std::size_t buckets = 128;
  static std::size_t bucket_of(std::string_view word) {
    return (static_cast<unsigned char>(word[0]) * 31U + static_cast<unsigned char>(word[1])) %
           buckets;
  }

  std::vector<Prefix> prefixes_;      // By bucket; those of b are
  std::vector<std::uint32_t> begin_;  // begin_[b] to begin_[b + 1].
};

// Words that a slip of the keyboard may stand for, by how many letters they have.
class SlipTable {
 public:
  static constexpr std::size_t shortest = 4;
  static constexpr std::size_t longest = 24;
  struct Word {
    std::uint32_t sketch = 0;  // See sketch_of.
    std::uint32_t atom = 0;
  };

  SlipTable() = default;
  // Those of the atoms that are such words.
  SlipTable(Program const& program, std::span<std::uint32_t const> atoms);

  // Those with so many letters, shortest to longest.
  std::span<Word const> with(std::size_t letters) const {
    return std::span(words_).subspan(begin_[letters], begin_[letters + 1] - begin_[letters]);
  }
  bool empty() const { return words_.empty(); }

 private:
  std::vector<Word> words_;                         // By number of letters; those with n are
  std::array<std::uint32_t, longest + 2> begin_{};  // begin_[n] to begin_[n + 1].
};

struct Selection {
  std::vector<std::uint32_t> slots;  // By atom of the program: its slot, or none.
  std::vector<Listened> words;       // By slot.
  std::vector<std::uint32_t> woken;  // Indices into Program::rules.
  SlotTable table;
  bool has_words = false;  // Whether an atom of that kind is among them.
  bool has_cased = false;
  std::array<std::uint32_t, 6> form_slots{SlotTable::none, SlotTable::none, SlotTable::none,
                                          SlotTable::none, SlotTable::none, SlotTable::none};
  PrefixTable prefixes;
  SlipTable slips;
};

// The rules of some keys, or all when there is no set, and the atoms that they are made of. Points
// into the program, which must outlive it.
Selection select(Program const& program, KeySet const* keys);

}  // namespace curveball::matching
