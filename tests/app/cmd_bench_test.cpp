#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_run.hpp"
#include "app/commands.hpp"

namespace curveball::app {
namespace {

TEST(BenchScoring, SaysWhatIsAbsentAndMeasuresNothingThen) {
  auto const json = testing::run([] {
    return bench_scoring({.data_dir = "no/data", .corpus_dir = "no/corpus", .json = true});
  });
  auto const table = testing::run(
      [] { return bench_scoring({.data_dir = "no/data", .corpus_dir = "no/corpus"}); });

  EXPECT_EQ(json.code, exit_ok);
  auto const object = nlohmann::json::parse(json.output);
  EXPECT_TRUE(object["own_pairwise"].is_null());
  EXPECT_TRUE(object["receipts"].is_null());
  EXPECT_FALSE(object["absent"].empty());
  EXPECT_NE(table.output.find("absent: no/corpus/halves.jsonl"), std::string::npos);
}

}  // namespace
}  // namespace curveball::app
