#include "app/open_library.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <vector>

#include "app/running_server.hpp"

namespace curveball::app {
namespace {

namespace fs = std::filesystem;

std::string text_of(fs::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> errors_of(OpenedLibrary const& opened) {
  std::vector<std::string> texts;
  for (auto const& found : opened.diagnostics) {
    if (found.severity == scenario::Severity::error) texts.push_back(scenario::to_text(found));
  }
  return texts;
}

TEST(OpenLibrary, NamesTheFileThatCannotRunAndKeepsTheOthers) {
  testing::TempFolder const folder;
  auto const prompts = folder.path() / "prompts";
  fs::create_directories(folder.path());
  fs::copy(std::string(CURVEBALL_SOURCE_DIR) + "/prompts", prompts, fs::copy_options::recursive);
  auto const whole = open_library(prompts);
  auto text = text_of(prompts / "tpm" / "migration.json");
  auto const at = text.find("\"any\": [");
  ASSERT_NE(at, std::string::npos);
  text.insert(at + 8, "\"{no width}\", ");
  std::ofstream(prompts / "tpm" / "migration.json", std::ios::binary) << text;

  auto const opened = open_library(prompts);

  EXPECT_EQ(errors_of(whole), std::vector<std::string>{});
  EXPECT_EQ(opened.library->entries().size(), whole.library->entries().size() - 1);
  EXPECT_EQ(opened.library->find("tpm-migration"), nullptr);
  ASSERT_EQ(errors_of(opened).size(), 1U);
  auto const line = std::to_string(
      1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  EXPECT_NE(errors_of(opened).front().find("tpm/migration.json:" + line + ":"), std::string::npos)
      << errors_of(opened).front();
}

}  // namespace
}  // namespace curveball::app
