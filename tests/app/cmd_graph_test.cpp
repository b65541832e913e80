#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/command_run.hpp"
#include "app/commands.hpp"

namespace curveball::app {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::filesystem::path const root = CURVEBALL_SOURCE_DIR;

TEST(GraphCommand, DrawsInEachFormat) {
  auto const file = root / "prompts/pm/metric-drop.json";
  auto const dot = testing::run([&] { return graph({.file = file, .format = GraphFormat::dot}); });
  auto const mermaid =
      testing::run([&] { return graph({.file = file, .format = GraphFormat::mermaid}); });
  auto const svg = testing::run([&] { return graph({.file = file, .format = GraphFormat::svg}); });

  EXPECT_THAT(dot.output, StartsWith("digraph \"pm-metric-drop\""));
  EXPECT_THAT(mermaid.output, StartsWith("flowchart TD"));
  EXPECT_THAT(svg.output, HasSubstr("<g id=\"turn-first_hour\""));
  EXPECT_EQ(dot.code + mermaid.code + svg.code, exit_ok);
}

TEST(GraphCommand, DrawsWhatLintRefusesForATurnThatNothingLeadsTo) {
  auto const drawn = testing::run(
      [&] { return graph({.file = root / "tests/bad_prompts/CB201-unreachable-turn.json"}); });

  EXPECT_EQ(drawn.code, exit_ok);
  EXPECT_THAT(drawn.output, HasSubstr("unreachable\">"));
}

TEST(GraphCommand, CannotDrawWhatDoesNotCompile) {
  auto const broken = testing::run(
      [&] { return graph({.file = root / "tests/bad_prompts/CB101-unknown-turn.json"}); });

  EXPECT_EQ(broken.code, exit_cannot);
  EXPECT_EQ(broken.output, "");
}

}  // namespace
}  // namespace curveball::app
