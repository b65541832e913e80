#include <algorithm>
#include <utility>

#include "matching/compiler.hpp"

namespace curveball::matching {

Compiler::StepId Compiler::compile(Pattern const& pattern) {
  nodes_ = &pattern.nodes();
  return affirmed(static_cast<std::uint32_t>(nodes_->size() - 1));
}

Compiler::StepId Compiler::add_step(Step step, std::vector<StepId> const& children) {
  step.first_child = static_cast<std::uint32_t>(program_.children.size());
  step.child_count = static_cast<std::uint32_t>(children.size());
  program_.children.insert(program_.children.end(), children.begin(), children.end());
  program_.steps.push_back(step);
  return static_cast<StepId>(program_.steps.size() - 1);
}

Compiler::StepId Compiler::any_of(std::vector<StepId> const& children) {
  return children.size() == 1 ? children.front() : add_step({.op = Op::any_of}, children);
}

bool Compiler::has_polarity(std::uint32_t id) const {
  Node const& node = (*nodes_)[id];
  if (node.kind == NodeKind::negated || node.kind == NodeKind::either) return true;
  // What follows unless counts whatever its polarity, so it does not turn the default off.
  std::size_t const judged = node.kind == NodeKind::unless ? 1 : node.children.size();
  return std::any_of(node.children.begin(),
                     node.children.begin() + static_cast<std::ptrdiff_t>(judged),
                     [this](std::uint32_t child) { return has_polarity(child); });
}

// The largest trees without not() and any() are taken only where they are affirmed.
Compiler::StepId Compiler::affirmed(std::uint32_t id) {
  if (!has_polarity(id)) return filter(Op::affirmed, plain(id));
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
  text::Reading const reading = text::read(node.text, cache_);
  if (reading.tokens.empty()) {
    fail(node.offset, "there is no word in '" + node.text + "'");
    return 0;
  }
  std::optional<StepId> const whole = compound_step(node, reading);
  if (whole && node.kind == NodeKind::exact) return *whole;
  std::vector<StepId> parts;
  for (text::Token const& token : reading.tokens) {
    parts.push_back(token_step(node, reading, token));
  }
  StepId const phrase = parts.size() == 1 ? parts.front() : add_step({.op = Op::ordered}, parts);
  return whole ? any_of({phrase, *whole}) : phrase;
}

Compiler::StepId Compiler::token_step(Node const& node, text::Reading const& reading,
                                      text::Token const& token) {
  Atom atom{.id = token.stem, .word = token.word, .function_word = token.function_word};
  bool const last = &token == &reading.tokens.back();
  if (node.kind == NodeKind::prefix && last) {
    atom.kind = AtomKind::prefix;
    atom.id = {};
    atom.letters = reading.folded_of(token);
    if (atom.letters.size() < 2) fail(node.offset, "two letters must stand directly before *");
  } else if (node.kind == NodeKind::exact) {
    bool const cased = token.cased != token.word;
    atom.kind = cased ? AtomKind::cased : AtomKind::word;
    atom.id = cased ? token.cased : token.word;
  }
  return atom_step(std::move(atom));
}

// The word written in one: nothing when it has just one part.
std::optional<Compiler::StepId> Compiler::compound_step(Node const& node,
                                                        text::Reading const& reading) {
  if (reading.compounds.size() != 1) return {};
  text::Compound const& compound = reading.compounds.front();
  if (compound.first != 0 || compound.last + 1 != reading.tokens.size()) return {};
  Atom atom{.id = compound.stem, .word = compound.word};
  if (node.kind == NodeKind::prefix) {
    atom.kind = AtomKind::prefix;
    atom.id = {};
    atom.letters = reading.joined_of(compound);
  } else if (node.kind == NodeKind::exact) {
    bool const cased = compound.cased != compound.word;
    atom.kind = cased ? AtomKind::cased : AtomKind::word;
    atom.id = cased ? compound.cased : compound.word;
  }
  return atom_step(std::move(atom));
}

Compiler::StepId Compiler::atom_step(Atom atom) {
  return add_step({.op = Op::atom, .atom = intern(std::move(atom))}, {});
}

std::uint32_t Compiler::intern(Atom atom) {
  std::uint64_t const id =
      atom.kind == AtomKind::form ? static_cast<std::uint64_t>(atom.form) : atom.id.value;
  auto const [place, fresh] = interned_.try_emplace(
      {atom.kind, id, atom.letters, atom.word}, static_cast<std::uint32_t>(program_.atoms.size()));
  if (fresh) program_.atoms.push_back(std::move(atom));
  return place->second;
}

}  // namespace curveball::matching
