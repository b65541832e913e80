// A graph as text of another program's language, or as a picture.
// Thread: any; values.
#pragma once

#include <string>

#include "authoring/graph.hpp"

namespace curveball::authoring {

// In each, calls are dashed, what no interview can enter is red, and counts, when there are any,
// stand behind the names and shade what was never entered.

// For Graphviz: one digraph, a cluster for each group.
std::string to_dot(Graph const& graph, GraphCounts const& counts);

// For Mermaid: one flowchart, a subgraph for each group.
std::string to_mermaid(Graph const& graph, GraphCounts const& counts);

// A picture of its own (SVG 1.1) that follows the reader's light or dark scheme, laid out by
// lay_out(). Full texts are its tooltips; each node's box is <g id="turn-ID">.
std::string to_svg(Graph const& graph, GraphCounts const& counts);

}  // namespace curveball::authoring
