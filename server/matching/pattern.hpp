// A pattern as its author wrote it: the syntax of docs/MATCHING.md as a tree. Pure; a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace curveball::matching {

enum class NodeKind : std::uint8_t {
  word,     // conflict, C++, roll-out
  prefix,   // prioriti*
  exact,    // =Kafka
  lexicon,  // @team
  any_of,   // a | b
  ordered,  // [a b], [a b]~3, a b
  nearby,   // {a b}~8
  before,   // a >> b
  unless,   // a unless~5 b: two children
  negated,  // not(a)
  either,   // any(a)
  firm,     // firm(a)
  weighted  // a ^0.6
};

enum class ScopeKind : std::uint8_t { words, sentence, document };

// How far apart parts may stand.
struct Scope {
  ScopeKind kind = ScopeKind::words;
  std::uint16_t words = 0;  // Extra words in all; only with ScopeKind::words.
  friend bool operator==(Scope const&, Scope const&) = default;
};

struct Node {
  NodeKind kind = NodeKind::word;
  std::string text;                     // Of word, prefix, exact, lexicon: without = * @.
  std::vector<std::uint32_t> children;  // Indices into Pattern::nodes().
  Scope scope;                          // Of ordered, nearby, unless.
  std::uint16_t strength = 1000;        // Of weighted, per mille, 1 to 1000.
  std::uint32_t offset = 0;             // Where it begins in the source; no part of its identity.
};

// Equal when they mean the same tree; where its parts stood in the source does not count.
bool operator==(Node const& a, Node const& b);

class Pattern {
 public:
  // `nodes`: children before parents, the last one is the root. Use parse().
  explicit Pattern(std::vector<Node> nodes);

  std::vector<Node> const& nodes() const { return nodes_; }
  Node const& root() const { return nodes_.back(); }
  friend bool operator==(Pattern const&, Pattern const&) = default;

 private:
  std::vector<Node> nodes_;
};

struct PatternError {
  std::size_t offset = 0;  // In bytes of the source, at most its size.
  std::string message;     // One line: what is wrong and what to write instead.
};

// The pattern that `source` (UTF-8) spells, or the first error in it. Limits: pattern_bytes,
// pattern_atoms (words, prefixes, exact forms and @names), pattern_depth (brackets).
Result<Pattern, PatternError> parse(std::string_view source);

// The one canonical spelling: parse(to_string(p)) == p.
std::string to_string(Pattern const& pattern);

// Words, prefixes and exact forms as written, in order of the source.
std::vector<std::string> words_of(Pattern const& pattern);

// Names behind @, in order of the source.
std::vector<std::string> lexicons_of(Pattern const& pattern);

}  // namespace curveball::matching
