#include "app/verify_stored.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <sstream>
#include <string>

#include "app/commands.hpp"
#include "app/outsider.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::Outsider;
using testing::RunningServer;
using testing::TempFolder;

class VerifyStoredTest : public ::testing::Test {
 protected:
  std::string play() const {
    Client client(browser_);
    client.start();
    client.answer("a1", "It depends on where the bottleneck is.");
    return client.session();
  }
  std::unique_ptr<DataReader> data() const { return *DataReader::open(folder_.path()); }
  void remove(std::string const& session) const {
    browser_.request(testing::http::verb::delete_, "/api/v1/sessions/" + session);
  }

  TempFolder folder_;
  RunningServer server_{folder_.path()};
  Browser browser_{server_.port()};
  std::ostringstream out_;
};

TEST_F(VerifyStoredTest, ASessionThatWasDeletedSinceItWasListedIsSkippedAndSaidSo) {
  auto const gone = play();
  auto const kept = play();
  auto const data = this->data();
  auto const listed = data->session_ids();
  remove(gone);

  int const code = verify_listed(*data, listed, out_);

  EXPECT_EQ(code, exit_ok);
  EXPECT_THAT(
      out_.str(),
      HasSubstr(gone + ": there is no such session\n1 deleted since this began, skipped\n"));
  EXPECT_THAT(out_.str(), HasSubstr(kept + ": 2 events, recomputed"));
  EXPECT_THAT(out_.str(), HasSubstr("1 of 1 sessions are whole\n"));
}

TEST_F(VerifyStoredTest, ADamagedSessionIsAFindingAndNotSkipped) {
  auto const damaged = play();
  auto const data = this->data();
  Outsider(folder_.path()).run("UPDATE event SET payload = 'damaged' WHERE seq = 2");

  int const code = verify_listed(*data, {damaged}, out_);

  EXPECT_EQ(code, exit_findings);
  EXPECT_THAT(out_.str(), Not(HasSubstr("skipped")));
  EXPECT_THAT(out_.str(), HasSubstr("0 of 1 sessions are whole\n"));
}

TEST_F(VerifyStoredTest, ASessionThatIsNamedAndNotThereIsAFinding) {
  auto const gone = play();
  remove(gone);

  int const code = verify_named(*data(), gone, out_);

  EXPECT_EQ(code, exit_findings);
  EXPECT_THAT(out_.str(), HasSubstr("there is no such session\n0 of 1 sessions are whole\n"));
}

}  // namespace
}  // namespace curveball::app
