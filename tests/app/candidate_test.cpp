#include "app/candidate.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::app {
namespace {

TEST(Candidate, FreshCookieIsReadBackAndKeptFromScriptsAndOtherSites) {
  auto const cookie = fresh_cookie();

  EXPECT_TRUE(token_hash_of(cookie.substr(0, cookie.find(';'))));
  EXPECT_NE(cookie.find("; HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("; SameSite=Strict"), std::string::npos);
}

TEST(Candidate, TwoFreshCookiesDiffer) { EXPECT_NE(fresh_cookie(), fresh_cookie()); }

TEST(Candidate, IllFormedTokensAreNobody) {
  for (auto const& header :
       {std::string(), std::string("curveball="), "curveball=" + std::string(42, 'a'),
        "curveball=" + std::string(44, 'a'), "curveball=" + std::string(42, 'a') + "!",
        "other=" + std::string(43, 'a')}) {
    EXPECT_FALSE(token_hash_of(header)) << header;
  }
}

}  // namespace
}  // namespace curveball::app
