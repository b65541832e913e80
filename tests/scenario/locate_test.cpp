#include "scenario/locate.hpp"

#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"

namespace curveball::scenario {
namespace {

std::string first_fault(std::string_view text) {
  auto const result = scan(text);
  if (result.faults.empty()) return "none";
  auto const& fault = result.faults.front();
  return std::to_string(fault.at.line) + ":" + std::to_string(fault.at.column) + " " +
         fault.message;
}

TEST(Scan, GivesThePlaceOfKeysAndValuesByPointer) {
  auto const result = scan("{ // head\n  \"a\": [1,\n    {\"b/c\": \"x\"}]\n}");

  ASSERT_TRUE(result.faults.empty());
  EXPECT_EQ(result.locations.at("").value, (Position{1, 1}));
  EXPECT_EQ(result.locations.at("/a").key, (Position{2, 3}));
  EXPECT_EQ(result.locations.at("/a").value, (Position{2, 8}));
  EXPECT_EQ(result.locations.at("/a/0").value, (Position{2, 9}));
  EXPECT_EQ(result.locations.at("/a/1/b~1c").key, (Position{3, 6}));
  EXPECT_EQ(result.locations.at("/a/1/b~1c").value, (Position{3, 13}));
}

TEST(Scan, CountsColumnsInCharactersNotBytes) {
  auto const result = scan("{\"ä\": \"€\", \"b\": 1}");

  EXPECT_EQ(result.locations.at("/b").key, (Position{1, 12}));
}

TEST(Scan, SkipsBothKindsOfComment) {
  EXPECT_EQ(first_fault("/* a\n */ [1 /* , */, 2] // end"), "none");
  EXPECT_EQ(first_fault("[1] /* open"), "1:5 this comment is not closed by */");
}

TEST(Scan, FindsAKeyThatStandsTwiceEvenWhenItIsWrittenWithAnEscape) {
  auto const result = scan("{\"ab\": 1,\n \"\\u0061b\": 2}");

  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(result.faults[0].kind, ScanFaultKind::duplicate_key);
  EXPECT_EQ(result.faults[0].at, (Position{2, 2}));
}

TEST(Scan, AllowsTheSameKeyInDifferentObjects) {
  EXPECT_EQ(first_fault("[{\"a\": {\"a\": 1}}, {\"a\": 2}]"), "none");
}

TEST(Scan, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(first_fault("{\"a\": 1,}"), "1:9 there is a comma too much before \"}\"");
  EXPECT_EQ(first_fault("{\"a\": 1\n \"b\": 2}"), "2:2 a comma or \"}\" is missing before \"\"\"");
  EXPECT_EQ(first_fault("{a: 1}"), "1:2 a key in double quotes is missing before \"a\"");
  EXPECT_EQ(first_fault("{\"a\" 1}"), "1:6 a colon is missing after \"a\"");
  EXPECT_EQ(first_fault("[ ]]"), "1:4 there is more text after the end of the document");
  EXPECT_EQ(first_fault("[\"a\n\"]"), "1:2 this text is not closed by \" on its line");
  EXPECT_EQ(first_fault(""), "1:1 a value is missing before the end of the file");
  EXPECT_EQ(first_fault("['a']"), "1:2 texts are written in double quotes");
  EXPECT_EQ(first_fault("[01]"), "1:2 this is not a number");
  EXPECT_EQ(first_fault("[\"\\ud800\"]"),
            "1:3 \\u must be a character, or a pair for one above FFFF");
}

TEST(Scan, RefusesBytesThatAreNotUtf8) {
  for (std::string_view const bad : {"[\"\x80\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]",
                                     "[\"\xF4\x90\x80\x80\"]", "[\"\xE2\x82\"]"}) {
    auto const result = scan(bad);

    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].kind, ScanFaultKind::not_utf8);
    EXPECT_EQ(result.faults[0].at, (Position{1, 3}));
  }
}

TEST(Scan, BoundsTheDepth) {
  std::string const at_limit =
      std::string(limits::json_depth, '[') + std::string(limits::json_depth, ']');

  EXPECT_EQ(first_fault(at_limit), "none");
  EXPECT_EQ(first_fault("[" + at_limit + "]"), "1:17 more than 16 brackets inside each other");
}

TEST(Scan, BoundsTheSize) {
  std::string text(limits::script_bytes, ' ');
  text[0] = '1';

  EXPECT_EQ(first_fault(text), "none");
  EXPECT_EQ(first_fault(text + " "), "1:1 the file is larger than 1048576 bytes");
}

TEST(PositionInString, CountsEscapesAsTheyAreWritten) {
  std::string const text = "[\"a\\u00e4\\n\xC3\xA4z\"]";  // Decoded: a ä(2) \n ä(2) z.
  auto const result = scan(text);
  auto const& location = result.locations.at("/0");

  EXPECT_EQ(position_in_string(text, location, 0), (Position{1, 3}));
  EXPECT_EQ(position_in_string(text, location, 1), (Position{1, 4}));
  EXPECT_EQ(position_in_string(text, location, 3), (Position{1, 10}));
  EXPECT_EQ(position_in_string(text, location, 6), (Position{1, 13}));
  EXPECT_EQ(position_in_string(text, location, 99), (Position{1, 14}));
}

}  // namespace
}  // namespace curveball::scenario
