// An interview as a graph: what can be said after what, and under which condition.
// Thread: any; values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/script.hpp"

namespace curveball::authoring {

enum class NodeKind : std::uint8_t {
  ask,
  say,
  call,
  end,
  way_back,   // Out of a sub-dialogue, to where it was called.
  curveball,  // What may come before a turn that is a curveball point.
};

struct GraphNode {
  NodeKind kind = NodeKind::say;
  std::string id;  // Of the turn or curveball; of a way back, its sub-dialogue's.
  dialogue::Index turn = dialogue::none;  // None for the last two kinds.
  std::size_t group = 0;                  // Into Graph::groups.
  bool reachable = true;                  // Some interview can enter it, conditions left aside.
  bool curveball_point = false;           // A curveball may come before it.
};

// calls: into a sub-dialogue that comes back.
enum class EdgeKind : std::uint8_t { rule, now_rule, calls };

struct GraphEdge {
  EdgeKind kind = EdgeKind::rule;
  std::size_t from = 0;  // Into Graph::nodes; so is `to`.
  std::size_t to = 0;
  std::string label;     // The condition as written; empty when there is none.
  std::size_t rule = 0;  // Number of the rule within its turn; 0 for calls.
};

struct Graph {
  std::string title;                // The script's id.
  std::vector<std::string> groups;  // Ids of the dialogues, the interview itself first.
  std::vector<GraphNode> nodes;     // Turns as in Script::turns, then the others.
  std::vector<GraphEdge> edges;     // By the node they leave, in authored order.
};

Graph graph_of(dialogue::Script const& script);

// How often each node was entered, and each edge taken, in some runs. Of the graph's sizes, or
// empty: not known.
struct GraphCounts {
  std::vector<std::uint64_t> nodes;
  std::vector<std::uint64_t> edges;
};

// Whether counts are known and that one is 0.
inline bool never(std::vector<std::uint64_t> const& counts, std::size_t index) {
  return !counts.empty() && counts[index] == 0;
}

}  // namespace curveball::authoring
