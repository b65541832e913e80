#include "net/host_rules.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::net {
namespace {

HostRules rules_for(HostSettings settings) { return HostRules(settings); }

TEST(HostRules, LocalNamesWithTheBoundPortAreOurs) {
  HostRules const rules = rules_for({"127.0.0.1", 8080, {}, {}});

  for (std::string const host :
       {"localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"}) {
    EXPECT_TRUE(rules.accepts_host(host)) << host;
  }
}

TEST(HostRules, AnythingElseIsNot) {
  HostRules const rules = rules_for({"127.0.0.1", 8080, {}, {}});

  for (std::string const host : {"", "localhost", "localhost:80", "localhost:8081",
                                 "localhost:8080.evil.example", "evil.example", "evil.example:8080",
                                 "xlocalhost:8080", "localhost:8080 ", "0.0.0.0:8080"}) {
    EXPECT_FALSE(rules.accepts_host(host)) << host;
  }
}

TEST(HostRules, PortOfTheSchemeMayBeLeftOut) {
  HostRules const rules = rules_for({"127.0.0.1", 80, {}, {}});

  EXPECT_TRUE(rules.accepts_host("localhost"));
  EXPECT_TRUE(rules.accepts_host("localhost:80"));
}

TEST(HostRules, NamesGivenAreOursWithAndWithoutPort) {
  HostRules const rules =
      rules_for({"0.0.0.0", 8080, {"Practice.example.org", "other.example:9000", "[fe80::1]"}, {}});

  EXPECT_TRUE(rules.accepts_host("practice.example.org"));
  EXPECT_TRUE(rules.accepts_host("practice.example.org:8080"));
  EXPECT_FALSE(rules.accepts_host("practice.example.org:9000"));
  EXPECT_TRUE(rules.accepts_host("other.example:9000"));
  EXPECT_FALSE(rules.accepts_host("other.example:8080"));
  EXPECT_FALSE(rules.accepts_host("other.example"));
  EXPECT_TRUE(rules.accepts_host("[fe80::1]:8080"));
}

TEST(HostRules, BoundAddressIsOursButNotTheWildcard) {
  EXPECT_TRUE(rules_for({"192.0.2.7", 8080, {}, {}}).accepts_host("192.0.2.7:8080"));
  EXPECT_TRUE(rules_for({"2001:db8::7", 8080, {}, {}}).accepts_host("[2001:db8::7]:8080"));
  EXPECT_FALSE(rules_for({"0.0.0.0", 8080, {}, {}}).accepts_host("0.0.0.0:8080"));
  EXPECT_FALSE(rules_for({"::", 8080, {}, {}}).accepts_host("[::]:8080"));
}

TEST(HostRules, OriginIsSchemeAndHostWhole) {
  HostRules const rules = rules_for({"127.0.0.1", 8080, {}, {}});
  std::string const host = "localhost:8080";

  EXPECT_TRUE(rules.accepts_origin("http://localhost:8080", host));
  EXPECT_TRUE(rules.accepts_origin("https://LocalHost:8080", host));
  for (std::string const origin :
       {"", "null", "localhost:8080", "http://localhost", "http://localhost:8080/",
        "http://localhost:80801", "http://evil.example", "ftp://localhost:8080",
        "http://127.0.0.1:8080", "http://evil.example/http://localhost:8080"}) {
    EXPECT_FALSE(rules.accepts_origin(origin, host)) << origin;
  }
}

TEST(HostRules, OriginGivenIsTakenWithAnyOfOurHosts) {
  HostRules const rules = rules_for({"127.0.0.1", 8080, {}, {"https://practice.example.org"}});

  EXPECT_TRUE(rules.accepts_origin("https://practice.example.org", "localhost:8080"));
  EXPECT_FALSE(rules.accepts_origin("http://practice.example.org", "localhost:8080"));
  EXPECT_FALSE(rules.accepts_origin("https://practice.example.org.evil", "localhost:8080"));
}

}  // namespace
}  // namespace curveball::net
