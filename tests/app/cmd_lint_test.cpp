#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <string>

#include "app/commands.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// A copy of the shipped interviews, to change.
class LintTest : public ::testing::Test {
 protected:
  LintTest() {
    fs::copy(fs::path(CURVEBALL_SOURCE_DIR) / "prompts", folder_.path(),
             fs::copy_options::recursive);
  }

  std::string read(std::string const& file) const {
    std::ifstream in(folder_.path() / file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  void edit(std::string const& file, std::string const& from, std::string const& to) const {
    auto text = read(file);
    auto const at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    text.replace(at, from.size(), to);
    std::ofstream(folder_.path() / file, std::ios::binary) << text;
  }

  void change_the_meaning() const { edit(file_, "\"title\": \"", "\"title\": \"Now: "); }
  void raise_the_version() const { edit(file_, "\"version\": ", "\"version\": 99999"); }

  // Runs lint on `path` of the copy; what it printed is in `said_`.
  int lint_path(std::string const& path, bool write_lock = false) {
    ::testing::internal::CaptureStdout();
    int const code = lint({.paths = {folder_.path() / path}, .write_lock = write_lock});
    said_ = ::testing::internal::GetCapturedStdout();
    return code;
  }

  testing::TempFolder folder_;
  std::string const file_ = "tpm/dependency-slip.json";
  std::string said_;
};

TEST_F(LintTest, FindsNothingInTheShippedInterviews) {
  EXPECT_EQ(lint_path("."), exit_ok);
  EXPECT_THAT(said_, HasSubstr("; 0 errors, 0 warnings"));
}

TEST_F(LintTest, RefusesAChangedInterviewWhoseVersionWasNotRaised) {
  change_the_meaning();

  EXPECT_EQ(lint_path("."), exit_findings);
  EXPECT_THAT(said_, HasSubstr("error CB801 version-not-raised"));
  EXPECT_EQ(lint_path(file_), exit_findings);
  EXPECT_THAT(said_, HasSubstr("error CB801 version-not-raised"));
}

TEST_F(LintTest, SaysThatTheLockWantsTheRaisedVersion) {
  change_the_meaning();
  raise_the_version();

  EXPECT_EQ(lint_path("."), exit_ok);
  EXPECT_THAT(said_, HasSubstr("warning CB803 version-not-locked"));
  EXPECT_THAT(said_, HasSubstr("update it with curveball lint --write-lock"));
  EXPECT_EQ(lint_path(file_), exit_ok);
  EXPECT_THAT(said_, HasSubstr("warning CB803 version-not-locked"));
}

TEST_F(LintTest, LockThatWasWrittenFitsTheRaisedVersion) {
  change_the_meaning();
  raise_the_version();

  EXPECT_EQ(lint_path(".", true), exit_ok);
  EXPECT_THAT(said_, Not(HasSubstr("CB803")));
  EXPECT_THAT(read("versions.lock"), HasSubstr("\ntpm-dependency-slip 99999"));
  EXPECT_EQ(lint_path("."), exit_ok);
  EXPECT_THAT(said_, HasSubstr("; 0 errors, 0 warnings"));
}

TEST_F(LintTest, LockIsNotWrittenOverAVersionThatWasNotRaised) {
  auto const before = read("versions.lock");
  change_the_meaning();

  EXPECT_EQ(lint_path(".", true), exit_findings);
  EXPECT_EQ(read("versions.lock"), before);
}

TEST_F(LintTest, LockIsNotWrittenForAPartOfThePrompts) {
  EXPECT_EQ(lint_path("tpm", true), exit_cannot);
  EXPECT_FALSE(fs::exists(folder_.path() / "tpm/versions.lock"));
}

TEST_F(LintTest, FirstLockHoldsEveryInterview) {
  auto const before = read("versions.lock");
  fs::remove(folder_.path() / "versions.lock");

  EXPECT_EQ(lint_path("."), exit_ok);
  EXPECT_EQ(lint_path(".", true), exit_ok);
  EXPECT_EQ(read("versions.lock"), before);
  EXPECT_THAT(before, StartsWith("# Written by curveball lint --write-lock"));
}

}  // namespace
}  // namespace curveball::app
