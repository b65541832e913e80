#include "net/response_head.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

namespace curveball::net {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::chrono::sys_seconds at(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

TEST(ResponseHead, DatesAreThoseOfTheStandard) {
  EXPECT_EQ(http_date(at(784'111'777)), "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(at(0)), "Thu, 01 Jan 1970 00:00:00 GMT");
  EXPECT_EQ(http_date(at(951'782'400)), "Tue, 29 Feb 2000 00:00:00 GMT");
}

TEST(ResponseHead, IsAStartLineHeadersAndAnEmptyLine) {
  HttpResponse response;
  response.content_type = "text/plain";
  response.body = std::string("12345");
  response.headers.emplace_back("ETag", "\"x\"");

  std::string const head = response_head(response, {.keep_alive = false}).value();

  EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nETag: \"x\"\r\n"
                               "Content-Length: 5\r\nCache-Control: no-store\r\n"));
  EXPECT_THAT(head, HasSubstr("\r\nConnection: close\r\n"));
  EXPECT_THAT(head, EndsWith("\r\n\r\n"));
}

TEST(ResponseHead, PolicyIsExactlyTheStrictOne) {
  std::string const head = response_head({}, {}).value();

  EXPECT_THAT(head,
              HasSubstr("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; "
                        "style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src "
                        "'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; "
                        "form-action 'self'; frame-ancestors 'none'; "
                        "require-trusted-types-for 'script'\r\n"));
}

TEST(ResponseHead, CachePoliciesAreSpelledOut) {
  HttpResponse response;
  response.cache = Cache::immutable;
  EXPECT_THAT(response_head(response, {}).value(),
              HasSubstr("\r\nCache-Control: public, max-age=31536000, immutable\r\n"));
  response.cache = Cache::revalidate;
  EXPECT_THAT(response_head(response, {}).value(), HasSubstr("\r\nCache-Control: no-cache\r\n"));
}

TEST(ResponseHead, AnswersWithoutContentHaveNoLength) {
  for (unsigned const status : {204U, 304U}) {
    HttpResponse response;
    response.status = status;

    EXPECT_THAT(response_head(response, {}).value(), Not(HasSubstr("Content-Length"))) << status;
  }
}

TEST(ResponseHead, LineBreaksAndNulInHeadersAreRefused) {
  for (std::string const& bad :
       {std::string("a\rb"), std::string("a\nb"), std::string("a\0b", 3)}) {
    HttpResponse value;
    value.headers.emplace_back("X", bad);
    HttpResponse name;
    name.headers.emplace_back(bad, "x");
    HttpResponse type;
    type.content_type = bad;

    EXPECT_FALSE(response_head(value, {}));
    EXPECT_FALSE(response_head(name, {}));
    EXPECT_FALSE(response_head(type, {}));
  }
}

}  // namespace
}  // namespace curveball::net
