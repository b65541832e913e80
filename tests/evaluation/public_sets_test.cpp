#include "evaluation/public_sets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "evaluation/small_sets.hpp"

namespace curveball::evaluation {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

TEST(PublicSets, ArchiveGivesItsQuestionsByFolder) {
  testing::TempFolder const folder;
  auto const zip =
      testing::write_zip(folder, {{"training/3way/beetle/p.xml", testing::pump_question},
                                  {"training/3way/beetle/a.xml", testing::cache_question},
                                  {"test/x/p.xml", testing::pump_question},
                                  {"README.txt", "Read me."}});

  auto const folders = read_question_archive(zip);

  ASSERT_TRUE(folders) << folders.error().message;
  ASSERT_EQ(folders->size(), 2U);
  auto const& training = folders->at("training/3way/beetle");
  ASSERT_EQ(training.size(), 2U);
  EXPECT_EQ(training[0].id, "1.1");
  EXPECT_EQ(training[1].id, "PUMP");
}

TEST(PublicSets, WhatIsNoArchiveIsAFault) {
  testing::TempFolder const folder;

  auto const none = read_question_archive(folder.path() / "none.zip");
  auto const text = read_question_archive(folder.write("text.zip", "This is no archive at all."));

  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().message, EndsWith("none.zip: cannot be read"));
  EXPECT_FALSE(text);
}

TEST(PublicSets, FaultNamesTheFileOfTheArchive) {
  testing::TempFolder const folder;

  auto const folders = read_question_archive(testing::write_zip(folder, {{"a/b.xml", "<no>"}}));

  ASSERT_FALSE(folders);
  EXPECT_THAT(folders.error().message, HasSubstr("set.zip: a/b.xml: "));
}

TEST(PublicSets, FileOfTheGreatestSizeIsUnpackedAndNoLargerOne) {
  std::string xml(testing::cache_question);
  xml.resize(limits::data_file_bytes, '\n');
  auto const longer = xml + "\n";
  testing::TempFolder const fits;
  testing::TempFolder const too_large;

  EXPECT_TRUE(read_question_archive(testing::write_zip(fits, {{"q.xml", xml}})));
  auto const refused = read_question_archive(testing::write_zip(too_large, {{"q.xml", longer}}));
  ASSERT_FALSE(refused);
  EXPECT_THAT(refused.error().message, EndsWith("q.xml cannot be unpacked"));
}

TEST(PublicSets, ArchiveOfTheMostFilesIsReadAndNoLargerOne) {
  std::map<std::string, std::string_view> files;
  for (std::size_t i = 0; i < limits::data_files; ++i) files[std::to_string(i)] = "";
  testing::TempFolder const fits;
  testing::TempFolder const too_many;

  EXPECT_TRUE(read_question_archive(testing::write_zip(fits, files)));
  files["one more"] = "";
  EXPECT_FALSE(read_question_archive(testing::write_zip(too_many, files)));
}

TEST(PublicSets, FolderGivesItsQuestionsByName) {
  testing::TempFolder const folder;
  folder.write("set/b.xml", testing::pump_question);
  folder.write("set/a.xml", testing::cache_question);
  folder.write("set/LICENSE", "-");

  auto const questions = read_question_folder(folder.path() / "set");

  ASSERT_TRUE(questions);
  ASSERT_EQ(questions->size(), 2U);
  EXPECT_EQ(questions->front().id, "1.1");
  EXPECT_FALSE(read_question_folder(folder.path() / "none"));
}

}  // namespace
}  // namespace curveball::evaluation
