#include "authoring/drawing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "authoring/small_script.hpp"

namespace curveball::authoring {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

Graph small() { return graph_of(testing::small_script()); }

// Every node and edge was met, but for the turn detour and the first edge.
GraphCounts counts() {
  auto const graph = small();
  GraphCounts made{std::vector<std::uint64_t>(graph.nodes.size(), 3),
                   std::vector<std::uint64_t>(graph.edges.size(), 2)};
  made.nodes[1] = 0;
  made.edges[0] = 0;
  return made;
}

TEST(Drawing, DotLabelsEdgesWithTheirConditions) {
  auto const dot = to_dot(small(), {});

  EXPECT_THAT(dot, HasSubstr("n0 -> n1 [label=\"missed(owner)\"]"));
  EXPECT_THAT(dot, HasSubstr("n1 -> n4 [label=\"\", style=dashed]"));
  EXPECT_THAT(dot, HasSubstr("[label=\"lost\", shape=note, color=red, fontcolor=red]"));
}

TEST(Drawing, DotShadesWhatWasNeverEntered) {
  auto const dot = to_dot(small(), counts());

  EXPECT_THAT(dot,
              HasSubstr("[label=\"detour * ×0\", shape=cds, style=filled, fillcolor=lightgrey]"));
  EXPECT_THAT(dot, HasSubstr("[label=\"open ×3\", shape=box]"));
}

TEST(Drawing, DotEscapesQuotes) {
  auto script = testing::small_script();
  script.turns[0].next[0].when->source = "mood == 'a\"b'";

  EXPECT_THAT(to_dot(graph_of(script), {}), HasSubstr(R"([label="mood == 'a\"b'"])"));
}

TEST(Drawing, MermaidDashesCallsAndNamesGroups) {
  auto const text = to_mermaid(small(), {});

  EXPECT_THAT(text, HasSubstr("n1 -.-> n4"));
  EXPECT_THAT(text, HasSubstr("n0 -->|\"missed#40;owner#41;\"| n1"));
  EXPECT_THAT(text, HasSubstr("subgraph g1[\"aside\"]"));
  EXPECT_THAT(text, HasSubstr("(\"lost\"):::unreachable"));
}

TEST(Drawing, SvgMarksWhatIsUnreachableOrNeverEntered) {
  auto const svg = to_svg(small(), counts());

  EXPECT_THAT(svg, HasSubstr("<g id=\"turn-lost\" class=\"say unreachable\">"));
  EXPECT_THAT(svg, HasSubstr("<g id=\"turn-detour\" class=\"call never\">"));
  EXPECT_THAT(svg, HasSubstr("class=\"edge calls\""));
}

TEST(Drawing, SvgEscapesConditions) {
  auto script = testing::small_script();
  script.turns[0].next[0].when->source = "hits() < 2 && hit(a)";

  auto const svg = to_svg(graph_of(script), {});

  EXPECT_THAT(svg, HasSubstr("hits() &lt; 2 &amp;&amp; hit(a)"));
  EXPECT_THAT(svg, Not(HasSubstr("hits() < 2")));
}

}  // namespace
}  // namespace curveball::authoring
