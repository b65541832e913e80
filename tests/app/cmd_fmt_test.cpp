#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

#include "app/command_run.hpp"
#include "app/commands.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class FormatTest : public ::testing::Test {
 protected:
  FormatTest() { fs::create_directories(folder_.path()); }

  void write(std::string const& text) const { std::ofstream(file_, std::ios::binary) << text; }

  std::string read() const {
    std::ifstream in(file_, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  testing::CommandRun run(bool check) const {
    return testing::run([&] { return format({.paths = {folder_.path()}, .check = check}); });
  }

  testing::TempFolder folder_;
  fs::path const file_ = folder_.path() / "small.json";
};

TEST_F(FormatTest, LaysOutAFileInPlace) {
  write("{\"a\":1}");

  auto const first = run(false);
  auto const second = run(false);

  EXPECT_EQ(first.code, exit_ok);
  EXPECT_THAT(first.output, HasSubstr("small.json laid out"));
  EXPECT_EQ(read(), "{\n  \"a\": 1\n}\n");
  EXPECT_EQ(second.output, "");
}

TEST_F(FormatTest, OnlySaysWhatWouldChange) {
  write("{\"a\":1}");

  auto const checked = run(true);

  EXPECT_EQ(checked.code, exit_findings);
  EXPECT_EQ(read(), "{\"a\":1}");
}

TEST_F(FormatTest, LeavesAFileAloneThatIsNoJson) {
  write("{\"a\":}");

  auto const broken = run(false);

  EXPECT_EQ(broken.code, exit_findings);
  EXPECT_THAT(broken.output, HasSubstr("small.json:1:6: error CB001"));
  EXPECT_EQ(read(), "{\"a\":}");
}

TEST_F(FormatTest, CannotLayOutWhatIsNotThere) {
  auto const missing =
      testing::run([&] { return format({.paths = {folder_.path() / "none.json"}}); });

  EXPECT_EQ(missing.code, exit_cannot);
}

}  // namespace
}  // namespace curveball::app
