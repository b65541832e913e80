#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"
#include "dialogue/state.hpp"
#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using testing::edit;
using testing::fixture_files;
using ::testing::HasSubstr;
using testing::memory_source;
using testing::slip;

// The fixture with so many more variables that are texts (40 + 129 bytes of state each) and red
// flags (one byte each).
Loaded load_with(std::size_t texts, std::size_t flags) {
  auto files = fixture_files();
  std::string variables = "\"vars\": { ";
  for (std::size_t i = 0; i < texts; ++i) variables += "\"t" + std::to_string(i) + "\": \"x\", ";
  std::string concepts;
  for (std::size_t i = 0; i < flags; ++i) {
    concepts += "{ \"id\": \"f" + std::to_string(i) +
                "\", \"kind\": \"red_flag\", \"name\": \"Zebra\", \"any\": [\"zebra\"],"
                " \"samples\": { \"yes\": [\"A zebra.\"], \"no\": [\"A lion.\"] } },\n";
  }
  std::string const blame = "{ \"id\": \"blame\",";
  edit(files[std::string(slip)], "\"vars\": { ", variables);
  edit(files[std::string(slip)], blame, concepts + blame);
  return load(memory_source(std::move(files)), std::string(slip), Checks::lint);
}

std::size_t largest(Loaded const& loaded) {
  return dialogue::largest_state_bytes(loaded.program->script);
}

TEST(LargeState, IsTakenAtTheLimitAndRefusedOneBytePastIt) {
  auto const bare = load_with(0, 0);
  ASSERT_TRUE(bare.program);
  auto const per_text = largest(load_with(1, 0)) - largest(bare);
  auto const room = limits::state_bytes - largest(bare);

  auto const at_limit = load_with(room / per_text, room % per_text);
  auto const past_it = load_with(room / per_text, room % per_text + 1);

  ASSERT_TRUE(at_limit.program);
  EXPECT_EQ(largest(at_limit), limits::state_bytes);
  EXPECT_FALSE(past_it.program);
  EXPECT_THAT(testing::texts_of(past_it.diagnostics),
              ::testing::Contains(HasSubstr("error CB010 state-too-large: a session could take "
                                            "2049 bytes, which must be at most 2048")));
}

TEST(LargeState, IsRefusedForSixtyFourTexts) {
  auto const loaded = load_with(limits::variables_per_script - 3, 0);

  EXPECT_FALSE(loaded.program);
}

}  // namespace
}  // namespace curveball::scenario
