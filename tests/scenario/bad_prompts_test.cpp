// Every code has a file or folder in tests/bad_prompts/ that brings up exactly that finding.
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <vector>

#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

namespace fs = std::filesystem;

fs::path folder() { return fs::path(CURVEBALL_SOURCE_DIR) / "tests/bad_prompts"; }

bool is_named_by_code(fs::path const& path) { return path.filename().string().rfind("CB", 0) == 0; }

std::vector<fs::path> cases() {
  std::vector<fs::path> result;
  for (auto const& entry : fs::directory_iterator(folder())) {
    if (is_named_by_code(entry.path())) result.push_back(entry.path());
  }
  std::sort(result.begin(), result.end());
  return result;
}

// "CB102-unknown-concept" of the file or folder's name.
std::string label_of(fs::path const& path) {
  return path.extension() == ".json" ? path.stem().string() : path.filename().string();
}

std::vector<Diagnostic> diagnostics_of(fs::path const& path) {
  if (fs::is_directory(path)) {
    return load_catalogue(folder_source(path, ""), Checks::test).diagnostics;
  }
  return load(folder_source(folder(), ""), path.filename().string(), Checks::test).diagnostics;
}

TEST(BadPrompts, EachBringsUpExactlyTheFindingThatItIsNamedAfter) {
  for (auto const& path : cases()) {
    auto const diagnostics = diagnostics_of(path);

    ASSERT_EQ(diagnostics.size(), 1U)
        << path << ::testing::PrintToString(testing::texts_of(diagnostics));
    auto const& found = diagnostics.front();
    EXPECT_EQ(std::string(found.code) + '-' + std::string(found.name), label_of(path));
  }
}

TEST(BadPrompts, AnOutlineShowsWhatCompilingShows) {
  for (auto const& path : cases()) {
    if (fs::is_directory(path)) continue;
    auto const file = path.filename().string();

    auto const compiled = load(folder_source(folder(), ""), file, Checks::compile).diagnostics;
    auto const outline = load(folder_source(folder(), ""), file, Checks::outline).diagnostics;

    for (auto const& found : compiled) {
      EXPECT_EQ(std::count(outline.begin(), outline.end(), found), 1) << to_text(found);
    }
  }
}

TEST(BadPrompts, EveryCodeHasOne) {
  std::set<std::string> labels;
  for (auto const& path : cases()) labels.insert(label_of(path));

  for (auto const& row : all_codes()) {
    EXPECT_EQ(labels.count(std::string(row.id) + '-' + std::string(row.name)), 1U) << row.id;
  }
}

}  // namespace
}  // namespace curveball::scenario
