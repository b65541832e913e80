// Loads the interviews of a folder, or those inside the program.
// Thread: main.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/library.hpp"
#include "scenario/diagnostic.hpp"

namespace curveball::app {

struct OpenedLibrary {
  std::shared_ptr<Library const> library;         // Only what has no error.
  std::vector<scenario::Diagnostic> diagnostics;  // Of everything else.
};

OpenedLibrary open_library(std::optional<std::filesystem::path> const& prompts_dir);

}  // namespace curveball::app
