#include "authoring/layout.hpp"

#include <algorithm>
#include <optional>

namespace curveball::authoring {
namespace {

constexpr int letter_width = 7;  // Of the drawing's 12 pixel fixed-width font.
constexpr int node_height = 30;
constexpr int label_height = 18;
constexpr int padding = 18;  // Between a group's border and its nodes.
constexpr int title_height = 24;
constexpr int group_gap = 40;
constexpr int loop_reach = 24;
constexpr std::size_t node_letters = 32;
constexpr std::size_t label_letters = 34;

std::string cut(std::string_view text, std::size_t letters) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const starts = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
    if (starts && ++count > letters) return std::string(text.substr(0, at)) + "…";
  }
  return std::string(text);
}

int text_width(std::string_view text) {
  auto const letters = std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  });
  return static_cast<int>(letters) * letter_width;
}

Point top(Box const& box) { return {box.corner.x + box.size.width / 2, box.corner.y}; }
Point bottom(Box const& box) {
  return {box.corner.x + box.size.width / 2, box.corner.y + box.size.height};
}
Point left(Box const& box) { return {box.corner.x, box.corner.y + box.size.height / 2}; }
Point right(Box const& box) {
  return {box.corner.x + box.size.width, box.corner.y + box.size.height / 2};
}

Point middle(Point a, Point b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

class Drawing {
 public:
  explicit Drawing(Graph const& graph) : graph_(graph) {
    layout_.nodes.resize(graph.nodes.size());
    layout_.edges.resize(graph.edges.size());
    layout_.groups.resize(graph.groups.size());
  }

  // The interview on the left, everything else below each other on its right.
  Layout run() {
    for (std::size_t group = 0; group < graph_.groups.size(); ++group) {
      auto const corner =
          group == 0 ? Point{0, 0} : Point{layout_.groups.front().size.width + group_gap, next_y_};
      auto const size = place_group(group, corner);
      layout_.groups[group] = {corner, size};
      if (group > 0) next_y_ += size.height + group_gap;
      layout_.size.width = std::max(layout_.size.width, corner.x + size.width);
      layout_.size.height = std::max(layout_.size.height, corner.y + size.height);
    }
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
      if (layout_.edges[edge].points.empty()) draw_free(edge);
    }
    return std::move(layout_);
  }

 private:
  bool is_layered(GraphEdge const& edge, std::size_t group) const {
    return edge.from != edge.to && graph_.nodes[edge.from].group == group &&
           graph_.nodes[edge.to].group == group;
  }

  Size place_group(std::size_t group, Point corner) {
    std::vector<std::size_t> nodes;
    std::vector<std::size_t> number(graph_.nodes.size());
    std::vector<Size> boxes;
    for (std::size_t node = 0; node < graph_.nodes.size(); ++node) {
      if (graph_.nodes[node].group != group) continue;
      number[node] = nodes.size();
      nodes.push_back(node);
      boxes.push_back({text_width(node_text(graph_.nodes[node])) + 2 * padding, node_height});
    }
    std::vector<std::size_t> edges;
    std::vector<LayeredEdge> layered;
    for (std::size_t edge = 0; edge < graph_.edges.size(); ++edge) {
      auto const& each = graph_.edges[edge];
      if (!is_layered(each, group)) continue;
      edges.push_back(edge);
      auto const text = edge_text(each);
      auto const room = text.empty() ? Size{} : Size{text_width(text) + padding, label_height};
      layered.push_back({number[each.from], number[each.to], room});
    }
    auto const places = place_in_layers(boxes, layered);
    origin_ = {corner.x + padding, corner.y + padding + title_height};
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      auto const centre = moved(places.centres[i]);
      layout_.nodes[nodes[i]] = {{centre.x - boxes[i].width / 2, centre.y - boxes[i].height / 2},
                                 boxes[i]};
    }
    for (std::size_t i = 0; i < edges.size(); ++i) {
      draw_layered(edges[i], places.bends[i], places.label_at[i]);
    }
    return {places.size.width + 2 * padding + loop_reach,
            places.size.height + 2 * padding + title_height};
  }

  Point moved(Point point) const { return {point.x + origin_.x, point.y + origin_.y}; }

  void draw_layered(std::size_t edge, std::vector<Point> const& bends, std::size_t label_at) {
    auto const& from = layout_.nodes[graph_.edges[edge].from];
    auto const& to = layout_.nodes[graph_.edges[edge].to];
    bool const down = from.corner.y < to.corner.y;
    auto& drawn = layout_.edges[edge];
    drawn.points.push_back(down ? bottom(from) : top(from));
    for (auto const& bend : bends) drawn.points.push_back(moved(bend));
    drawn.points.push_back(down ? top(to) : bottom(to));
    drawn.label = drawn.points[label_at + 1];
  }

  // A circle over one node, or a line to another group.
  void draw_free(std::size_t edge) {
    auto const& from = layout_.nodes[graph_.edges[edge].from];
    auto const& to = layout_.nodes[graph_.edges[edge].to];
    auto& drawn = layout_.edges[edge];
    if (graph_.edges[edge].from == graph_.edges[edge].to) {
      auto const start = right(from);
      drawn.points = {{start.x, start.y - 6},
                      {start.x + loop_reach, start.y - 6},
                      {start.x + loop_reach, start.y + 6},
                      {start.x, start.y + 6}};
      drawn.label = drawn.points[1];
      return;
    }
    bool const rightwards = from.corner.x < to.corner.x;
    drawn.points = {rightwards ? right(from) : left(from), rightwards ? left(to) : right(to)};
    drawn.label = middle(drawn.points.front(), drawn.points.back());
  }

  Graph const& graph_;
  Layout layout_;
  Point origin_;
  int next_y_ = 0;
};

std::string marked(GraphNode const& node) {
  switch (node.kind) {
    case NodeKind::way_back:
      return "back";
    case NodeKind::call:
      return node.id + " ()";
    default:
      return node.id;
  }
}

}  // namespace

Layout lay_out(Graph const& graph) { return Drawing(graph).run(); }

std::string node_text(GraphNode const& node) {
  return cut(marked(node), node_letters) + (node.curveball_point ? " *" : "");
}

std::string edge_text(GraphEdge const& edge) {
  if (edge.label.empty()) return edge.kind == EdgeKind::now_rule ? "now" : "";
  return cut((edge.kind == EdgeKind::now_rule ? "now: " : "") + edge.label, label_letters);
}

}  // namespace curveball::authoring
