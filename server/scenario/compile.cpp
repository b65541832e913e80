#include "scenario/compile.hpp"

namespace curveball::scenario {

std::optional<Index> resolve(Compilation& compilation, NameTable const& table, Code code,
                             Node const& node, std::string_view context) {
  auto const name = node.text();
  auto const found = table.find(name);
  if (!found) {
    compilation.findings.add(code, node, std::string(context) + in_quotes(name),
                             nearest(name, table.ids()));
  }
  return found;
}

std::vector<Index> resolve_all(Compilation& compilation, NameTable const& table, Code code,
                               std::vector<Node> const& nodes, std::string_view context) {
  std::vector<Index> result;
  for (auto const& node : nodes) {
    if (auto const found = resolve(compilation, table, code, node, context)) {
      result.push_back(*found);
    }
  }
  return result;
}

Place place_of(Node const& node) {
  auto const position = position_of(node);
  return {.file = node.document().file, .line = position.line, .column = position.column};
}

}  // namespace curveball::scenario
