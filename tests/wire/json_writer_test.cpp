#include "wire/json_writer.hpp"

#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>

namespace curveball::wire {
namespace {

TEST(JsonWriter, PutsCommasBetweenValuesOnly) {
  JsonWriter out;
  {
    auto const object = out.object();
    out.field("a", 1);
    {
      auto const list = out.key("b").array();
      out.value("x");
      { auto const empty = out.array(); }
      { auto const none = out.object(); }
      out.value(nullptr);
    }
    out.field("c", true);
    out.field("d", false);
  }

  EXPECT_EQ(std::move(out).take(), R"({"a":1,"b":["x",[],{},null],"c":true,"d":false})");
}

TEST(JsonWriter, WritesTheWholeRangeOfIntegers) {
  JsonWriter out;
  {
    auto const list = out.array();
    out.value(std::numeric_limits<std::int64_t>::min());
    out.value(std::numeric_limits<std::uint64_t>::max());
    out.value(std::uint8_t{7});
  }

  EXPECT_EQ(std::move(out).take(), "[-9223372036854775808,18446744073709551615,7]");
}

// The library that reads stored events is the judge of how each character is written.
TEST(JsonWriter, EscapesAsTheReaderOfStoredEventsDoes) {
  for (unsigned code = 0; code < 0x80; ++code) {
    std::string const text = std::string("a") + static_cast<char>(code) + "b";
    JsonWriter out;

    out.value(text);

    EXPECT_EQ(std::move(out).take(), nlohmann::json(text).dump()) << code;
  }
  JsonWriter beyond;
  beyond.value("\"caf\u00e9\" \U0001F680\n");
  EXPECT_EQ(std::move(beyond).take(), "\"\\\"caf\u00e9\\\" \U0001F680\\n\"");
}

}  // namespace
}  // namespace curveball::wire
