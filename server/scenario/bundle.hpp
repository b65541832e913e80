// A scenario file together with the files that it names: everything one compilation reads.
// Thread: any; belongs to one compilation.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/document.hpp"
#include "scenario/source.hpp"

namespace curveball::scenario {

// Each document has the shape of its kind. Null where it could not be read.
struct Bundle {
  std::unique_ptr<Document> scenario;
  std::unique_ptr<Document> manners;
  std::unique_ptr<Document> profile;
  std::vector<std::unique_ptr<Document>> dialogues;  // In the order of `uses`.
  std::vector<std::unique_ptr<Document>> libraries;  // Of kind concepts, in the order of `uses`.
  std::size_t manners_at = 0;  // How many of `dialogues` stand before manners in `uses`.
  bool complete = false;       // All of it is there and of the right shape.
};

// Reads `path` and all that it names; `profile`, when not empty, is the id of another hire scale
// that stands beside the one it names and takes its place. Unknown fields and duplicate keys are
// reported but leave it complete, so that the compilation goes on and finds more.
Bundle read_bundle(FileSource const& source, std::string const& path, std::string_view profile,
                   Findings& findings);

// The files that a canonical text (canonical.hpp) was made of, under made-up names, as a source.
// The scenario is called `merged_path`. An unfit text gives a source whose scenario is unfit.
inline constexpr std::string_view merged_path = "scenario.json";
FileSource split(std::string_view text);

}  // namespace curveball::scenario
