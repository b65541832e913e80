#include "scenario/shape.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::HasSubstr;
using testing::load_edited;

// The only finding after the edit, or "none".
std::string finding_after(std::string_view from, std::string_view to) {
  auto const texts = testing::texts_of(load_edited(from, to, Checks::compile).diagnostics);
  if (texts.empty()) return "none";
  EXPECT_EQ(texts.size(), 1U) << ::testing::PrintToString(texts);
  return texts.front();
}

TEST(Ids, HaveUpToFortyOneSmallLettersDigitsAndUnderscores) {
  EXPECT_TRUE(follows(TextRule::id, "a" + std::string(40, '9')));
  EXPECT_FALSE(follows(TextRule::id, "a" + std::string(41, '9')));
  EXPECT_FALSE(follows(TextRule::id, "9a"));
  EXPECT_FALSE(follows(TextRule::id, "_a"));
  EXPECT_FALSE(follows(TextRule::id, "Open"));
  EXPECT_FALSE(follows(TextRule::id, ""));
  EXPECT_FALSE(follows(TextRule::id, "a-b"));
  EXPECT_TRUE(follows(TextRule::file_id, "a-b"));
}

TEST(Shape, HoldsWholeNumbersToTheirRange) {
  EXPECT_EQ(finding_after("\"minutes\": 10", "\"minutes\": 240"), "none");
  EXPECT_THAT(finding_after("\"minutes\": 10", "\"minutes\": 241"),
              HasSubstr("\"minutes\" must be a whole number from 1 to 240"));
  EXPECT_THAT(finding_after("\"minutes\": 10", "\"minutes\": 10.5"), HasSubstr("CB002"));
  EXPECT_THAT(finding_after("\"minutes\": 10", "\"minutes\": 18446744073709551615"),
              HasSubstr("CB002"));
}

TEST(Shape, HoldsVariableTextsToTheirLimit) {
  auto const with = [](std::size_t bytes) { return '"' + std::string(bytes, 'x') + '"'; };

  EXPECT_EQ(finding_after("\"Northwind\"", with(limits::variable_text_bytes)), "none");
  EXPECT_THAT(finding_after("\"Northwind\"", with(limits::variable_text_bytes + 1)),
              HasSubstr("at most 128 bytes long"));
}

TEST(Shape, NamesTheChoicesAndTheNearestOfThem) {
  EXPECT_THAT(finding_after("\"round\": \"program\"", "\"round\": \"progam\""),
              HasSubstr("one of \"program\", \"technical\""));
  EXPECT_THAT(finding_after("\"round\": \"program\"", "\"round\": \"progam\""),
              HasSubstr("did you mean \"program\"?"));
}

TEST(Shape, RefusesBlankTextsAndNull) {
  EXPECT_THAT(finding_after("\"title\": \"The slip\"", "\"title\": \"  \""),
              HasSubstr("not an empty one"));
  EXPECT_THAT(finding_after("\"title\": \"The slip\"", "\"title\": null"),
              HasSubstr("must be a text"));
}

TEST(Shape, SaysBesideWhatAFieldDoesNotBelong) {
  EXPECT_THAT(finding_after("\"id\": \"cool_down\", ", "\"id\": \"cool_down\", \"expects\": [], "),
              HasSubstr("there is no field \"expects\" here, beside \"say\""));
}

TEST(Shape, WantsFourLevelsInOrder) {
  EXPECT_THAT(finding_after("{ \"level\": 2, \"anchor\": \"Names one thing.\" },\n", ""),
              HasSubstr("\"levels\" must have at least 4 items"));
  EXPECT_THAT(finding_after("{ \"level\": 2, \"anchor\": \"Names one thing.\" }",
                            "{ \"level\": 3, \"anchor\": \"Names one thing.\" }"),
              HasSubstr("this one must be 2"));
}

}  // namespace
}  // namespace curveball::scenario
