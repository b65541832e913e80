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
  auto catalogue = scenario::load_catalogue(source, scenario::Checks::outline);
  std::vector<LibraryEntry> entries;
  for (auto& entry : catalogue.entries) {
    auto const hash = store::hash_from_hex(entry.canonical.sha256).value();
    entries.push_back(
        {.card = std::move(entry.card),
         .rubric = std::move(entry.rubric),
         .script = std::make_shared<LazyProgram const>(std::move(entry.canonical.text)),
         .hash = hash,
         .hash_hex = std::move(entry.canonical.sha256)});
  }
  std::sort(
      entries.begin(), entries.end(), [](LibraryEntry const& left, LibraryEntry const& right) {
        return std::tie(left.card.role, left.card.id) < std::tie(right.card.role, right.card.id);
      });
  return {std::make_shared<Library const>(std::move(entries)), std::move(catalogue.diagnostics)};
}

}  // namespace curveball::app
