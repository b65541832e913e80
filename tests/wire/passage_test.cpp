#include "wire/passage.hpp"

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <vector>

namespace curveball::wire {
namespace {

// The passage around these words of the text, each searched behind the one before.
std::string around(std::string const& text, std::initializer_list<char const*> words) {
  std::vector<matching::Evidence> evidence;
  std::size_t from = 0;
  for (std::string const word : words) {
    auto const at = text.find(word, from);
    EXPECT_NE(at, std::string::npos) << word;
    from = at + word.size();
    evidence.push_back({{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)}, {}});
  }
  return passage(text, evidence);
}

TEST(Passage, IsTheWholeClauseOfOneWord) {
  EXPECT_EQ(around("It is late. I would tell Ruth today, at noon. Then I wait.", {"tell"}),
            "I would tell Ruth today, at noon.");
}

TEST(Passage, RunsFromTheClauseOfTheFirstWordToThatOfTheLast) {
  EXPECT_EQ(around("Yes: we cut scope. It ships on the 7th. Good.", {"cut", "ships"}),
            "we cut scope. It ships on the 7th.");
}

TEST(Passage, DoesNotEndAtADotInsideANumber) {
  EXPECT_EQ(around("I would roll back 8.4 if that were possible\nNext", {"roll"}),
            "I would roll back 8.4 if that were possible");
}

TEST(Passage, ShortensALongStretchBetweenWordsOnly) {
  std::string const fits(passage_gap_bytes, 'x');

  EXPECT_EQ(around("We" + fits + "cut.", {"We", "cut"}), "We" + fits + "cut.");
  EXPECT_EQ(around("We" + fits + "xcut.", {"We", "cut"}), "We … cut.");
}

TEST(Passage, ShortensALongClauseAtAWord) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "abcd ";

  auto const made = around(words + "cut " + words + "end.", {"cut"});

  EXPECT_TRUE(made.starts_with("… abcd ")) << made;
  EXPECT_TRUE(made.ends_with(" abcd …")) << made;
  EXPECT_LE(made.size(), 2 * passage_gap_bytes + std::string("…  cut  …").size()) << made;
}

TEST(Passage, LeavesOutALongWordRatherThanBreakACharacter) {
  std::string longest;
  while (longest.size() <= passage_gap_bytes) longest += "ä";

  EXPECT_EQ(around(longest + "cut" + longest, {"cut"}), "… cut …");
}

}  // namespace
}  // namespace curveball::wire
