#include <algorithm>
#include <cstddef>
#include <utility>

#include "scenario/compile.hpp"

namespace curveball::scenario {
namespace {

// A message of this length takes about 50 seconds to say; nobody keeps more in mind.
constexpr std::size_t longest_message = 800;

void add_literal(dialogue::Template& pieces, std::string_view literal) {
  if (literal.empty()) return;
  if (pieces.empty() || pieces.back().variable != dialogue::none) pieces.emplace_back();
  pieces.back().literal += literal;
}

void add_variable(dialogue::Template& pieces, Index variable) {
  if (pieces.empty() || pieces.back().variable != dialogue::none) pieces.emplace_back();
  pieces.back().variable = variable;
}

std::string_view trimmed(std::string_view text) {
  auto const begin = std::min(text.find_first_not_of(' '), text.size());
  auto const end = text.find_last_not_of(' ');
  return end == std::string_view::npos ? std::string_view{} : text.substr(begin, end + 1 - begin);
}

void add_placeholder(Compilation& compilation, Node const& node, std::size_t offset,
                     std::string_view name, dialogue::Template& pieces) {
  auto const& variables = compilation.names.variables;
  if (auto const variable = variables.find(name)) {
    compilation.read_variables.insert(*variable);
    return add_variable(pieces, *variable);
  }
  compilation.findings.add_inside(Code::unknown_placeholder, node, offset,
                                  "{{" + std::string(name) + "}} names no variable",
                                  nearest(name, variables.ids()));
}

// Appends the text of `node` to `pieces`.
void add_text(Compilation& compilation, Node const& node, dialogue::Template& pieces) {
  auto const text = node.text();
  std::string_view const view = text;
  for (std::size_t at = 0; at < view.size();) {
    auto const open = std::min(view.find("{{", at), view.size());
    add_literal(pieces, view.substr(at, open - at));
    if (open == view.size()) return;
    auto const close = view.find("}}", open);
    if (close == std::string_view::npos) {
      return compilation.findings.add_inside(Code::unknown_placeholder, node, open,
                                             "{{ is not closed by }}");
    }
    auto const name = trimmed(view.substr(open + 2, close - open - 2));
    add_placeholder(compilation, node, open, name, pieces);
    at = close + 2;
  }
}

dialogue::Template message(Compilation& compilation, std::vector<Node> const& texts) {
  dialogue::Template pieces;
  std::size_t bytes = 0;
  for (auto const& text : texts) {
    if (!pieces.empty()) add_literal(pieces, " ");
    add_text(compilation, text, pieces);
    bytes += text.text().size();
  }
  if (bytes > longest_message) {
    compilation.findings.add(Code::message_too_long, texts.front(),
                             "the message has " + std::to_string(bytes) + " bytes; up to " +
                                 std::to_string(longest_message) + " can be followed");
  }
  return pieces;
}

}  // namespace

dialogue::Speech compile_speech(Compilation& compilation, std::optional<Node> const& node,
                                std::string id) {
  dialogue::Speech speech{.id = std::move(id)};
  if (!node) return speech;
  if (node->is(JsonType::object)) {
    auto const cycle = node->text("pick") == "cycle";
    speech.pick = cycle ? dialogue::Pick::cycle : dialogue::Pick::shuffle;
    for (auto const& variant : node->items("variants")) {
      speech.variants.push_back(message(compilation, {variant}));
    }
  } else {
    auto const texts = node->is(JsonType::list) ? node->items() : std::vector<Node>{*node};
    speech.variants.push_back(message(compilation, texts));
  }
  return speech;
}

}  // namespace curveball::scenario
