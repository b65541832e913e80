#include "base/hex.hpp"

#include <gtest/gtest.h>
#include <string_view>

namespace curveball {
namespace {

TEST(Hex, OnlyTheTwentyTwoDigitsHaveAValue) {
  std::string_view const digits = "0123456789abcdef0123456789ABCDEF";
  for (int c = -128; c < 128; ++c) {
    auto const found = digits.find(static_cast<char>(c));
    int const expected = found == std::string_view::npos ? -1 : static_cast<int>(found % 16);

    EXPECT_EQ(hex_value(static_cast<char>(c)), expected) << c;
  }
}

}  // namespace
}  // namespace curveball
