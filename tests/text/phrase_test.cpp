#include "text/phrase.hpp"

#include <array>
#include <gtest/gtest.h>

namespace curveball::text {
namespace {

bool occurs(std::string_view wording, std::string_view text) {
  WordCache cache;
  Reading const reading = read(text, cache);
  return PhraseFinder(reading, reading.sentences.front()).occurs(wording);
}

TEST(Phrase, WordsStandOneBehindAnother) {
  EXPECT_TRUE(occurs("asked the lead", "Then I asked the lead."));
  EXPECT_FALSE(occurs("asked the lead", "I asked the other lead."));
  EXPECT_FALSE(occurs("asked the lead", "I asked the"));
}

TEST(Phrase, OneOfSeveralWordsOrABeginning) {
  EXPECT_TRUE(occurs("i|we complain*", "we complained"));
  EXPECT_FALSE(occurs("i|we complain*", "they complained"));
}

TEST(Phrase, MarksTieItToThePlaceInItsSentence) {
  EXPECT_TRUE(occurs("^ so", "So it went."));
  EXPECT_FALSE(occurs("^ so", "It went so."));
  EXPECT_TRUE(occurs("so $", "It went so."));
  EXPECT_FALSE(occurs("so $", "So it went."));
  EXPECT_TRUE(occurs(", like", "It was, like, late."));
  EXPECT_FALSE(occurs(", like", "It was like that."));
}

TEST(Phrase, ClassesTakeAnyWordOfTheirKind) {
  EXPECT_TRUE(occurs("i ?ADV DID", "I quickly wrote"));
  EXPECT_FALSE(occurs("i ?ADV DID", "I knew"));
  EXPECT_TRUE(occurs("by MEASURE", "by 40%"));
  EXPECT_FALSE(occurs("by MEASURE", "by 40"));
  EXPECT_TRUE(occurs("NUM ANY ING", "twelve teams waiting"));
}

TEST(Phrase, NoWordIsCountedTwice) {
  constexpr std::array<std::string_view, 2> wordings{"you know", "know what"};
  WordCache cache;
  Reading const reading = read("you know what, you know", cache);

  EXPECT_EQ(PhraseFinder(reading, reading.sentences.front()).count(wordings), 2U);
}

}  // namespace
}  // namespace curveball::text
