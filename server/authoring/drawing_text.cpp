// DOT and Mermaid.
#include "authoring/drawing.hpp"

namespace curveball::authoring {
namespace {

// Inside double quotes of DOT.
std::string escaped_dot(std::string_view text) {
  std::string out;
  for (char const byte : text) {
    if (byte == '"' || byte == '\\') out += '\\';
    out += byte;
  }
  return out;
}

// Mermaid takes entities by number; everything that could end a label becomes one.
std::string escaped_mermaid(std::string_view text) {
  std::string out;
  for (char const byte : text) {
    bool const special = std::string_view("\"#;|[]{}()<>&\n").find(byte) != std::string_view::npos;
    if (special) {
      out += '#' + std::to_string(static_cast<int>(byte)) + ';';
    } else {
      out += byte;
    }
  }
  return out;
}

std::string count_of(std::vector<std::uint64_t> const& counts, std::size_t index) {
  return counts.empty() ? "" : " ×" + std::to_string(counts[index]);
}

std::string text_of(GraphNode const& node) {
  auto const name = node.kind == NodeKind::way_back ? "back" : node.id;
  return name + (node.curveball_point ? " *" : "");
}

std::string text_of(GraphEdge const& edge) {
  auto const now = edge.kind == EdgeKind::now_rule;
  if (edge.label.empty()) return now ? "now" : "";
  return (now ? "now: " : "") + edge.label;
}

std::string dot_shape(NodeKind kind) {
  switch (kind) {
    case NodeKind::ask:
      return "box";
    case NodeKind::say:
      return "note";
    case NodeKind::call:
      return "cds";
    case NodeKind::end:
      return "doubleoctagon";
    case NodeKind::way_back:
      return "circle";
    case NodeKind::curveball:
      break;
  }
  return "diamond";
}

std::string dot_node(Graph const& graph, GraphCounts const& counts, std::size_t index) {
  auto const& node = graph.nodes[index];
  std::string style = node.reachable ? "" : ", color=red, fontcolor=red";
  if (never(counts.nodes, index)) style += ", style=filled, fillcolor=lightgrey";
  return "    n" + std::to_string(index) + " [label=\"" + escaped_dot(text_of(node)) +
         count_of(counts.nodes, index) + "\", shape=" + dot_shape(node.kind) + style + "];\n";
}

std::string dot_edge(Graph const& graph, GraphCounts const& counts, std::size_t index) {
  auto const& edge = graph.edges[index];
  std::string style = edge.kind == EdgeKind::calls ? ", style=dashed" : "";
  if (never(counts.edges, index)) style += ", color=grey";
  return "  n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to) + " [label=\"" +
         escaped_dot(text_of(edge)) + count_of(counts.edges, index) + "\"" + style + "];\n";
}

std::string mermaid_node(Graph const& graph, GraphCounts const& counts, std::size_t index) {
  auto const& node = graph.nodes[index];
  auto const text = '"' + escaped_mermaid(text_of(node)) + count_of(counts.nodes, index) + '"';
  std::string style;
  if (!node.reachable) {
    style = ":::unreachable";
  } else if (never(counts.nodes, index)) {
    style = ":::never";
  }
  auto const name = "    n" + std::to_string(index);
  switch (node.kind) {
    case NodeKind::ask:
      return name + "[" + text + "]" + style + "\n";
    case NodeKind::say:
      return name + "(" + text + ")" + style + "\n";
    case NodeKind::call:
      return name + "[[" + text + "]]" + style + "\n";
    case NodeKind::curveball:
      return name + "{" + text + "}" + style + "\n";
    case NodeKind::end:
    case NodeKind::way_back:
      break;
  }
  return name + "([" + text + "])" + style + "\n";
}

std::string mermaid_edge(Graph const& graph, GraphCounts const& counts, std::size_t index) {
  auto const& edge = graph.edges[index];
  auto const text = escaped_mermaid(text_of(edge)) + count_of(counts.edges, index);
  std::string const arrow = edge.kind == EdgeKind::calls ? " -.->" : " -->";
  return "  n" + std::to_string(edge.from) + arrow + (text.empty() ? "" : "|\"" + text + "\"|") +
         " n" + std::to_string(edge.to) + "\n";
}

}  // namespace

std::string to_dot(Graph const& graph, GraphCounts const& counts) {
  std::string out = "digraph \"" + escaped_dot(graph.title) + "\" {\n";
  for (std::size_t group = 0; group < graph.groups.size(); ++group) {
    out += "  subgraph cluster_" + std::to_string(group) + " {\n    label=\"" +
           escaped_dot(graph.groups[group]) + "\";\n";
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      if (graph.nodes[node].group == group) out += dot_node(graph, counts, node);
    }
    out += "  }\n";
  }
  for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
    out += dot_edge(graph, counts, edge);
  }
  return out + "}\n";
}

std::string to_mermaid(Graph const& graph, GraphCounts const& counts) {
  std::string out = "flowchart TD\n";
  for (std::size_t group = 0; group < graph.groups.size(); ++group) {
    out += "  subgraph g" + std::to_string(group) + "[\"" + escaped_mermaid(graph.groups[group]) +
           "\"]\n";
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      if (graph.nodes[node].group == group) out += mermaid_node(graph, counts, node);
    }
    out += "  end\n";
  }
  for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
    out += mermaid_edge(graph, counts, edge);
  }
  return out +
         "  classDef unreachable stroke:#c00,color:#c00\n  classDef never fill:#ddd,color:#555\n";
}

}  // namespace curveball::authoring
