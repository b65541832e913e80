#include "app/load_file.hpp"

#include <iostream>

#include "scenario/load.hpp"

namespace curveball::app {

std::shared_ptr<interview::Program const> load_file(std::filesystem::path const& file,
                                                    std::ostream& out, std::string_view profile) {
  auto const named = scenario::source_of(file);
  auto const loaded = scenario::load(named.source, named.path, scenario::Checks::compile, profile);
  for (auto const& diagnostic : loaded.diagnostics) out << scenario::to_lines(diagnostic) << "\n";
  return loaded.program;
}

}  // namespace curveball::app
