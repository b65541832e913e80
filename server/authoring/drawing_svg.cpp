#include "authoring/drawing.hpp"
#include "authoring/layout.hpp"

namespace curveball::authoring {
namespace {

constexpr std::string_view style = R"(<style>
svg { color-scheme: light dark; font: 12px ui-monospace, "DejaVu Sans Mono", monospace }
.group { fill: none; stroke: #8885; rx: 8 }
.title { fill: #777; font-weight: bold }
.box { fill: #fff; stroke: #456; rx: 6 }
.say .box { stroke-dasharray: 1 2 }
.call .box { fill: #eef4ff }
.end .box, .way-back .box { rx: 15 }
.curveball .box { fill: #fff4dd; stroke: #a60 }
.never .box { fill: #ddd }
.unreachable .box { stroke: #c00; stroke-width: 2 }
.unreachable text { fill: #c00 }
text { fill: #123; text-anchor: middle; dominant-baseline: central }
.edge { fill: none; stroke: #567 }
.edge.calls { stroke-dasharray: 5 4 }
.edge.never { stroke: #bbb }
.label { fill: #345; font-size: 11px; paint-order: stroke; stroke: #fff; stroke-width: 4px }
marker path { fill: #567 }
@media (prefers-color-scheme: dark) {
.box { fill: #1d2733; stroke: #9ab }
.call .box { fill: #1c2c48 }
.curveball .box { fill: #3a2c10; stroke: #d93 }
.never .box { fill: #444 }
.unreachable .box { stroke: #f66 }
.unreachable text { fill: #f66 }
text { fill: #dde }
.edge { stroke: #89a }
.edge.never { stroke: #555 }
.label { fill: #bcd; stroke: #14181f }
marker path { fill: #89a }
}
</style>
)";

constexpr std::string_view arrow =
    R"(<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
)";

std::string escaped(std::string_view text) {
  std::string out;
  for (char const byte : text) {
    if (byte == '<') {
      out += "&lt;";
    } else if (byte == '&') {
      out += "&amp;";
    } else if (byte == '"') {
      out += "&quot;";
    } else {
      out += byte;
    }
  }
  return out;
}

std::string number(std::string_view name, int value) {
  return " " + std::string(name) + "=\"" + std::to_string(value) + "\"";
}

std::string rectangle(std::string_view name, Box const& box) {
  return "<rect class=\"" + std::string(name) + "\"" + number("x", box.corner.x) +
         number("y", box.corner.y) + number("width", box.size.width) +
         number("height", box.size.height) + "/>";
}

std::string text_at(std::string_view name, Point at, std::string_view text) {
  return "<text class=\"" + std::string(name) + "\"" + number("x", at.x) + number("y", at.y) + ">" +
         escaped(text) + "</text>";
}

std::string kind_name(NodeKind kind) {
  switch (kind) {
    case NodeKind::ask:
      return "ask";
    case NodeKind::say:
      return "say";
    case NodeKind::call:
      return "call";
    case NodeKind::end:
      return "end";
    case NodeKind::way_back:
      return "way-back";
    case NodeKind::curveball:
      break;
  }
  return "curveball";
}

std::string count_of(std::vector<std::uint64_t> const& counts, std::size_t index) {
  return counts.empty() ? "" : ", " + std::to_string(counts[index]) + " times";
}

std::string node_element(GraphNode const& node, Box const& box, GraphCounts const& counts,
                         std::size_t index) {
  auto names = kind_name(node.kind);
  if (!node.reachable) names += " unreachable";
  if (never(counts.nodes, index)) names += " never";
  auto const prefix = node.kind == NodeKind::curveball ? "curveball-" : "turn-";
  auto const id = node.kind == NodeKind::way_back ? "back-" + node.id : prefix + node.id;
  Point const centre = {box.corner.x + box.size.width / 2, box.corner.y + box.size.height / 2};
  return "<g id=\"" + escaped(id) + "\" class=\"" + names + "\"><title>" +
         escaped(node.id + count_of(counts.nodes, index)) + "</title>" + rectangle("box", box) +
         text_at("name", centre, node_text(node)) + "</g>\n";
}

std::string pair(Point point) { return std::to_string(point.x) + " " + std::to_string(point.y); }

// Through all points; between two of them it leaves and arrives upright.
std::string path(std::vector<Point> const& points) {
  auto out = "M" + pair(points.front());
  for (std::size_t i = 1; i < points.size(); ++i) {
    auto const half = (points[i - 1].y + points[i].y) / 2;
    out += "C" + pair({points[i - 1].x, half}) + " " + pair({points[i].x, half}) + " " +
           pair(points[i]);
  }
  return out;
}

std::string edge_element(GraphEdge const& edge, DrawnEdge const& drawn, GraphCounts const& counts,
                         std::size_t index) {
  std::string names = edge.kind == EdgeKind::calls ? "edge calls" : "edge";
  if (never(counts.edges, index)) names += " never";
  auto const text = edge_text(edge);
  return "<g><title>" + escaped(edge.label + count_of(counts.edges, index)) +
         "</title><path class=\"" + names + "\" marker-end=\"url(#arrow)\" d=\"" +
         path(drawn.points) + "\"/>" + (text.empty() ? "" : text_at("label", drawn.label, text)) +
         "</g>\n";
}

}  // namespace

std::string to_svg(Graph const& graph, GraphCounts const& counts) {
  auto const layout = lay_out(graph);
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\"" +
                    number("width", layout.size.width) + number("height", layout.size.height) +
                    " role=\"img\"><title>" + escaped(graph.title) + "</title>\n";
  out += style;
  out += arrow;
  for (std::size_t group = 0; group < graph.groups.size(); ++group) {
    auto const& box = layout.groups[group];
    out += rectangle("group", box);
    out += text_at("title", {box.corner.x + box.size.width / 2, box.corner.y + 16},
                   graph.groups[group]);
    out += '\n';
  }
  for (std::size_t edge = 0; edge < graph.edges.size(); ++edge) {
    out += edge_element(graph.edges[edge], layout.edges[edge], counts, edge);
  }
  for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
    out += node_element(graph.nodes[node], layout.nodes[node], counts, node);
  }
  return out + "</svg>\n";
}

}  // namespace curveball::authoring
