#include "text/utf8.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

using namespace std::string_literals;

TEST(Utf8, WellFormedTextIsValid) {
  std::string const samples[] = {"",
                                 "plain",
                                 "\0"s,
                                 "caf\xC3\xA9",
                                 "\xE2\x82\xAC",
                                 "\xF0\x9F\x98\x80",
                                 "\xED\x9F\xBF",
                                 "\xEE\x80\x80",
                                 "\xF4\x8F\xBF\xBF"};

  for (std::string const& sample : samples) {
    EXPECT_TRUE(is_valid_utf8(sample)) << testing::PrintToString(sample);
  }
}

TEST(Utf8, MalformedTextIsNotValid) {
  std::string const samples[] = {
      "\x80",              // A continuation alone.
      "\xC3",              // Cut off.
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
}  // namespace curveball::text
