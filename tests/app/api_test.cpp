#include "app/api.hpp"

#include <gtest/gtest.h>
#include <string>

#include "app/outsider.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::Outsider;
using testing::RunningServer;
using testing::TempFolder;
using testing::http::verb;

class ApiTest : public ::testing::Test {
 protected:
  unsigned status(std::string const& target, verb method = verb::get) const {
    return browser_.request(method, target).result_int();
  }
  // The path of a new session; it is over when `ended`.
  std::string session(bool ended) const {
    Client client(browser_);
    client.start();
    if (ended) client.command("end", "end");
    return "/api/v1/sessions/" + client.session();
  }

  TempFolder folder_;
  RunningServer server_{folder_.path()};
  Browser browser_{server_.port()};
};

TEST_F(ApiTest, HealthCountsTheInterviewsOfTheLibrary) {
  auto const health = browser_.get("/healthz");

  EXPECT_EQ(health["status"], "ok");
  EXPECT_EQ(health["scenarios"], browser_.get("/api/v1/library")["scenarios"].size());
}

TEST_F(ApiTest, EveryCardOfTheLibraryOpens) {
  auto const library = browser_.get("/api/v1/library");
  ASSERT_FALSE(library["scenarios"].empty());

  for (auto const& card : library["scenarios"]) {
    auto const target = "/api/v1/library/" + card["id"].get<std::string>();

    EXPECT_EQ(browser_.get(target)["hash"], card["hash"]);
  }
}

TEST_F(ApiTest, OnlyWhoeverHasNoCookieGetsOne) {
  Browser nobody{server_.port()};
  nobody.cookie = "";

  EXPECT_EQ(nobody.request(verb::get, "/healthz").count("Set-Cookie"), 1U);
  EXPECT_EQ(browser_.request(verb::get, "/healthz").count("Set-Cookie"), 0U);
}

TEST_F(ApiTest, UnknownAddressesAre404) {
  auto const known = session(false);
  std::string const unknown = "/api/v1/sessions/" + store::make_session_id(wall_now()).text();

  for (auto const& target : {std::string("/api/v1/nothing"), std::string("/api/v1/library/nothing"),
                             std::string("/api/v1/sessions/nonsense"), unknown, unknown + "/report",
                             known + "/nothing"}) {
    EXPECT_EQ(status(target), 404U) << target;
  }
}

TEST_F(ApiTest, MethodsThatAnAddressDoesNotTakeAre405) {
  auto const known = session(true);

  EXPECT_EQ(status("/api/v1/library", verb::delete_), 405U);
  EXPECT_EQ(status(known + "/report", verb::delete_), 405U);
}

TEST_F(ApiTest, QueriesThatCannotBeUnderstoodAre400) {
  for (auto const* query :
       {"limit=0", "limit=101", "limit=x", "limit=1x", "status=late", "cursor=nonsense"}) {
    EXPECT_EQ(status(std::string("/api/v1/sessions?") + query), 400U) << query;
  }
}

TEST_F(ApiTest, APageHoldsAsManySessionsAsAskedAndNamesTheNext) {
  session(false);
  session(true);
  session(true);

  auto const first = browser_.get("/api/v1/sessions?limit=2");
  auto const second =
      browser_.get("/api/v1/sessions?limit=2&cursor=" + first["next"].get<std::string>());

  EXPECT_EQ(first["sessions"].size(), 2U);
  EXPECT_EQ(second["sessions"].size(), 1U);
  EXPECT_TRUE(second["next"].is_null());
  EXPECT_EQ(browser_.get("/api/v1/sessions?limit=100")["sessions"].size(), 3U);
}

TEST_F(ApiTest, TheListShowsOnlyWhatItsFilterNames) {
  session(false);
  session(true);

  EXPECT_EQ(browser_.get("/api/v1/sessions?status=open")["sessions"].size(), 1U);
  EXPECT_EQ(browser_.get("/api/v1/sessions?status=over")["sessions"].size(), 1U);
  EXPECT_TRUE(browser_.get("/api/v1/sessions?scenario=another")["sessions"].empty());
}

TEST_F(ApiTest, AReportIsKeptBackWhileTheInterviewIsOpen) {
  EXPECT_EQ(status(session(false) + "/report"), 409U);
  EXPECT_EQ(status(session(true) + "/report"), 200U);
}

TEST_F(ApiTest, ADamagedSessionIsAnErrorAndTheOthersCanBeRead) {
  auto const damaged = session(true);
  Outsider(folder_.path()).run("UPDATE event SET payload = 'damaged'");
  auto const whole = session(true);

  EXPECT_EQ(status(damaged), 500U);
  EXPECT_EQ(status(whole), 200U);
}

TEST_F(ApiTest, DeletingEverythingCountsTheSessionsAndLeavesNone) {
  session(false);
  session(true);

  auto const answer = browser_.request(verb::delete_, "/api/v1/sessions");

  EXPECT_EQ(json::parse(answer.body())["deleted"], 2);
  EXPECT_TRUE(browser_.get("/api/v1/sessions")["sessions"].empty());
}

TEST_F(ApiTest, ASessionThatCouldNotBeDeletedGoesOn) {
  Client client(browser_);
  client.start();
  Outsider(folder_.path())
      .run("CREATE TRIGGER keep BEFORE DELETE ON session BEGIN SELECT RAISE(ABORT, 'kept'); END");

  EXPECT_EQ(status("/api/v1/sessions/" + client.session(), verb::delete_), 503U);

  EXPECT_EQ(client.command("c1", "repeat")["seq"], 2);
}

}  // namespace
}  // namespace curveball::app
