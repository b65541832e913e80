#include "evaluation/figures.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace curveball::evaluation {
namespace {

using ::testing::HasSubstr;

Figures three() {
  Figures figures;
  figures.figures.push_back(single("one", "First thing", 0.9714, 0.97));
  figures.figures.back().parts.front().baselines.word_count = 0.25;
  figures.figures.push_back({.name = "two",
                             .what = "Second thing",
                             .parts = {{.name = "left", .value = 0.5, .target = 0.6},
                                       {.name = "right", .value = {}, .target = {}}}});
  figures.figures.push_back(single("three", "Third thing", {}, 0.05));
  figures.figures.back().goal = Goal::at_most;
  figures.absent.push_back("there is no data");
  return figures;
}

TEST(Figures, JsonHasTheNamesAndNullForWhatIsNotMeasured) {
  auto const object = nlohmann::json::parse(to_json(three()));

  EXPECT_EQ(object["one"], 0.9714);
  EXPECT_EQ(object["two"]["left"], 0.5);
  EXPECT_TRUE(object["two"]["right"].is_null());
  EXPECT_TRUE(object["three"].is_null());
  EXPECT_EQ(object["baselines"]["word_count"], nlohmann::json({{"one", 0.25}}));
  EXPECT_EQ(object["targets"]["three"], 0.05);
  EXPECT_EQ(object["absent"][0], "there is no data");
  EXPECT_TRUE(object["receipts"].is_null());
}

TEST(Figures, TableSaysWhatIsMetMissedAndNotMeasured) {
  auto const table = to_table(three());

  EXPECT_THAT(table, HasSubstr("0.971  met"));
  EXPECT_THAT(table, HasSubstr("0.500  MISSED"));
  EXPECT_THAT(table, HasSubstr("not measured"));
  EXPECT_THAT(table, HasSubstr("<= 0.050"));
  EXPECT_THAT(table, HasSubstr("absent: there is no data"));
}

TEST(Figures, AtMostIsMetFromBelow) {
  auto figure = single("f", "F", 0.05, 0.05);
  figure.goal = Goal::at_most;

  EXPECT_TRUE(meets(figure, figure.parts.front()));
  figure.parts.front().value = 0.06;
  EXPECT_FALSE(meets(figure, figure.parts.front()));
}

}  // namespace
}  // namespace curveball::evaluation
