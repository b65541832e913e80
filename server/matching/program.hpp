// What a PatternSet holds. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "matching/pattern.hpp"
#include "matching/pattern_set.hpp"
#include "text/reading.hpp"
#include "text/word_id.hpp"

namespace curveball::matching {

// How a word of an answer is compared with a word of a pattern.
enum class AtomKind : std::uint8_t {
  stem,
  word,    // Folded word equal.
  cased,   // Word and capitals equal.
  prefix,  // Folded word begins so.
  form     // A number of one form.
};

// One distinct word of all patterns.
struct Atom {
  AtomKind kind = AtomKind::stem;
  text::WordId id;      // Of stem, word, cased.
  std::string letters;  // Of prefix.
  text::NumberForm form = text::NumberForm::none;
  bool function_word = false;
};

// How the patterns write an atom. Apart from it, because reading an answer needs just this.
struct Spelling {
  text::WordId word;                 // Equal to it is an exact match. None of form.
  std::uint32_t alike = 0xFFFFFFFF;  // The next atom of the same kind and id with another word.
};

enum class Op : std::uint8_t {
  atom,
  any_of,
  ordered,
  nearby,
  unless,
  affirmed,  // Keeps what is not negated,
  negated,   // what is,
  firm,      // what is neither hedged nor conditional.
  weighted,
  lexicon  // Another tree, worked out once for each text.
};

struct Step {
  Op op = Op::atom;
  std::uint32_t atom = 0;         // Of atom; of lexicon its number.
  std::uint32_t first_child = 0;  // In Program::children.
  std::uint32_t child_count = 0;
  Scope scope;
  std::uint16_t strength = 1000;
};

struct Rule {
  std::uint32_t key = 0;
  std::uint32_t number = 0;
  std::uint32_t root = 0;  // In Program::steps.
};

// Looks words up by id: open addressing, a power of two, at most half full.
class AtomTable {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  // The first atom with this kind and id, or none.
  std::uint32_t find(AtomKind kind, text::WordId id) const {
    std::uint64_t const key = key_of(kind, id);
    for (std::size_t at = key & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].atom == none || slots_[at].key == key) return slots_[at].atom;
    }
  }
  // Adds the first atom of its kind and id.
  void add(AtomKind kind, text::WordId id, std::uint32_t atom);

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t atom = none;
  };
  static std::uint64_t key_of(AtomKind kind, text::WordId id) {
    return id.value + static_cast<std::uint64_t>(kind) * 0x9e3779b97f4a7c15ULL;
  }
  void put(Slot slot);

  std::size_t count_ = 0;
  std::size_t mask_ = 15;
  std::vector<Slot> slots_ = std::vector<Slot>(16);
};

struct Program {
  std::vector<Atom> atoms;
  std::vector<Spelling> spellings;  // By atom.
  AtomTable table;
  bool has_words = false;  // Whether an atom of that kind exists at all.
  bool has_cased = false;
  std::array<std::uint32_t, 6> form_atoms{AtomTable::none, AtomTable::none, AtomTable::none,
                                          AtomTable::none, AtomTable::none, AtomTable::none};
  // Prefix atoms by a hash of their first two bytes: bucket b is
  // prefixes[prefix_buckets[b] .. prefix_buckets[b + 1]].
  static constexpr std::size_t bucket_count = 512;
  std::vector<std::uint32_t> prefixes;
  std::vector<std::uint32_t> prefix_buckets;

  std::vector<Step> steps;
  std::vector<std::uint32_t> children;
  std::vector<std::uint32_t> lexicon_roots;  // Steps.
  std::vector<Rule> rules;                   // By key, then number.
  // A rule can hit only where one of its wake-up atoms occurs. Those of atom a are
  // woken[wake_begin[a] .. wake_begin[a + 1]], indices into rules.
  std::vector<std::uint32_t> woken;
  std::vector<std::uint32_t> wake_begin;

  static std::size_t bucket_of(char first, char second) {
    return (static_cast<unsigned char>(first) * 31U + static_cast<unsigned char>(second)) %
           bucket_count;
  }
};

// The part of a Program that a search looks at.
struct Selection {
  std::vector<std::uint64_t> rules;  // A bit for each that is looked for.
  std::vector<std::uint32_t> slots;  // By atom: its number among those of the rules, or none.
  std::uint32_t slot_count = 0;
};

// The rules of some keys, or all when there is no set, and the atoms that they are made of.
Selection select(Program const& program, KeySet const* keys);

}  // namespace curveball::matching
