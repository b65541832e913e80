// Turns the trees of a PatternSetBuilder into a Program. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "matching/pattern_set.hpp"
#include "matching/program.hpp"
#include "text/word_cache.hpp"

namespace curveball::matching {

// Lives for one build.
class Compiler {
 public:
  explicit Compiler(PatternSetBuilder const& builder) : builder_(builder) {}
  Result<PatternSet, BuildError> run();

 private:
  using StepId = std::uint32_t;
  using Atoms = std::vector<std::uint32_t>;

  // --- Names ---
  bool define_lexicons();
  bool check_lexicon(std::size_t number);
  std::uint32_t define_builtin(std::string_view name);
  std::uint32_t resolve(Node const& node);
  bool fail(std::size_t offset, std::string message);

  // --- Trees ---
  StepId compile(Pattern const& pattern);
  StepId plain(std::uint32_t node);
  StepId affirmed(std::uint32_t node);
  std::vector<StepId> plain_children(Node const& node);
  StepId combine(Node const& node, std::vector<StepId> const& children);
  bool has_polarity(std::uint32_t node) const;
  StepId compile_lexicon(Node const& node);
  StepId add_step(Step step, std::vector<StepId> const& children);
  StepId filter(Op op, StepId child) { return add_step({.op = op}, {child}); }
  StepId any_of(std::vector<StepId> const& children);

  // --- Words ---
  StepId compile_word(Node const& node);
  StepId token_step(Node const& node, text::Reading const& reading, text::Token const& token);
  std::optional<StepId> compound_step(Node const& node, text::Reading const& reading);
  StepId atom_step(Atom atom);
  std::uint32_t intern(Atom atom);

  // --- Tables ---
  void index_rules();
  Atoms wake_up(StepId step);
  Atoms const& wake_up_of_lexicon(std::uint32_t lexicon);
  bool is_better(Atoms const& candidate, Atoms const& best) const;

  PatternSetBuilder const& builder_;
  text::WordCache cache_;
  Program program_;
  std::vector<Node> const* nodes_ = nullptr;  // Of the pattern at work.
  std::map<std::string, std::uint32_t, std::less<>> lexicons_;
  std::map<std::tuple<AtomKind, std::uint64_t, std::string, text::WordId>, std::uint32_t> interned_;
  std::map<std::uint32_t, Atoms> lexicon_wake_ups_;
  std::optional<BuildError> error_;
  BuildError where_;
};

}  // namespace curveball::matching
