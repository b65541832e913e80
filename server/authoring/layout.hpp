// Where the nodes and edges of a graph are drawn: in layers from top to bottom, one block for each
// group, the same every time; for the command line and the browser alike. Method: Sugiyama, Tagawa,
// Toda, "Methods for visual understanding of hierarchical system structures" (1981).
// Thread: any; values. All lengths in pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "authoring/graph.hpp"
#include "authoring/layered.hpp"

namespace curveball::authoring {

struct Box {
  Point corner;  // Upper left.
  Size size;
};

struct DrawnEdge {
  std::vector<Point> points;  // From border to border, over all bends.
  Point label;                // Centre of the label.
};

struct Layout {
  std::vector<Box> nodes;        // Of Graph::nodes; no two overlap.
  std::vector<DrawnEdge> edges;  // Of Graph::edges.
  std::vector<Box> groups;       // Of Graph::groups; each holds its nodes.
  Size size;                     // Of the whole drawing.
};

Layout lay_out(Graph const& graph);

// What stands in a node's box and beside an edge: long texts are cut and end in "…".
std::string node_text(GraphNode const& node);
std::string edge_text(GraphEdge const& edge);

}  // namespace curveball::authoring
