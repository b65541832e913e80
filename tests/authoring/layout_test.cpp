#include "authoring/layout.hpp"

#include <gtest/gtest.h>

#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"
#include "scenario/source.hpp"

#include "authoring/drawing.hpp"
#include "authoring/small_script.hpp"

namespace curveball::authoring {
namespace {

bool overlap(Box const& a, Box const& b) {
  return a.corner.x < b.corner.x + b.size.width && b.corner.x < a.corner.x + a.size.width &&
         a.corner.y < b.corner.y + b.size.height && b.corner.y < a.corner.y + a.size.height;
}

bool inside(Box const& inner, Box const& outer) {
  return outer.corner.x <= inner.corner.x && outer.corner.y <= inner.corner.y &&
         inner.corner.x + inner.size.width <= outer.corner.x + outer.size.width &&
         inner.corner.y + inner.size.height <= outer.corner.y + outer.size.height;
}

std::vector<Graph> shipped() {
  std::vector<Graph> graphs;
  auto const source = scenario::embedded_source(scenario::embedded_prompts(), "prompts/");
  for (auto const& path : source.list()) {
    if (!path.starts_with("tpm/") && !path.starts_with("pm/")) continue;
    auto const loaded = scenario::load(source, path, scenario::Checks::compile);
    graphs.push_back(graph_of(loaded.program->script));
  }
  return graphs;
}

TEST(Layout, NoTwoNodesOfAShippedInterviewOverlap) {
  for (auto const& graph : shipped()) {
    auto const layout = lay_out(graph);
    for (std::size_t a = 0; a < layout.nodes.size(); ++a) {
      for (std::size_t b = a + 1; b < layout.nodes.size(); ++b) {
        EXPECT_FALSE(overlap(layout.nodes[a], layout.nodes[b]))
            << graph.title << " " << graph.nodes[a].id << " " << graph.nodes[b].id;
      }
    }
  }
}

TEST(Layout, EveryNodeStandsInsideItsGroupAndTheDrawing) {
  for (auto const& graph : shipped()) {
    auto const layout = lay_out(graph);
    Box const whole = {{0, 0}, layout.size};
    for (std::size_t node = 0; node < graph.nodes.size(); ++node) {
      auto const& group = layout.groups[graph.nodes[node].group];
      EXPECT_TRUE(inside(layout.nodes[node], group)) << graph.title << " " << graph.nodes[node].id;
      EXPECT_TRUE(inside(group, whole)) << graph.title;
    }
  }
}

TEST(Layout, WhatFollowsStandsLowerUnlessItLeadsBack) {
  auto const graph = graph_of(testing::small_script());

  auto const layout = lay_out(graph);

  EXPECT_LT(layout.nodes[0].corner.y, layout.nodes[1].corner.y);  // open, detour
  EXPECT_LT(layout.nodes[1].corner.y, layout.nodes[2].corner.y);  // detour, close
}

TEST(Layout, EndsWithCirclesToo) {
  auto script = testing::small_script();
  script.turns[2] = testing::turn("close", dialogue::TurnKind::say,
                                  {testing::rule(0, "hits() == 0"), testing::rule(2)});

  auto const layout = lay_out(graph_of(script));

  EXPECT_LT(layout.nodes[0].corner.y, layout.nodes[2].corner.y);
  for (auto const& edge : layout.edges) EXPECT_GE(edge.points.size(), 2U);
}

TEST(Layout, IsTheSameEveryTime) {
  for (auto const& graph : shipped()) EXPECT_EQ(to_svg(graph, {}), to_svg(graph, {}));
}

TEST(Layout, CutsLongTextsBetweenCharacters) {
  GraphEdge edge;
  edge.label = std::string(33, 'x') + "éé";

  EXPECT_EQ(edge_text(edge), std::string(33, 'x') + "é…");
}

}  // namespace
}  // namespace curveball::authoring
