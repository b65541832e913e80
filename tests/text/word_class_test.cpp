#include "text/word_class.hpp"

#include <gtest/gtest.h>

namespace curveball::text {
namespace {

WordClasses of(std::string_view word) {
  WordCache cache;
  Reading const reading = read(word, cache);
  return classes_of(reading, reading.tokens.front());
}

TEST(WordClass, PastTenseOfDoing) {
  for (std::string_view const word : {"asked", "wrote", "cut", "Led"}) {
    EXPECT_TRUE(of(word).past) << word;
  }
}

TEST(WordClass, PastOfBeingOrKnowingIsNoDoing) {
  for (std::string_view const word : {"was", "had", "knew", "needed", "wanted", "red", "ask"}) {
    EXPECT_FALSE(of(word).past) << word;
  }
}

TEST(WordClass, NumbersAndMeasures) {
  EXPECT_TRUE(of("12").number);
  EXPECT_TRUE(of("seven").number);
  EXPECT_FALSE(of("12").measure);
  EXPECT_TRUE(of("12%").measure);
  EXPECT_TRUE(of("$3M").measure);
  EXPECT_FALSE(of("team").number);
}

TEST(WordClass, AdverbsGerundsAndFirstPersons) {
  EXPECT_TRUE(of("quickly").adverb);
  EXPECT_TRUE(of("then").adverb);
  EXPECT_TRUE(of("building").ing);
  EXPECT_FALSE(of("king").ing);
  EXPECT_TRUE(of("Our").first_person);
  EXPECT_FALSE(of("their").first_person);
}

}  // namespace
}  // namespace curveball::text
