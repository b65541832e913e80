#include "base/result.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

namespace curveball {
namespace {

Result<int, std::string> half_of(int number) {
  if (number % 2 != 0) return Unexpected{std::string("odd")};
  return number / 2;
}

TEST(Result, HoldsTheValueOfASuccess) {
  auto const result = half_of(8);

  ASSERT_TRUE(result);
  EXPECT_EQ(*result, 4);
}

TEST(Result, HoldsTheErrorOfAFailure) {
  auto const result = half_of(7);

  ASSERT_FALSE(result);
  EXPECT_EQ(result.error(), "odd");
}

TEST(Result, KeepsValueAndErrorApartWhenTheyHaveTheSameType) {
  Result<std::string, std::string> const failure = Unexpected{std::string("x")};
  Result<std::string, std::string> const success = std::string("x");

  EXPECT_FALSE(failure);
  EXPECT_TRUE(success);
}

TEST(Result, GivesAwayAValueThatCannotBeCopied) {
  Result<std::unique_ptr<int>, int> result = std::make_unique<int>(5);

  std::unique_ptr<int> const taken = *std::move(result);

  EXPECT_EQ(*taken, 5);
}

}  // namespace
}  // namespace curveball
