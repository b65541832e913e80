#include "text/number_label.hpp"

#include <gtest/gtest.h>

namespace curveball::text {
namespace {

// The form of the text's first number in digits.
NumberForm form_in(std::string_view text) {
  WordCache cache;
  for (Token const& token : read(text, cache).tokens) {
    if (token.kind == TokenKind::number) return token.number;
  }
  ADD_FAILURE() << text;
  return NumberForm::none;
}

TEST(NumberLabel, NumberOfAThingCountsNothing) {
  for (std::string_view const text :
       {"in phase 2", "version 3.1 was out", "Step 4 failed", "Python 3.11.4", "option 2"}) {
    EXPECT_EQ(form_in(text), NumberForm::other) << text;
  }
}

TEST(NumberLabel, AgeCountsNothing) {
  for (std::string_view const text :
       {"a 35-year-old man", "she was 35 years old", "men aged 35", "at 4 years old"}) {
    EXPECT_EQ(form_in(text), NumberForm::other) << text;
  }
}

TEST(NumberLabel, CountStaysACount) {
  for (std::string_view const text :
       {"12 versions", "after that step, 3 teams left", "it took 3 years", "3.5 points",
        "This is the last phase. 12 teams stay."}) {
    EXPECT_EQ(form_in(text), NumberForm::amount) << text;
  }
}

TEST(NumberLabel, UnitOutweighsTheWordBefore) {
  EXPECT_EQ(form_in("at level 40%"), NumberForm::percent);
  EXPECT_EQ(form_in("phase 20ms"), NumberForm::duration);
}

}  // namespace
}  // namespace curveball::text
