// What the words of patterns are compared by. Private to the room; lives for one build.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "matching/pattern.hpp"
#include "matching/program.hpp"
#include "text/word_cache.hpp"

namespace curveball::matching {

// What a word, prefix or exact form stands for: its parts in a row or, when there is a `whole`,
// that as well. Atoms are named by their number in PatternWords.
struct ReadWord {
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::uint32_t first_part = 0;
  std::uint32_t part_count = 0;
  std::uint32_t whole = none;  // Of "roll-out": "rollout".
  bool prefix_too_short = false;
};

// Reads each word once, however often the patterns use it.
class PatternWords {
 public:
  // The node is a word, prefix or exact form.
  ReadWord read(Node const& node);
  // The stem of a word; nothing of what is not one word.
  std::optional<text::WordId> stem_of(std::string_view word);
  // A number of that form.
  std::uint32_t number_of(text::NumberForm form);

  std::span<std::uint32_t const> parts_of(ReadWord const& word) const {
    return std::span(parts_).subspan(word.first_part, word.part_count);
  }
  Atom const& at(std::uint32_t number) const { return atoms_[number]; }
  std::size_t size() const { return atoms_.size(); }

 private:
  ReadWord work_out(Node const& node);
  std::uint32_t add(Atom atom);

  text::WordCache cache_;
  std::unordered_map<std::uint64_t, ReadWord> words_;  // By kind and letters; only looked up.
  std::vector<std::uint32_t> parts_;
  std::vector<Atom> atoms_;
  std::map<std::tuple<AtomKind, std::uint64_t, std::string, text::WordId>, std::uint32_t> numbers_;
};

}  // namespace curveball::matching
