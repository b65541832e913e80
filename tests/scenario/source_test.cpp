#include "scenario/source.hpp"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

namespace fs = std::filesystem;
using ::testing::Contains;

// A folder of its own that goes away with the test.
class Folder {
 public:
  Folder() : path_(fs::path(::testing::TempDir()) / ("scenario-" + name())) {
    fs::remove_all(path_);
    fs::create_directories(path_ / "in");
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(Folder const&) = delete;
  Folder& operator=(Folder const&) = delete;

  fs::path const& path() const { return path_; }
  void write(std::string const& file, std::string const& text) const {
    std::ofstream(path_ / file) << text;
  }

 private:
  static std::string name() {
    return ::testing::UnitTest::GetInstance()->current_test_info()->name();
  }
  fs::path path_;
};

TEST(ResolvePath, FollowsStepsFromTheFilesFolder) {
  EXPECT_EQ(resolve_path("tpm/slip.json", "../shared/manners.json"), "shared/manners.json");
  EXPECT_EQ(resolve_path("tpm/slip.json", "./other.json"), "tpm/other.json");
  EXPECT_EQ(resolve_path("slip.json", "a//b.json"), "a/b.json");
}

TEST(ResolvePath, RefusesWhatLeadsOutOfTheRoot) {
  EXPECT_EQ(resolve_path("tpm/slip.json", "../../x.json"), std::nullopt);
  EXPECT_EQ(resolve_path("tpm/slip.json", "a/../../../x.json"), std::nullopt);
  EXPECT_EQ(resolve_path("tpm/slip.json", "/etc/passwd"), std::nullopt);
  EXPECT_EQ(resolve_path("tpm/slip.json", "..\\x.json"), std::nullopt);
  EXPECT_EQ(resolve_path("tpm/slip.json", ""), std::nullopt);
  EXPECT_EQ(resolve_path("tpm/slip.json", ".."), std::nullopt);
}

TEST(FolderSource, ReadsAndListsWhatLiesBelowIt) {
  Folder const folder;
  folder.write("in/a.json", "{}");
  auto const source = folder_source(folder.path() / "in", "prompts/");

  EXPECT_EQ(source.read("a.json"), "{}");
  EXPECT_EQ(source.read("b.json"), std::nullopt);
  EXPECT_EQ(source.read("."), std::nullopt);
  EXPECT_THAT(source.list(), ::testing::ElementsAre("a.json"));
}

TEST(FolderSource, DoesNotFollowALinkOutOfTheFolder) {
  Folder const folder;
  folder.write("secret.json", "{}");
  fs::create_symlink(folder.path() / "secret.json", folder.path() / "in/link.json");

  auto const source = folder_source(folder.path() / "in", "");

  EXPECT_EQ(source.read("link.json"), std::nullopt);
  EXPECT_EQ(source.read("../secret.json"), std::nullopt);
}

TEST(FolderSource, ReadsOneByteMoreThanTheLimitSoThatTheScannerSeesIt) {
  Folder const folder;
  folder.write("in/large.json", std::string(limits::script_bytes + 10, ' '));

  auto const source = folder_source(folder.path() / "in", "");

  EXPECT_EQ(source.read("large.json")->size(), limits::script_bytes + 1);
}

TEST(SourceOf, TakesTheFolderAboveTheFilesOwnAsRoot) {
  Folder const folder;
  folder.write("in/a.json", "{}");
  folder.write("b.json", "[]");

  auto const named = source_of(folder.path() / "in/a.json");

  EXPECT_EQ(named.path, "in/a.json");
  EXPECT_EQ(named.source.read("in/a.json"), "{}");
  EXPECT_EQ(named.source.read("b.json"), "[]");
  EXPECT_EQ(named.source.shown_prefix + named.path, (folder.path() / "in/a.json").string());
}

}  // namespace
}  // namespace curveball::scenario
