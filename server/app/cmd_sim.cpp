// `curveball sim`: made-up candidates play one interview many times over.
#include <algorithm>
#include <iostream>
#include <thread>
#include <vector>

#include "app/commands.hpp"
#include "app/simulate_all.hpp"

#include "authoring/simulation_text.hpp"

namespace curveball::app {

authoring::Simulation simulate_all(scenario::Loaded const& loaded, std::uint64_t seeds) {
  auto const& program = *loaded.program;
  auto const threads = std::min<std::uint64_t>(std::max(1U, std::thread::hardware_concurrency()),
                                               std::max<std::uint64_t>(1, seeds));
  std::vector<authoring::Simulation> parts(
      threads, authoring::Simulation{.coverage = authoring::Coverage(program), .personas = {}});
  std::vector<std::thread> running;
  for (std::uint64_t part = 0; part < threads; ++part) {
    auto const first = 1 + seeds * part / threads;
    auto const end = 1 + seeds * (part + 1) / threads;
    running.emplace_back([&loaded, &sum = parts[part], first, end] {
      text::WordCache words;
      sum = authoring::simulate(*loaded.program, loaded.cases,
                                {.first = first, .count = end - first}, words);
    });
  }
  for (auto& thread : running) thread.join();
  for (std::size_t part = 1; part < parts.size(); ++part) authoring::add(parts[0], parts[part]);
  return std::move(parts.front());
}

int sim(SimOptions const& options) {
  auto const named = scenario::source_of(options.file);
  auto const loaded = scenario::load(named.source, named.path, scenario::Checks::test);
  for (auto const& found : loaded.diagnostics) std::cerr << scenario::to_text(found) << "\n";
  if (!loaded.program) return exit_cannot;
  auto const simulation = simulate_all(loaded, options.seeds);
  std::cout << (options.json ? authoring::to_json(*loaded.program, simulation) + "\n"
                             : authoring::to_text(*loaded.program, simulation));
  return authoring::order_faults(simulation).empty() ? exit_ok : exit_findings;
}

}  // namespace curveball::app
