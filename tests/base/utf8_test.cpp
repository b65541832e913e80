#include "base/utf8.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball {
namespace {

using namespace std::string_literals;

TEST(Utf8, WellFormedTextIsValid) {
  std::string const samples[] = {
      "",
      "plain",
      "exactly8",
      "more than eight bytes",
      "\0"s,
      "caf\xC3\xA9",
      "12345678\xC3\xA9",
      "\xC2\x80",          // The first of two bytes.
      "\xDF\xBF",          // The last of two bytes.
      "\xE0\xA0\x80",      // The first of three bytes.
      "\xED\x9F\xBF",      // Below the surrogates.
      "\xEE\x80\x80",      // Above the surrogates.
      "\xEF\xBF\xBF",      // The last of three bytes.
      "\xF0\x90\x80\x80",  // The first of four bytes.
      "\xF0\x9F\x98\x80",
      "\xF4\x8F\xBF\xBF",  // The last one.
  };

  for (std::string const& sample : samples) {
    EXPECT_TRUE(is_valid_utf8(sample)) << testing::PrintToString(sample);
  }
}

TEST(Utf8, MalformedTextIsNotValid) {
  std::string const samples[] = {
      "\x80",              // A continuation alone.
      "\xBF",              // A continuation alone.
      "\xC3",              // Cut off.
      "12345678\xC3",      // Cut off, after what is read eight at a time.
      "1234567\xC3",       // Cut off, as the eighth.
      "\xF0\x90\x80",      // Cut off.
      "\xE2\x82",          // Cut off.
      "\xC0\xAF",          // Overlong, two bytes.
      "\xC1\xBF",          // Overlong, two bytes.
      "\xE0\x9F\xBF",      // Overlong, three bytes.
      "\xF0\x8F\xBF\xBF",  // Overlong, four bytes.
      "\xED\xA0\x80",      // First surrogate.
      "\xED\xBF\xBF",      // Last surrogate.
      "\xF4\x90\x80\x80",  // Above U+10FFFF.
      "\xF5\x80\x80\x80",
      "\xFE",
      "\xFF",
      "\xC3\x28",  // No continuation.
      "ok\xE2\x28\xA1",
  };

  for (std::string const& sample : samples) {
    EXPECT_FALSE(is_valid_utf8(sample)) << testing::PrintToString(sample);
  }
}

TEST(Utf8, EveryTwoByteSequenceAgreesWithTheTable) {
  for (unsigned first = 0; first < 256; ++first) {
    for (unsigned second = 0; second < 256; ++second) {
      std::string const text{static_cast<char>(first), static_cast<char>(second)};
      bool const ascii = first < 0x80 && second < 0x80;
      bool const pair = first >= 0xC2 && first < 0xE0 && second >= 0x80 && second < 0xC0;

      EXPECT_EQ(is_valid_utf8(text), ascii || pair) << first << ' ' << second;
    }
  }
}

TEST(Utf8, TheFirstBadByteIsFoundWhereItStands) {
  EXPECT_EQ(find_invalid_utf8("caf\xC3\xA9, twelve\xE2\x82"), 13U);
  EXPECT_EQ(find_invalid_utf8("0123456789abcde\xFF more"), 15U);
  EXPECT_EQ(find_invalid_utf8("nothing wrong"), std::string::npos);
}

TEST(Utf8, DecodesEveryLength) {
  EXPECT_EQ(decode_utf8("a", 0).code_point, U'a');
  EXPECT_EQ(decode_utf8("x\xC3\xA9", 1).code_point, U'\u00E9');
  EXPECT_EQ(decode_utf8("\xE2\x82\xAC", 0).bytes, 3);
  EXPECT_EQ(decode_utf8("\xF0\x9F\x98\x80", 0).code_point, U'\U0001F600');
}

TEST(Utf8, AMalformedByteIsOneByteLong) {
  Decoded const decoded = decode_utf8("\xE2\x28", 0);

  EXPECT_FALSE(decoded.valid);
  EXPECT_EQ(decoded.bytes, 1);
}

}  // namespace
}  // namespace curveball
