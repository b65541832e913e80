#include "app/open_library.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "scenario/catalogue.hpp"
#include "store/hash.hpp"

namespace curveball::app {

OpenedLibrary open_library(std::optional<std::filesystem::path> const& prompts_dir) {
  auto const source = prompts_dir
                          ? scenario::folder_source(*prompts_dir, prompts_dir->string() + "/")
                          : scenario::embedded_source(scenario::embedded_prompts(), "prompts/");
  // What is inside the program was linted before it was built.
  auto const checks = prompts_dir ? scenario::Checks::lint : scenario::Checks::compile;
  auto catalogue = scenario::load_catalogue(source, checks);
  std::vector<LibraryEntry> entries;
  for (auto& entry : catalogue.entries) {
    auto const hash = store::hash_from_hex(entry.canonical.sha256).value();
    entries.push_back({std::move(entry.program), std::move(entry.canonical.text), hash,
                       std::move(entry.canonical.sha256)});
  }
  std::sort(entries.begin(), entries.end(),
            [](LibraryEntry const& left, LibraryEntry const& right) {
              auto const& a = left.program->card;
              auto const& b = right.program->card;
              return std::tie(a.role, a.id) < std::tie(b.role, b.id);
            });
  return {std::make_shared<Library const>(std::move(entries)), std::move(catalogue.diagnostics)};
}

}  // namespace curveball::app
