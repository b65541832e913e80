// What a PatternSet holds. Private to the room.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
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
  form,    // A number of one form.
  synonym  // Of no atom: the stem of a word that an author calls alike.
};

// One distinct word of all patterns.
struct Atom {
  AtomKind kind = AtomKind::stem;
  text::WordId id;      // Of stem, word, cased.
  text::WordId word;    // As the patterns write it; equal to it is an exact match. None of form.
  std::string letters;  // Of prefix; of stem the word as the pattern writes it.
  text::NumberForm form = text::NumberForm::none;
  bool function_word = false;
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

struct Program {
  std::vector<Atom> atoms;
  std::vector<text::WordId> own_stems;  // Of all words of the patterns, in order.
  // The stem of a synonym and the atom that it stands for, in order.
  std::vector<std::pair<text::WordId, std::uint32_t>> synonyms;
  std::vector<Step> steps;
  std::vector<std::uint32_t> children;
  std::vector<std::uint32_t> lexicon_roots;  // Steps.
  std::vector<Rule> rules;                   // By key, then number.
  // A rule can hit only where one of its wake-up atoms occurs. Those of atom a are
  // woken[wake_begin[a] .. wake_begin[a + 1]], indices into rules.
  std::vector<std::uint32_t> woken;
  std::vector<std::uint32_t> wake_begin;
};

}  // namespace curveball::matching
