// Patterns compiled to be looked for all at once. Pure. A PatternSet never changes: every thread
// may use it at the same time, and sessions share it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/span.hpp"
#include "matching/pattern.hpp"
#include "text/reading.hpp"

namespace curveball::matching {

// How a word of the answer equalled a word of the pattern, best first.
enum class MatchKind : std::uint8_t { exact, stem, synonym, typo };

struct Evidence {
  ByteSpan span;
  MatchKind kind = MatchKind::exact;
  std::string read_as;  // Of synonym and typo: the word of the pattern that it was taken for.
  friend bool operator==(Evidence const&, Evidence const&) = default;
};

// The best place of a text for one key.
struct Hit {
  std::uint32_t key = 0;
  std::uint32_t pattern = 0;       // The number that PatternSetBuilder::add gave.
  std::uint16_t strength = 0;      // Per mille, 1 to 1000.
  std::uint32_t sentence = 0;      // Of the first word; index into Reading::sentences.
  bool hedged = false;             // "maybe", "I guess" reach its last content word.
  bool conditional = false;        // "would", "could" reach its last content word.
  std::vector<Evidence> evidence;  // The words of the pattern that were found, by place.
  friend bool operator==(Hit const&, Hit const&) = default;
};

// Some of a set's keys.
class KeySet {
 public:
  void add(std::uint32_t key);
  bool contains(std::uint32_t key) const {
    return key / 64 < bits_.size() && ((bits_[key / 64] >> (key % 64)) & 1U) != 0;
  }

 private:
  std::vector<std::uint64_t> bits_;
};

struct Program;
struct Selection;

class PatternSet {
 public:
  // Without patterns; finds nothing.
  PatternSet();
  // All patterns of the program.
  explicit PatternSet(std::shared_ptr<Program const> program);

  // The patterns of these keys alone. Shares the program; made once, it costs nothing to look for
  // fewer keys.
  PatternSet only(KeySet const& keys) const;

  Program const& program() const { return *program_; }
  Selection const& selection() const { return *selection_; }

 private:
  std::shared_ptr<Program const> program_;
  std::shared_ptr<Selection const> selection_;
};

struct BuildError {
  std::string lexicon;        // Whose definition is wrong; empty: that of a pattern.
  std::uint32_t key = 0;      // The pattern's key and number;
  std::uint32_t pattern = 0;  // of a lexicon the number of the entry.
  PatternError error;
};

class PatternSetBuilder {
 public:
  // Adds a word list: @name matches what any of the entries matches. An entry may use built-in
  // lists and lists defined before. At most limits::lexicons with limits::lexicon_patterns each.
  void lexicon(std::string name, std::vector<Pattern> entries);

  // Words that an author calls alike: where a pattern has one of them in any form, the others hit
  // too, at a strength of 0.9. Words of more than one token stand for nothing. At most
  // limits::synonym_groups with limits::synonyms_per_group each.
  void synonyms(std::vector<std::string> words);

  // Adds one more pattern for a key and returns its number: 0, 1, 2, ...
  std::uint32_t add(std::uint32_t key, Pattern pattern);

  // The set of all patterns added, or the first error: a name that no list has, a list that is
  // defined twice or has the name of a built-in one, a limit.
  Result<PatternSet, BuildError> build() const;
  // The error that build() would give, for a fraction of its time; nothing when there is none.
  std::optional<BuildError> check() const;

 private:
  friend class Compiler;
  struct Lexicon {
    std::string name;
    std::vector<Pattern> entries;
  };
  struct Entry {
    std::uint32_t key;
    Pattern pattern;
  };
  std::vector<Lexicon> lexicons_;
  std::vector<std::vector<std::string>> synonyms_;
  std::vector<Entry> entries_;
};

// One stretch of a text that a pattern of the key matches: tokens [begin, end], both included.
struct Place {
  std::uint32_t key = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// What a search may be told beside what it looks for.
struct Search {
  // One for each token of the reading; empty: none. Tokens that are not 0 are passed over, as if
  // they were words that no pattern has.
  std::span<std::uint8_t const> excluded{};
  // Not null: every place of every key is added, rule by rule, whether it is the best or not.
  std::vector<Place>* places = nullptr;
};

// Names of the built-in word lists, without @, in alphabetical order.
std::span<std::string_view const> builtin_lexicons();

// For each key of the set the best hit of its patterns (strongest, then leftmost, then shortest,
// then first added), ordered by key. Semantics: docs/MATCHING.md. The same input gives the same
// hits everywhere.
std::vector<Hit> find(PatternSet const& set, text::Reading const& reading,
                      Search const& search = {});

}  // namespace curveball::matching
