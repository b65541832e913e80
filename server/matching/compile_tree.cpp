#include <algorithm>
#include <array>
#include <utility>

#include "matching/compiler.hpp"

namespace curveball::matching {

Compiler::StepId Compiler::compile(Pattern const& pattern) {
  nodes_ = &pattern.nodes();
  find_polarity();
  return affirmed(static_cast<std::uint32_t>(nodes_->size() - 1));
}

Compiler::StepId Compiler::add_step(Step step, std::span<StepId const> children) {
  step.first_child = static_cast<std::uint32_t>(program_.children.size());
  step.child_count = static_cast<std::uint32_t>(children.size());
  program_.children.insert(program_.children.end(), children.begin(), children.end());
  program_.steps.push_back(step);
  return static_cast<StepId>(program_.steps.size() - 1);
}

Compiler::StepId Compiler::any_of(std::span<StepId const> children) {
  return children.size() == 1 ? children.front() : add_step({.op = Op::any_of}, children);
}

void Compiler::find_polarity() {
  has_polarity_.assign(nodes_->size(), false);
  for (std::size_t id = 0; id < nodes_->size(); ++id) {
    Node const& node = (*nodes_)[id];
    bool found = node.kind == NodeKind::negated || node.kind == NodeKind::either;
    // What follows unless counts whatever its polarity, so it does not turn the default off.
    std::size_t const judged = node.kind == NodeKind::unless ? 1 : node.children.size();
    for (std::size_t i = 0; i < judged; ++i) found = found || has_polarity_[node.children[i]];
    has_polarity_[id] = found;
  }
}

// The largest trees without not() and any() are taken only where they are affirmed.
Compiler::StepId Compiler::affirmed(std::uint32_t id) {
  if (!has_polarity_[id]) return filter(Op::affirmed, plain(id));
  Node const& node = (*nodes_)[id];
  if (node.kind == NodeKind::negated || node.kind == NodeKind::either) return plain(id);
  std::vector<StepId> children;
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    bool const excluded = node.kind == NodeKind::unless && i == 1;
    children.push_back(excluded ? plain(node.children[i]) : affirmed(node.children[i]));
  }
  return combine(node, children);
}

std::vector<Compiler::StepId> Compiler::plain_children(Node const& node) {
  std::vector<StepId> children;
  for (std::uint32_t const child : node.children) children.push_back(plain(child));
  return children;
}

Compiler::StepId Compiler::plain(std::uint32_t id) {
  Node const& node = (*nodes_)[id];
  if (node.kind == NodeKind::lexicon) return compile_lexicon(node);
  if (node.children.empty()) return compile_word(node);
  return combine(node, plain_children(node));
}

Compiler::StepId Compiler::combine(Node const& node, std::vector<StepId> const& children) {
  switch (node.kind) {
    case NodeKind::any_of:
      return any_of(children);
    case NodeKind::ordered:
      return add_step({.op = Op::ordered, .scope = node.scope}, children);
    case NodeKind::nearby:
      return add_step({.op = Op::nearby, .scope = node.scope}, children);
    case NodeKind::before:
      return add_step({.op = Op::ordered, .scope = {.kind = ScopeKind::document}}, children);
    case NodeKind::unless:
      return add_step({.op = Op::unless, .scope = node.scope}, children);
    case NodeKind::negated:
      return filter(Op::negated, children.front());
    case NodeKind::firm:
      return filter(Op::firm, children.front());
    case NodeKind::weighted:
      return add_step({.op = Op::weighted, .strength = node.strength}, children);
    default:
      return children.front();  // any(): as it is.
  }
}

Compiler::StepId Compiler::compile_lexicon(Node const& node) {
  std::uint32_t const number = resolve(node);
  return add_step({.op = Op::lexicon, .atom = number}, {});
}

// --- Words --------------------------------------------------------------------------------------

// A word with several parts matches them as a phrase or written as one: "roll-out" also finds
// "roll out" and "rollout"; =roll-out only itself.
Compiler::StepId Compiler::compile_word(Node const& node) {
  ReadWord const word = words_.read(node);
  check_word(node, word);
  if (error_) return 0;
  bool const has_whole = word.whole != ReadWord::none;
  StepId const whole = has_whole ? atom_step(word.whole) : no_step;
  if (word.part_count == 0) return whole;
  auto const atoms = words_.parts_of(word);
  if (atoms.size() == 1 && !has_whole) return atom_step(atoms.front());
  std::vector<StepId> parts;
  for (auto const atom : atoms) parts.push_back(atom_step(atom));
  StepId const phrase = parts.size() == 1 ? parts.front() : add_step({.op = Op::ordered}, parts);
  return has_whole ? any_of(std::array{phrase, whole}) : phrase;
}

// One step for all places of the atom.
Compiler::StepId Compiler::atom_step(std::uint32_t number) {
  if (number >= atom_steps_.size()) atom_steps_.resize(words_.size(), no_step);
  auto& step = atom_steps_[number];
  if (step == no_step) {
    program_.atoms.push_back(words_.at(number));
    step = add_step({.op = Op::atom, .atom = static_cast<std::uint32_t>(program_.atoms.size() - 1)},
                    {});
  }
  return step;
}

}  // namespace curveball::matching
