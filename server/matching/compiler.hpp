// Turns the trees of a PatternSetBuilder into a Program. Private to the room.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matching/pattern_set.hpp"
#include "matching/pattern_words.hpp"
#include "matching/program.hpp"

namespace curveball::matching {

// Lives for one build.
class Compiler {
 public:
  explicit Compiler(PatternSetBuilder const& builder) : builder_(builder) {}
  Result<PatternSet, BuildError> run();
  // The error that run() would give.
  std::optional<BuildError> check();

 private:
  using StepId = std::uint32_t;
  using Atoms = std::vector<std::uint32_t>;
  static constexpr StepId no_step = 0xFFFFFFFF;

  // --- Names ---
  bool define_lexicons();
  bool check_lexicon(std::size_t number);
  std::uint32_t define_builtin(std::string_view name);
  std::uint32_t resolve(Node const& node);
  void enter(std::size_t entry);
  void check_node(Node const& node);
  void check_word(Node const& node, ReadWord const& word);
  bool fail(std::size_t offset, std::string message);

  // --- Trees ---
  StepId compile(Pattern const& pattern);
  StepId plain(std::uint32_t node);
  StepId affirmed(std::uint32_t node);
  std::vector<StepId> plain_children(Node const& node);
  StepId combine(Node const& node, std::vector<StepId> const& children);
  void find_polarity();
  StepId compile_lexicon(Node const& node);
  StepId add_step(Step step, std::span<StepId const> children);
  StepId filter(Op op, StepId child) { return add_step({.op = op}, {&child, 1}); }
  StepId any_of(std::span<StepId const> children);

  // --- Words ---
  StepId compile_word(Node const& node);
  StepId atom_step(std::uint32_t number);

  // --- Tables ---
  void index_rules();
  void index_stems();
  void index_synonyms();
  std::vector<text::WordId> stems_of(std::vector<std::string> const& words);
  Atoms wake_up(StepId step);
  Atoms wake_up_of_any(Step const& step);
  Atoms const& wake_up_of_lexicon(std::uint32_t lexicon);
  bool is_better(Atoms const& candidate, Atoms const& best) const;

  PatternSetBuilder const& builder_;
  PatternWords words_;
  std::vector<StepId> atom_steps_;  // By the number of the atom in words_; or no_step.
  Program program_;
  std::vector<Node> const* nodes_ = nullptr;  // Of the pattern at work.
  std::vector<bool> has_polarity_;            // By node of it: whether not() or any() is inside.
  std::map<std::string, std::uint32_t, std::less<>> lexicons_;
  std::map<std::uint32_t, Atoms> lexicon_wake_ups_;
  std::optional<BuildError> error_;
  BuildError where_;
};

}  // namespace curveball::matching
