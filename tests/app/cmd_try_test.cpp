#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "app/command_run.hpp"
#include "app/commands.hpp"

namespace curveball::app {
namespace {

std::filesystem::path const corpus = std::filesystem::path(CURVEBALL_SOURCE_DIR) / "tests/corpus";

TEST(TrySamples, CountsEveryAnswerOfAQuestionOfTheCorpus) {
  auto const run = testing::run([] {
    return try_samples({.file = corpus / "three-requests/question.json",
                        .samples = corpus / "three-requests/answers.jsonl",
                        .json = true});
  });

  ASSERT_EQ(run.code, exit_ok);
  auto const object = nlohmann::json::parse(run.output);
  std::size_t counted = 0;
  for (auto const& row : object["confusion"]) {
    for (auto const& count : row) counted += count.get<std::size_t>();
  }
  EXPECT_EQ(counted, 15U);
  EXPECT_TRUE(object["kappa"].is_number());
}

TEST(TrySamples, CannotTryWhatIsNotThere) {
  auto const no_file = testing::run(
      [] { return try_samples({.file = "no/question.json", .samples = "no/answers.jsonl"}); });
  auto const no_turn = testing::run([] {
    return try_samples({.file = corpus / "three-requests/question.json",
                        .samples = corpus / "three-requests/answers.jsonl",
                        .turn = "nowhere"});
  });
  auto const no_samples = testing::run([] {
    return try_samples(
        {.file = corpus / "three-requests/question.json", .samples = "no/answers.jsonl"});
  });

  EXPECT_EQ(no_file.code, exit_cannot);
  EXPECT_EQ(no_turn.code, exit_cannot);
  EXPECT_EQ(no_samples.code, exit_cannot);
}

}  // namespace
}  // namespace curveball::app
