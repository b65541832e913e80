#include "authoring/graph.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "authoring/small_script.hpp"

namespace curveball::authoring {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> edges_of(Graph const& graph) {
  std::vector<std::string> all;
  for (auto const& edge : graph.edges) {
    auto const kind = edge.kind == EdgeKind::calls ? " calls " : " -> ";
    auto const label = edge.label.empty() ? "" : " if " + edge.label;
    all.push_back(graph.nodes[edge.from].id + kind + graph.nodes[edge.to].id + label);
  }
  return all;
}

GraphNode const& node(Graph const& graph, std::string const& id) {
  return *std::find_if(graph.nodes.begin(), graph.nodes.end(),
                       [&](GraphNode const& each) { return each.id == id; });
}

TEST(Graph, HasOneEdgeForEachRuleAndCall) {
  auto const graph = graph_of(testing::small_script());

  EXPECT_THAT(edges_of(graph), ElementsAre("open -> detour if missed(owner)", "open -> close",
                                           "detour calls inner", "detour -> close", "lost -> close",
                                           "inner -> aside", "storm calls inner if hits() > 1"));
}

TEST(Graph, KnowsWhatNoInterviewCanEnter) {
  auto const graph = graph_of(testing::small_script());

  EXPECT_FALSE(node(graph, "lost").reachable);
  EXPECT_TRUE(node(graph, "inner").reachable);
  EXPECT_TRUE(node(graph, "close").reachable);
}

TEST(Graph, MarksThePointsOfCurveballs) {
  auto const graph = graph_of(testing::small_script());

  EXPECT_TRUE(node(graph, "detour").curveball_point);
  EXPECT_FALSE(node(graph, "open").curveball_point);
}

TEST(Graph, GroupsTurnsByTheirDialogue) {
  auto const graph = graph_of(testing::small_script());

  EXPECT_THAT(graph.groups, ElementsAre("interview", "aside"));
  EXPECT_EQ(node(graph, "inner").group, 1U);
  EXPECT_EQ(node(graph, "aside").kind, NodeKind::way_back);
  EXPECT_EQ(node(graph, "storm").group, 1U);
}

}  // namespace
}  // namespace curveball::authoring
