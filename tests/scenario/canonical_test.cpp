#include "scenario/canonical.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using Json = nlohmann::json;

TEST(CanonicalText, IsWhatTheJsonLibraryWritesOfTheSameValue) {
  auto const text =
      testing::load_edited("Let us keep to",
                           R"(\u0001\b\f\n\r\t \" \\ \/ \u007f \u00e4 \ud83d\ude00 keep to)")
          .canonical.text;

  ASSERT_NE(text.find(R"(\u0001\b\f\n\r\t \" \\ /)"), std::string::npos);
  EXPECT_EQ(Json::parse(text).dump(), text);
}

TEST(CanonicalText, HoldsTheFilesThatTheScenarioNamesWithoutTheirSchemas) {
  auto const files = testing::fixture_files();
  ASSERT_NE(files.at("shared/manners.json").find("$schema"), std::string::npos);

  auto const loaded = load(testing::memory_source(files), std::string(testing::slip));
  auto const value = Json::parse(loaded.canonical.text);

  EXPECT_EQ(loaded.canonical.text.find("$schema"), std::string::npos);
  EXPECT_EQ(value["profile"]["kind"], "profile");
  bool has_manners = false;
  for (auto const& used : value["uses"]) has_manners = has_manners || used["kind"] == "manners";
  EXPECT_TRUE(has_manners);
}

}  // namespace
}  // namespace curveball::scenario
