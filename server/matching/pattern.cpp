#include "matching/pattern.hpp"

#include <cassert>
#include <utility>

namespace curveball::matching {
namespace {

// How tightly an operator binds, loosest first.
enum class Binding : std::uint8_t { alternatives, weighted, chain, exclusion, item };

Binding binding_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::any_of:
      return Binding::alternatives;
    case NodeKind::weighted:
      return Binding::weighted;
    case NodeKind::before:
      return Binding::chain;
    case NodeKind::unless:
      return Binding::exclusion;
    default:
      return Binding::item;
  }
}

std::string spelled(Scope const& scope) {
  if (scope.kind == ScopeKind::sentence) return "~s";
  if (scope.kind == ScopeKind::document) return "~d";
  return "~" + std::to_string(scope.words);
}

std::string spelled_strength(std::uint16_t strength) {
  if (strength == 1000) return "1";
  std::string decimals = std::to_string(1000 + strength).substr(1);
  while (decimals.back() == '0') decimals.pop_back();
  return "0." + decimals;
}

class Writer {
 public:
  explicit Writer(Pattern const& pattern) : nodes_(pattern.nodes()) {}

  std::string write(Node const& node, Binding loosest) const {
    std::string const text = write_bare(node);
    return binding_of(node.kind) < loosest ? "(" + text + ")" : text;
  }

 private:
  std::string child(Node const& node, std::size_t index, Binding loosest) const {
    return write(nodes_[node.children[index]], loosest);
  }

  std::string join(Node const& node, std::string_view between, Binding loosest) const {
    std::string text;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i > 0) text += between;
      text += child(node, i, loosest);
    }
    return text;
  }

  std::string write_bare(Node const& node) const {
    switch (node.kind) {
      case NodeKind::word:
        return node.text;
      case NodeKind::prefix:
        return node.text + "*";
      case NodeKind::exact:
        return "=" + node.text;
      case NodeKind::lexicon:
        return "@" + node.text;
      case NodeKind::any_of:
        return join(node, " | ", Binding::weighted);
      case NodeKind::ordered:
        return "[" + join(node, " ", Binding::item) + "]" +
               (node.scope == Scope{} ? "" : spelled(node.scope));
      case NodeKind::nearby:
        return "{" + join(node, " ", Binding::item) + "}" + spelled(node.scope);
      case NodeKind::before:
        return join(node, " >> ", Binding::exclusion);
      case NodeKind::unless:
        return child(node, 0, Binding::exclusion) + " unless" + spelled(node.scope) + " " +
               child(node, 1, Binding::item);
      case NodeKind::negated:
        return "not(" + child(node, 0, Binding::alternatives) + ")";
      case NodeKind::either:
        return "any(" + child(node, 0, Binding::alternatives) + ")";
      case NodeKind::firm:
        return "firm(" + child(node, 0, Binding::alternatives) + ")";
      case NodeKind::weighted:
        return child(node, 0, Binding::chain) + " ^" + spelled_strength(node.strength);
    }
    return {};
  }

  std::vector<Node> const& nodes_;
};

template <class Wanted>
std::vector<std::string> texts_of(Pattern const& pattern, Wanted wanted) {
  std::vector<std::string> texts;
  for (Node const& node : pattern.nodes()) {
    if (wanted(node.kind)) texts.push_back(node.text);
  }
  return texts;
}

}  // namespace

bool operator==(Node const& a, Node const& b) {
  return a.kind == b.kind && a.text == b.text && a.children == b.children && a.scope == b.scope &&
         a.strength == b.strength;
}

Pattern::Pattern(std::vector<Node> nodes) : nodes_(std::move(nodes)) { assert(!nodes_.empty()); }

std::string to_string(Pattern const& pattern) {
  return Writer(pattern).write(pattern.root(), Binding::alternatives);
}

std::vector<std::string> words_of(Pattern const& pattern) {
  return texts_of(pattern, [](NodeKind kind) {
    return kind == NodeKind::word || kind == NodeKind::prefix || kind == NodeKind::exact;
  });
}

std::vector<std::string> lexicons_of(Pattern const& pattern) {
  return texts_of(pattern, [](NodeKind kind) { return kind == NodeKind::lexicon; });
}

}  // namespace curveball::matching
