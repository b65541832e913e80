// Where scenario files come from: a folder or the files inside the program, read the same way.
// Thread: any; a source may be called from one thread at a time.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"

namespace curveball::scenario {

// Files below one root. Paths are relative to it, with '/', without "." or "..".
struct FileSource {
  // The text of a file, cut after limits::script_bytes + 1 bytes; nothing when it cannot be read.
  std::function<std::optional<std::string>(std::string const& path)> read;
  // All files, sorted.
  std::function<std::vector<std::string>()> list;
  // Stands before a path in messages, e.g. "prompts/".
  std::string shown_prefix;
};

// The files below `root`. A link that leads out of `root` counts as a file that cannot be read.
FileSource folder_source(std::filesystem::path const& root, std::string shown_prefix);

// `files` must outlive the source.
FileSource embedded_source(std::span<EmbeddedFile const> files, std::string shown_prefix);

// One scenario file as a person names it. Its root is the folder above its own, so that
// "../shared/manners.json" lies inside.
struct NamedFile {
  FileSource source;
  std::string path;
};
NamedFile source_of(std::filesystem::path const& file);

// `target` as seen from the file `from`; nothing when it is absolute, empty, has a backslash, or
// leads above the root.
std::optional<std::string> resolve_path(std::string_view from, std::string_view target);

}  // namespace curveball::scenario
