#include "scenario/json_reader.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "base/limits.hpp"

namespace curveball::scenario {
namespace {

using Json = nlohmann::json;

std::string first_fault(std::string_view text) {
  auto const result = read_json(text);
  if (result.faults.empty()) return "none";
  auto const& fault = result.faults.front();
  auto const at = Positions(text).at(fault.offset);
  return std::to_string(at.line) + ":" + std::to_string(at.column) + " " + fault.message;
}

// The value as the JSON library knows it, built from what read_json found.
Json rebuilt(JsonText const& json, std::uint32_t index) {
  auto const& value = json.values[index];
  Json out = value.type == JsonType::object ? Json::object() : Json::array();
  switch (value.type) {
    case JsonType::null:
      return nullptr;
    case JsonType::boolean:
      return value.number != 0;
    case JsonType::integer:
      return value.number;
    case JsonType::real:
      return 0.5;
    case JsonType::text:
      return std::string(value.text);
    case JsonType::list:
    case JsonType::object:
      break;
  }
  std::uint32_t children = 0;
  for (auto each = value.first; each != JsonValue::none; each = json.values[each].next) {
    auto const& child = json.values[each];
    (value.type == JsonType::object ? out[std::string(child.key)] : out.emplace_back()) =
        rebuilt(json, each);
    ++children;
  }
  EXPECT_EQ(children, value.children);
  return out;
}

TEST(ReadJson, GivesTheValuesThatTheJsonLibraryGives) {
  for (std::string_view const text :
       {"[]", "{}", "null", " true ", "-0", "[1, -20, 9223372036854775807, false, null]",
        "{\"b\": {\"c\": [\"x\", {}]}, \"a\": [[], [[1]]], \"\": \"\"}",
        "[\"\\u00e4\\n\\\"\\\\\\/\\t\\ud83d\\ude00 \xC3\xA4\"]", "\xEF\xBB\xBF[\"after a mark\"]",
        "{\"a\": 1, \"b\": 2, \"a\": 3}", "[0.5]"}) {
    auto const result = read_json(text);

    EXPECT_EQ(rebuilt(result, 0), Json::parse(text)) << text;
  }
}

TEST(ReadJson, TellsWholeNumbersOfSixtyFourBitsFromOthers) {
  auto const result = read_json("[-9223372036854775808, 9223372036854775808, 1.0, 1e3]");

  ASSERT_EQ(result.values.size(), 5U);
  EXPECT_EQ(result.values[1].type, JsonType::integer);
  EXPECT_EQ(result.values[1].number, INT64_MIN);
  EXPECT_EQ(result.values[2].type, JsonType::real);
  EXPECT_EQ(result.values[3].type, JsonType::real);
  EXPECT_EQ(result.values[4].type, JsonType::real);
}

TEST(ReadJson, GivesThePlaceOfKeysAndValues) {
  std::string_view const text = "{ // head\n  \"a\": [1,\n    {\"b/c\": \"x\"}]\n}";
  auto const result = read_json(text);
  Positions const positions(text);

  ASSERT_EQ(result.values.size(), 5U);
  auto const& list = result.values[1];
  auto const& deepest = result.values[4];
  EXPECT_EQ(positions.at(result.values[0].begin), (Position{1, 1}));
  EXPECT_EQ(result.values[0].end, text.size());
  EXPECT_EQ(positions.at(list.key_at), (Position{2, 3}));
  EXPECT_EQ(positions.at(list.begin), (Position{2, 8}));
  EXPECT_EQ(positions.at(result.values[2].key_at), (Position{2, 9}));
  EXPECT_EQ(positions.at(deepest.key_at), (Position{3, 6}));
  EXPECT_EQ(positions.at(deepest.begin), (Position{3, 13}));
  EXPECT_EQ(text.substr(deepest.begin, deepest.end - deepest.begin), "\"x\"");
}

TEST(ReadJson, SkipsBothKindsOfComment) {
  EXPECT_EQ(first_fault("/* a\n */ [1 /* , */, 2] // end"), "none");
  EXPECT_EQ(first_fault("[1] /* open"), "1:5 this comment is not closed by */");
}

TEST(ReadJson, FindsAKeyThatStandsTwiceEvenWhenItIsWrittenWithAnEscape) {
  std::string_view const text = "{\"ab\": 1,\n \"\\u0061b\": 2}";
  auto const result = read_json(text);

  ASSERT_EQ(result.faults.size(), 1U);
  EXPECT_EQ(result.faults[0].kind, JsonFaultKind::duplicate_key);
  EXPECT_EQ(Positions(text).at(result.faults[0].offset), (Position{2, 2}));
}

TEST(ReadJson, FindsEveryKeyThatStandsTwiceAmongManyMembers) {
  std::string text = "{\"k0\": 0";
  for (int i = 1; i < 100; ++i) text += ", \"k" + std::to_string(i) + "\": 0";
  text += ", \"k0\": 1, \"k30\": 1, \"k99\": 1, \"k100\": 1}";

  auto const result = read_json(text);

  ASSERT_EQ(result.faults.size(), 3U);
  EXPECT_EQ(result.faults[0].message, "\"k0\" stands twice in the same object");
  EXPECT_EQ(result.faults[1].message, "\"k30\" stands twice in the same object");
  EXPECT_EQ(result.faults[2].message, "\"k99\" stands twice in the same object");
}

TEST(ReadJson, AllowsTheSameKeyInDifferentObjects) {
  EXPECT_EQ(first_fault("[{\"a\": {\"a\": 1}}, {\"a\": 2}]"), "none");
}

TEST(ReadJson, SaysWhatIsWrongAndWhere) {
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

TEST(ReadJson, RefusesBytesThatAreNotUtf8) {
  for (std::string_view const bad : {"[\"\x80\"]", "[\"\xC0\xAF\"]", "[\"\xED\xA0\x80\"]",
                                     "[\"\xF4\x90\x80\x80\"]", "[\"\xE2\x82\"]"}) {
    auto const result = read_json(bad);

    ASSERT_EQ(result.faults.size(), 1U);
    EXPECT_EQ(result.faults[0].kind, JsonFaultKind::not_utf8);
    EXPECT_EQ(result.faults[0].offset, 2U);
  }
}

TEST(ReadJson, BoundsTheDepth) {
  std::string const at_limit =
      std::string(limits::json_depth, '[') + std::string(limits::json_depth, ']');

  EXPECT_EQ(first_fault(at_limit), "none");
  EXPECT_EQ(first_fault("[" + at_limit + "]"), "1:17 more than 16 brackets inside each other");
}

TEST(ReadJson, BoundsTheSize) {
  std::string text(limits::script_bytes, ' ');
  text[0] = '1';

  EXPECT_EQ(first_fault(text), "none");
  EXPECT_EQ(first_fault(text + " "), "1:1 the file is larger than 1048576 bytes");
}

TEST(OffsetInString, CountsEscapesAsTheyAreWritten) {
  std::string const text = "[\"a\\u00e4\\n\xC3\xA4z\"]";  // Decoded: a ä(2) \n ä(2) z.
  auto const result = read_json(text);
  auto const& value = result.values[1];

  EXPECT_EQ(offset_in_string(text, value, 0), 2U);
  EXPECT_EQ(offset_in_string(text, value, 1), 3U);
  EXPECT_EQ(offset_in_string(text, value, 3), 9U);
  EXPECT_EQ(offset_in_string(text, value, 6), 13U);
  EXPECT_EQ(offset_in_string(text, value, 99), 14U);
}

}  // namespace
}  // namespace curveball::scenario
