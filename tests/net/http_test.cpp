#include "net/http.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace curveball::net {
namespace {

TEST(Http, CookieIsFoundByItsWholeName) {
  EXPECT_EQ(cookie_value("a=1; curveball=abc; b=2", "curveball"), "abc");
  EXPECT_EQ(cookie_value("xcurveball=no;curveball=a=b", "curveball"), "a=b");
  EXPECT_EQ(cookie_value("curveball=first; curveball=second", "curveball"), "first");
  EXPECT_EQ(cookie_value("curveball=", "curveball"), "");
}

TEST(Http, MissingCookieIsNothing) {
  EXPECT_FALSE(cookie_value("", "curveball"));
  EXPECT_FALSE(cookie_value(";;=;", "curveball"));
  EXPECT_FALSE(cookie_value("curveball", "curveball"));
  EXPECT_FALSE(cookie_value("Curveball=x", "curveball"));
}

TEST(Http, FirstQueryItemOfTheNameIsTaken) {
  std::vector<QueryItem> const query{{"a", "1"}, {"b", "2"}, {"a", "3"}};

  EXPECT_EQ(query_value(query, "a"), "1");
  EXPECT_FALSE(query_value(query, "c"));
}

TEST(Http, ResponderDeliversTheFirstAnswerOnly) {
  std::vector<unsigned> delivered;
  {
    HttpResponder const responder(
        [&](HttpResponse response) { delivered.push_back(response.status); });
    HttpResponder const copy = responder;
    copy.respond(problem(404, "First."));
    responder.respond(problem(403, "Second."));
  }

  EXPECT_EQ(delivered, std::vector<unsigned>{404});
}

TEST(Http, ResponderAnswers500OnlyWhenItsLastCopyGoes) {
  std::vector<unsigned> delivered;
  auto responder = std::make_unique<HttpResponder>(
      [&](HttpResponse response) { delivered.push_back(response.status); });
  auto copy = std::make_unique<HttpResponder>(*responder);

  responder.reset();
  EXPECT_TRUE(delivered.empty());
  copy.reset();

  EXPECT_EQ(delivered, std::vector<unsigned>{500});
}

}  // namespace
}  // namespace curveball::net
