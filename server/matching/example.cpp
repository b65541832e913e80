#include "matching/example.hpp"

namespace curveball::matching {
namespace {

void spell(Pattern const& pattern, Node const& node, std::vector<std::string>& words) {
  auto const child = [&](std::size_t i) -> Node const& {
    return pattern.nodes()[node.children[i]];
  };
  switch (node.kind) {
    case NodeKind::word:
    case NodeKind::prefix:
    case NodeKind::exact:
      words.push_back(node.text);
      return;
    case NodeKind::lexicon:
    case NodeKind::negated:
      return;
    case NodeKind::any_of:
    case NodeKind::unless:
      spell(pattern, child(0), words);
      return;
    default:
      for (std::size_t i = 0; i < node.children.size(); ++i) spell(pattern, child(i), words);
  }
}

}  // namespace

std::vector<std::string> example_words(Pattern const& pattern) {
  std::vector<std::string> words;
  spell(pattern, pattern.root(), words);
  return words;
}

}  // namespace curveball::matching
