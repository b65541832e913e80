#include "matching/pattern_words.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::matching {
namespace {

Node node_of(NodeKind kind, std::string text) { return {.kind = kind, .text = std::move(text)}; }

TEST(PatternWords, GiveEveryUseOfAWordTheSameAtom) {
  PatternWords words;

  auto const first = words.read(node_of(NodeKind::word, "decision"));
  auto const again = words.read(node_of(NodeKind::word, "decision"));

  ASSERT_EQ(first.part_count, 1U);
  EXPECT_EQ(words.parts_of(again).front(), words.parts_of(first).front());
  EXPECT_EQ(words.size(), 1U);
}

TEST(PatternWords, TellTheKindsOfAWordApart) {
  PatternWords words;

  auto const word = words.read(node_of(NodeKind::word, "plan"));
  auto const prefix = words.read(node_of(NodeKind::prefix, "plan"));
  auto const exact = words.read(node_of(NodeKind::exact, "plan"));
  auto const cased = words.read(node_of(NodeKind::exact, "Plan"));

  EXPECT_EQ(words.at(words.parts_of(word).front()).kind, AtomKind::stem);
  EXPECT_EQ(words.at(words.parts_of(prefix).front()).kind, AtomKind::prefix);
  EXPECT_EQ(words.at(words.parts_of(exact).front()).kind, AtomKind::word);
  EXPECT_EQ(words.at(words.parts_of(cased).front()).kind, AtomKind::cased);
}

TEST(PatternWords, ReadAWordOfPartsAsItsPartsAndAsOne) {
  PatternWords words;

  auto const word = words.read(node_of(NodeKind::word, "roll-out"));
  auto const exact = words.read(node_of(NodeKind::exact, "roll-out"));

  EXPECT_EQ(word.part_count, 2U);
  EXPECT_NE(word.whole, ReadWord::none);
  EXPECT_EQ(exact.part_count, 0U);
  EXPECT_NE(exact.whole, ReadWord::none);
}

TEST(PatternWords, TellAPrefixOfOneLetterApart) {
  PatternWords words;

  EXPECT_TRUE(words.read(node_of(NodeKind::prefix, "a-b")).prefix_too_short);
  EXPECT_FALSE(words.read(node_of(NodeKind::prefix, "a-bc")).prefix_too_short);
  EXPECT_FALSE(words.read(node_of(NodeKind::word, "a-b")).prefix_too_short);
}

TEST(PatternWords, KnowThousandsOfWords) {
  PatternWords words;
  for (int i = 0; i < 5'000; ++i) words.read(node_of(NodeKind::exact, "w" + std::to_string(i)));

  auto const known = words.size();
  auto const early = words.read(node_of(NodeKind::exact, "w7"));

  EXPECT_EQ(known, 5'000U);
  EXPECT_EQ(words.size(), known);
  EXPECT_EQ(words.at(words.parts_of(early).front()).word, text::word_id("w7"));
}

}  // namespace
}  // namespace curveball::matching
