#include <algorithm>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "scenario/lint.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::load_edited;
using testing::texts_of;

std::vector<std::string> codes_after(std::string_view from, std::string_view to) {
  std::vector<std::string> codes;
  for (auto const& found : load_edited(from, to).diagnostics) codes.emplace_back(found.code);
  return codes;
}

TEST(LintFlow, AGroupOfUnreachableTurnsIsReportedOnceAtItsHead) {
  auto const loaded = load_edited("{ \"id\": \"done\", \"end\"",
                                  "{ \"id\": \"second\", \"say\": \"B.\", \"next\": [ { \"id\": "
                                  "\"r\", \"goto\": \"done\" } ] },\n"
                                  "    { \"id\": \"first\", \"say\": \"A.\", \"next\": [ { \"id\": "
                                  "\"r\", \"goto\": \"second\" } ] },\n"
                                  "    { \"id\": \"done\", \"end\"");

  // "closing_call" now runs on into "second", so nothing is unreachable but "first".
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(to_text(loaded.diagnostics[0]), HasSubstr("nothing leads to turn \"first\""));
}

TEST(LintFlow, ARuleMarkedNowIsNotShadowedByAnEarlierOneThatIsNot) {
  EXPECT_THAT(
      codes_after("{ \"id\": \"r_blame\", \"when\": \"hit(blame)\"",
                  "{ \"id\": \"r_late\", \"when\": \"hit(blame)\", \"goto\": \"cool_down\" },\n"
                  "{ \"id\": \"r_blame\", \"when\": \"hit(blame)\""),
      IsEmpty());
}

TEST(LintFlow, TheSameConditionTwiceShadowsTheSecond) {
  EXPECT_THAT(codes_after("{ \"id\": \"r_else\", \"goto\"",
                          "{ \"id\": \"r_same\", \"when\": \"hits(open) >= 1 && calm\", \"goto\": "
                          "\"done\" }, { \"id\": \"r_else\", \"goto\""),
              ElementsAre("CB205"));
}

TEST(LintFlow, ATurnThatMayFollowItselfIsALoopWithoutAnswer) {
  EXPECT_THAT(codes_after("{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }",
                          "{ \"id\": \"r_again\", \"when\": \"calm\", \"goto\": \"cool_down\" }, "
                          "{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }"),
              ElementsAre("CB207"));
}

// "cool_down" calls a dialogue and may then call it again.
std::vector<std::string> codes_of_loop_over(std::string_view called_turn) {
  auto files = testing::fixture_files();
  auto& text = files[std::string(testing::slip)];
  testing::edit(text, "\"say\": \"Let us keep to what you can change.\", \"next\": [ ",
                "\"call\": \"aside\", \"next\": [ { \"id\": \"r_again\", \"when\": \"calm\", "
                "\"goto\": \"cool_down\" }, ");
  testing::edit(text, "\"dialogues\": [\n",
                "\"dialogues\": [\n{ \"id\": \"aside\", \"turns\": [ " + std::string(called_turn) +
                    " ] },\n");
  std::vector<std::string> codes;
  for (auto const& found :
       load(testing::memory_source(files), std::string(testing::slip)).diagnostics) {
    codes.emplace_back(found.code);
  }
  return codes;
}

TEST(LintFlow, ALoopOverASubDialogueNeedsAQuestionInIt) {
  EXPECT_THAT(codes_of_loop_over("{ \"id\": \"hm\", \"say\": \"Hm.\" }"), ElementsAre("CB207"));
  EXPECT_THAT(codes_of_loop_over("{ \"id\": \"hm\", \"mode\": \"case\", \"ask\": \"Hm?\", "
                                 "\"expects\": [] }"),
              IsEmpty());
}

TEST(LintFlow, AGotoIntoAnotherDialogueIsUnknownThere) {
  auto const loaded = load_edited("{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }",
                                  "{ \"id\": \"r_on\", \"goto\": \"quit\" }");

  EXPECT_THAT(texts_of(loaded.diagnostics), ElementsAre(HasSubstr("belongs to another dialogue")));
}

TEST(LintFlow, TheMainDialogueCannotReturn) {
  EXPECT_THAT(codes_after("{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }",
                          "{ \"id\": \"r_on\", \"goto\": \"return\" }"),
              ElementsAre("CB202"));
}

// `count` dialogues, each of which calls all that follow it, put before the fixture's own.
Loaded load_with_calls(std::size_t count, bool only_the_next) {
  std::string dialogues = "\"dialogues\": [\n";
  for (std::size_t i = 0; i < count; ++i) {
    auto const name = std::to_string(i);
    dialogues += "{ \"id\": \"d" + name + "\", \"turns\": [ ";
    auto const last = only_the_next ? std::min(i + 2, count) : count;
    for (std::size_t j = i + 1; j < last; ++j) {
      dialogues += "{ \"id\": \"c" + name + "_" + std::to_string(j) + "\", \"call\": \"d" +
                   std::to_string(j) + "\" }, ";
    }
    dialogues += "{ \"id\": \"s" + name + "\", \"say\": \"Hm.\" } ] },\n";
  }
  return load_edited("\"dialogues\": [\n", dialogues);
}

TEST(LintFlow, CallsMayNestAsDeepAsTheLimitAndNoDeeper) {
  auto const at_limit = load_with_calls(limits::call_depth, true);
  auto const past_limit = load_with_calls(limits::call_depth + 1, true);

  EXPECT_TRUE(at_limit.program);
  EXPECT_FALSE(past_limit.program);
  EXPECT_THAT(texts_of(past_limit.diagnostics), ::testing::Contains(HasSubstr("CB209")));
}

TEST(LintFlow, ManyWaysThroughTheSameCallsTakeNoLongerThanTheyAreMany) {
  auto const loaded = load_with_calls(30, false);  // 2^29 ways.

  EXPECT_THAT(texts_of(loaded.diagnostics), ::testing::Contains(HasSubstr("CB209")));
}

}  // namespace
}  // namespace curveball::scenario
