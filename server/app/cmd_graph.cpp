// `curveball graph`: an interview as a picture or as text for another program.
#include <iostream>

#include "app/commands.hpp"
#include "app/simulate_all.hpp"
#include "scenario/load.hpp"

#include "authoring/drawing.hpp"

namespace curveball::app {
namespace {

constexpr std::uint64_t coverage_seeds = 20;

}  // namespace

int graph(GraphOptions const& options) {
  auto const named = scenario::source_of(options.file);
  auto const loaded = scenario::load(named.source, named.path, scenario::Checks::compile);
  if (!loaded.program) {
    for (auto const& found : loaded.diagnostics) std::cerr << scenario::to_text(found) << "\n";
    return exit_cannot;
  }
  auto const graph = authoring::graph_of(loaded.program->script);
  authoring::GraphCounts counts;
  if (options.coverage) {
    counts = simulate_all(loaded, coverage_seeds).coverage.counts_of(graph);
  }
  switch (options.format) {
    case GraphFormat::dot:
      std::cout << authoring::to_dot(graph, counts);
      break;
    case GraphFormat::mermaid:
      std::cout << authoring::to_mermaid(graph, counts);
      break;
    case GraphFormat::svg:
      std::cout << authoring::to_svg(graph, counts);
      break;
  }
  return exit_ok;
}

}  // namespace curveball::app
