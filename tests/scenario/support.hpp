// Sources for the tests of this room: the fixture folder, and a copy of it in memory to edit.
#pragma once

#include <gtest/gtest.h>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/load.hpp"
#include "scenario/source.hpp"

namespace curveball::scenario::testing {

inline constexpr std::string_view slip = "tpm/slip.json";

inline FileSource fixtures() {
  return folder_source(std::string(CURVEBALL_SOURCE_DIR) + "/tests/scenario/fixtures", "");
}

using Files = std::map<std::string, std::string>;

inline FileSource memory_source(Files files) {
  auto const read = [files](std::string const& path) -> std::optional<std::string> {
    auto const found = files.find(path);
    return found == files.end() ? std::nullopt : std::optional(found->second);
  };
  auto const list = [files] {
    std::vector<std::string> paths;
    for (auto const& [path, unused] : files) paths.push_back(path);
    return paths;
  };
  return {.read = read, .list = list, .shown_prefix = {}};
}

inline Files fixture_files() {
  Files files;
  auto const source = fixtures();
  for (auto const& path : source.list()) files[path] = source.read(path).value();
  return files;
}

// Replaces `from`, which stands there exactly once.
inline void edit(std::string& text, std::string_view from, std::string_view to) {
  auto const at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  ASSERT_EQ(text.find(from, at + 1), std::string::npos) << from;
  text.replace(at, from.size(), to);
}

// The fixture after one edit of the scenario file.
inline Loaded load_edited(std::string_view from, std::string_view to,
                          Checks checks = Checks::lint) {
  auto files = fixture_files();
  edit(files[std::string(slip)], from, to);
  return load(memory_source(std::move(files)), std::string(slip), checks);
}

inline std::vector<std::string> texts_of(std::vector<Diagnostic> const& diagnostics) {
  std::vector<std::string> texts;
  for (auto const& diagnostic : diagnostics) texts.push_back(to_text(diagnostic));
  return texts;
}

}  // namespace curveball::scenario::testing
