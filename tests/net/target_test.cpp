#include "net/target.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace curveball::net {
namespace {

TEST(Target, PathIsDecodedAndAPlusStaysAPlus) {
  auto const target = parse_target("/a%20b+c/%C3%BC");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/a b+c/ü");
  EXPECT_TRUE(target->query.empty());
}

TEST(Target, QueryKeepsItsOrderAndDecodesPlus) {
  auto const target = parse_target("/?b=1&a=x+y%2B&b=2&&flag&=v");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->query, (std::vector<QueryItem>{
                               {"b", "1"}, {"a", "x y+"}, {"b", "2"}, {"flag", ""}, {"", "v"}}));
}

TEST(Target, WhatIsNoPathIsRefused) {
  for (std::string const text : {"", "a", "*", "http://h/", "/a#b", "/%", "/%4", "/%4g", "/%00",
                                 "/%0a", "/%7f", "/%ff", "/?a=%", "/?a=%0d", "/?%e2%82=1"}) {
    EXPECT_FALSE(parse_target(text)) << text;
  }
}

TEST(Target, EscapeAtTheVeryEndIsRead) {
  auto const target = parse_target("/%41");

  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/A");
}

}  // namespace
}  // namespace curveball::net
