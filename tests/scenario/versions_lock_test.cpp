#include "scenario/versions_lock.hpp"

#include <gtest/gtest.h>
#include <string>

#include "support.hpp"

namespace curveball::scenario {
namespace {

using testing::memory_source;

VersionsLock lock_of(std::string const& text) {
  return read_versions_lock(memory_source({{"versions.lock", text}})).value();
}

Loaded fixture() { return load(testing::fixtures(), std::string(testing::slip), Checks::compile); }

// The code found for the fixture (version 2) under a lock with this line, or "none".
std::string code_under(std::string const& line) {
  auto const found = check_version(lock_of(line), fixture(), "x.json");
  return found ? std::string(found->code) : "none";
}

std::string const other_hash(64, '0');

TEST(VersionsLock, ThatIsMissingIsNone) { EXPECT_FALSE(read_versions_lock(memory_source({}))); }

TEST(VersionsLock, SkipsCommentsAndEmptyLines) {
  auto const lock = lock_of("# a comment\n\nfixture-slip 2 " + other_hash + "\n");

  EXPECT_TRUE(lock.diagnostics.empty());
  ASSERT_EQ(lock.scenarios.size(), 1U);
  EXPECT_EQ(lock.scenarios.at("fixture-slip").version, 2U);
}

TEST(VersionsLock, NamesTheLineThatItCannotRead) {
  for (auto const* const line : {"x", "x 1", "x one 00", "x 1 00"}) {
    auto const lock = lock_of(std::string("# a comment\n") + line);

    ASSERT_EQ(lock.diagnostics.size(), 1U) << line;
    EXPECT_EQ(lock.diagnostics[0].line, 2U) << line;
  }
}

TEST(VersionsLock, AcceptsTheLineOfAScenario) {
  auto const loaded = fixture();

  EXPECT_EQ(code_under(lock_line(loaded.card, loaded.canonical)), "none");
}

TEST(VersionsLock, WantsAVersionAboveTheLockedOneOfADifferentScenario) {
  EXPECT_EQ(code_under("fixture-slip 1 " + other_hash), "CB803");
  EXPECT_EQ(code_under("fixture-slip 2 " + other_hash), "CB801");
  EXPECT_EQ(code_under("fixture-slip 3 " + other_hash), "CB801");
}

TEST(VersionsLock, WantsEveryScenario) {
  EXPECT_EQ(code_under("another 2 " + other_hash), "CB803");
}

}  // namespace
}  // namespace curveball::scenario
