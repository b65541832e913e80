#include "net/utf8.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::net {
namespace {

TEST(Utf8, WholeCharactersOfEveryLengthAreValid) {
  for (std::string const text :
       {"", "a", "exactly8", "more than eight bytes", "\xc2\x80", "\xdf\xbf", "\xe0\xa0\x80",
        "\xed\x9f\xbf", "\xee\x80\x80", "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf",
        "12345678\xc3\xa9"}) {
    EXPECT_TRUE(valid_utf8(text)) << testing::PrintToString(text);
  }
}

TEST(Utf8, BrokenCharactersAreNot) {
  for (std::string const text :
       {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x41", "\xe0\x9f\xbf", "\xe2\x82",
        "\xe2\x82\x41", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf0\x90\x80", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xff", "12345678\xc3", "1234567\xc3"}) {
    EXPECT_FALSE(valid_utf8(text)) << testing::PrintToString(text);
  }
}

TEST(Utf8, EveryTwoByteSequenceAgreesWithTheTable) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      std::string const text{static_cast<char>(first), static_cast<char>(second)};
      bool const ascii = first < 0x80 && second < 0x80;
      bool const pair = first >= 0xC2 && first < 0xE0 && second >= 0x80 && second < 0xC0;

      EXPECT_EQ(valid_utf8(text), ascii || pair) << first << ' ' << second;
    }
  }
}

}  // namespace
}  // namespace curveball::net
