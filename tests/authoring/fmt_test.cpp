#include "authoring/fmt.hpp"

#include <gtest/gtest.h>
#include <optional>
#include <string>

#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"
#include "scenario/source.hpp"

namespace curveball::authoring {
namespace {

std::string fmt(std::string const& text) {
  auto const json = scenario::read_json(text);
  EXPECT_TRUE(json.faults.empty());
  return formatted(text, json);
}

TEST(Fmt, PutsLeafObjectsOnOneLine) {
  EXPECT_EQ(fmt(R"({"a":{"b":1,
      "c":["x","y"]},"d":[]})"),
            "{\n  \"a\": { \"b\": 1, \"c\": [\"x\", \"y\"] },\n  \"d\": []\n}\n");
}

TEST(Fmt, BreaksALeafThatIsTooLong) {
  std::string const text(90, 'x');

  EXPECT_EQ(fmt("{\"a\": {\"b\": \"" + text + "\"}}"),
            "{\n  \"a\": {\n    \"b\": \"" + text + "\"\n  }\n}\n");
}

TEST(Fmt, BreaksWhatHoldsLeaves) {
  EXPECT_EQ(fmt(R"({"a":[{"b":[{"c":1}]}]})"),
            "{\n  \"a\": [\n    {\n      \"b\": [{ \"c\": 1 }]\n    }\n  ]\n}\n");
}

TEST(Fmt, KeepsCommentsWhereTheyStand) {
  EXPECT_EQ(fmt("// head\n{\"a\":1, // one\n/* two */\"b\":2\n  // tail\n}// end\n"),
            "// head\n{\n  \"a\": 1, // one\n  /* two */\n  \"b\": 2\n  // tail\n} // end\n");
}

TEST(Fmt, KeepsACommentInsideALeaf) {
  EXPECT_EQ(fmt("{\"a\": [1, // why\n2]}"), "{\n  \"a\": [\n    1, // why\n    2\n  ]\n}\n");
  EXPECT_EQ(fmt("{\"a\": {/* none */}}"), "{\n  \"a\": { /* none */\n  }\n}\n");
}

TEST(Fmt, MovesACommentBehindAKeyBeforeIt) {
  EXPECT_EQ(fmt("{\n\"a\": // why\n1}"), "{\n  // why\n  \"a\": 1\n}\n");
}

TEST(Fmt, KeepsOneBlankLineOfMany) {
  EXPECT_EQ(fmt("{\n\n\"a\":1,\n\n\n\"b\":2}"), "{\n  \"a\": 1,\n\n  \"b\": 2\n}\n");
}

TEST(Fmt, KeepsTheBytesOfKeysTextsAndNumbers) {
  EXPECT_EQ(fmt(R"({"\u0061 // no": "\"\u00e9 /* no */", "n": 1e3})"),
            "{\n  \"\\u0061 // no\": \"\\\"\\u00e9 /* no */\",\n  \"n\": 1e3\n}\n");
}

TEST(Fmt, EndsLinesWithoutCarriageReturns) {
  EXPECT_EQ(fmt("{\r\n\"a\": 1 // x\r\n}\r\n"), "{\n  \"a\": 1 // x\n}\n");
}

TEST(Fmt, ChangesNothingTheSecondTime) {
  for (auto const& file : scenario::embedded_prompts()) {
    if (!file.path.ends_with(".json")) continue;
    auto const once = fmt(std::string(file.bytes));

    EXPECT_EQ(fmt(once), once) << file.path;
  }
}

TEST(Fmt, LeavesTheMeaningAsItIs) {
  auto const shipped = scenario::embedded_source(scenario::embedded_prompts(), "prompts/");
  auto laid_out = shipped;
  laid_out.read = [&](std::string const& path) -> std::optional<std::string> {
    auto const text = shipped.read(path);
    return text ? std::optional(fmt(*text)) : std::nullopt;
  };
  std::size_t seen = 0;
  for (auto const& path : shipped.list()) {
    if (!path.starts_with("tpm/") && !path.starts_with("pm/")) continue;
    auto const as_written = scenario::load(shipped, path, scenario::Checks::compile);
    auto const as_formatted = scenario::load(laid_out, path, scenario::Checks::compile);

    EXPECT_EQ(as_formatted.canonical.sha256, as_written.canonical.sha256) << path;
    ++seen;
  }
  EXPECT_GE(seen, 6u);
}

}  // namespace
}  // namespace curveball::authoring
