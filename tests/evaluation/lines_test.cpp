#include "evaluation/lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "evaluation/temp_folder.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::EndsWith;

TEST(Lines, EveryLineThatIsNotEmptyIsAnObject) {
  testing::TempFolder const folder;
  auto const file = folder.write("a.jsonl", "{\"id\": \"x\", \"n\": 3}\n\n{\"id\": 4}");

  auto const lines = read_json_lines(file);

  ASSERT_TRUE(lines);
  ASSERT_EQ(lines->size(), 2U);
  EXPECT_EQ(text_of((*lines)[0], "id"), "x");
  EXPECT_EQ(number_of((*lines)[0], "n", 0), 3);
  EXPECT_EQ(text_of((*lines)[1], "id"), "");
  EXPECT_EQ(number_of((*lines)[1], "n", 7), 7);
}

TEST(Lines, FaultNamesTheLineThatIsNoObject) {
  testing::TempFolder const folder;

  auto const broken = read_json_lines(folder.write("a.jsonl", "{}\n{\n"));
  auto const number = read_json_lines(folder.write("b.jsonl", "{}\n\n5\n"));

  ASSERT_FALSE(broken);
  EXPECT_THAT(broken.error().message, EndsWith("a.jsonl: line 2 is no JSON object"));
  ASSERT_FALSE(number);
  EXPECT_THAT(number.error().message, EndsWith("b.jsonl: line 3 is no JSON object"));
}

TEST(Lines, MissingFileIsAFault) {
  testing::TempFolder const folder;

  auto const lines = read_json_lines(folder.path() / "none.jsonl");

  ASSERT_FALSE(lines);
  EXPECT_THAT(lines.error().message, EndsWith("none.jsonl: cannot be read"));
  EXPECT_FALSE(read_file(folder.path()));
}

TEST(Lines, FileOfTheGreatestSizeIsReadAndNoLargerOne) {
  testing::TempFolder const folder;
  std::string const text(limits::data_file_bytes, 'x');

  EXPECT_TRUE(read_file(folder.write("fits", text)));
  EXPECT_FALSE(read_file(folder.write("too_large", text + "x")));
}

}  // namespace
}  // namespace curveball::evaluation
