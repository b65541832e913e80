#include "authoring/graph.hpp"

#include <algorithm>
#include <map>

#include "scenario/flow.hpp"

namespace curveball::authoring {
namespace {

using dialogue::none;
using dialogue::TurnKind;

NodeKind kind_of(TurnKind kind) {
  switch (kind) {
    case TurnKind::ask:
      return NodeKind::ask;
    case TurnKind::say:
      return NodeKind::say;
    case TurnKind::call:
      return NodeKind::call;
    case TurnKind::end:
      break;
  }
  return NodeKind::end;
}

class Builder {
 public:
  explicit Builder(dialogue::Script const& script) : script_(script), flow_(script) {}

  Graph run() {
    graph_.title = script_.id;
    for (auto const& each : script_.dialogues) graph_.groups.push_back(each.id);
    for (std::size_t turn = 0; turn < script_.turns.size(); ++turn) add_turn(turn);
    for (std::size_t turn = 0; turn < script_.turns.size(); ++turn) add_edges(turn);
    if (script_.curveballs.count > 0) add_curveballs();
    return std::move(graph_);
  }

 private:
  void add_turn(std::size_t index) {
    auto const& turn = script_.turns[index];
    auto const& points = script_.curveballs.before;
    auto const number = static_cast<dialogue::Index>(index);
    graph_.nodes.push_back(
        {.kind = kind_of(turn.kind),
         .id = turn.id,
         .turn = number,
         .group = turn.dialogue,
         .reachable = flow_.reached_turns()[index],
         .curveball_point = std::find(points.begin(), points.end(), number) != points.end()});
  }

  void add_edges(std::size_t index) {
    auto const& turn = script_.turns[index];
    if (turn.kind == TurnKind::call) {
      add_edge(EdgeKind::calls, index, script_.dialogues[turn.calls].first_turn, {}, 0);
    }
    for (std::size_t rule = 0; rule < turn.next.size(); ++rule) {
      auto const& each = turn.next[rule];
      auto const to = each.go_to == none ? way_back(turn.dialogue) : each.go_to;
      auto const kind = each.now ? EdgeKind::now_rule : EdgeKind::rule;
      add_edge(kind, index, to, each.when ? each.when->source : "", rule);
    }
  }

  void add_edge(EdgeKind kind, std::size_t from, std::size_t to, std::string label,
                std::size_t rule) {
    graph_.edges.push_back(
        {.kind = kind, .from = from, .to = to, .label = std::move(label), .rule = rule});
  }

  std::size_t way_back(dialogue::Index dialogue) {
    auto const [found, added] = ways_back_.try_emplace(dialogue, graph_.nodes.size());
    if (added) {
      graph_.nodes.push_back({.kind = NodeKind::way_back,
                              .id = script_.dialogues[dialogue].id,
                              .group = dialogue,
                              .reachable = flow_.reached_dialogues()[dialogue]});
    }
    return found->second;
  }

  // Each stands in the sub-dialogue that it plays.
  void add_curveballs() {
    for (auto const& item : script_.curveballs.items) {
      graph_.nodes.push_back({.kind = NodeKind::curveball, .id = item.id, .group = item.dialogue});
      add_edge(EdgeKind::calls, graph_.nodes.size() - 1,
               script_.dialogues[item.dialogue].first_turn, item.when ? item.when->source : "", 0);
    }
  }

  dialogue::Script const& script_;
  scenario::Flow flow_;
  Graph graph_;
  std::map<dialogue::Index, std::size_t> ways_back_;
};

}  // namespace

Graph graph_of(dialogue::Script const& script) { return Builder(script).run(); }

}  // namespace curveball::authoring
