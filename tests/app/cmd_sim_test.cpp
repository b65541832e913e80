#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_run.hpp"
#include "app/commands.hpp"
#include "app/simulate_all.hpp"

#include "authoring/simulation_text.hpp"

namespace curveball::app {
namespace {

std::filesystem::path const root = CURVEBALL_SOURCE_DIR;

TEST(SimCommand, TellsWhatEachPersonaMetAsJson) {
  auto const run = testing::run(
      [] { return sim({.file = root / "prompts/tpm/migration.json", .seeds = 2, .json = true}); });

  auto const object = nlohmann::json::parse(run.output);
  EXPECT_EQ(object["id"], "tpm-migration");
  EXPECT_EQ(object["personas"][0]["interviews"], 2);
  EXPECT_EQ(run.code, object["order_faults"].empty() ? exit_ok : exit_findings);
}

TEST(SimCommand, FindsTheSameOnManyProcessorsAsOnOne) {
  auto const named = scenario::source_of(root / "prompts/tpm/migration.json");
  auto const loaded = scenario::load(named.source, named.path, scenario::Checks::test);
  text::WordCache words;

  auto const alone = authoring::simulate(*loaded.program, loaded.cases, {1, 3}, words);

  EXPECT_EQ(authoring::to_json(*loaded.program, simulate_all(loaded, 3)),
            authoring::to_json(*loaded.program, alone));
}

TEST(SimCommand, CannotPlayWhatDoesNotCompile) {
  auto const broken = testing::run(
      [] { return sim({.file = root / "tests/bad_prompts/CB101-unknown-turn.json"}); });

  EXPECT_EQ(broken.code, exit_cannot);
}

}  // namespace
}  // namespace curveball::app
