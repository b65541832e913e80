#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <vector>

#include "app/command_run.hpp"
#include "app/commands.hpp"
#include "app/running_server.hpp"
#include "store/hash.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::run;
using testing::RunningServer;
using testing::TempFolder;
using testing::http::verb;

json header_of(std::string const& lines) { return json::parse(lines.substr(0, lines.find('\n'))); }

// The lines between header and trailer.
std::vector<json> events_of(std::string const& export_text) {
  std::istringstream in(export_text);
  std::vector<json> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return {lines.begin() + 1, lines.end() - 1};
}

class ExportTest : public ::testing::Test {
 protected:
  ExportTest() {
    client_.start();
    client_.answer("a1", "It depends on the bottleneck: who waits for whom, and for what?");
  }
  std::string candidates_export() const {
    return browser_
        .request(verb::get, "/api/v1/sessions/" + client_.session() + "/export?format=jsonl")
        .body();
  }
  std::string owners_export() const {
    return run([&] {
             return export_session({.data_dir = folder_.path(), .session = client_.session()});
           })
        .output;
  }

  TempFolder folder_;
  RunningServer server_{folder_.path()};
  Browser browser_{server_.port()};
  Client client_{browser_};
};

TEST_F(ExportTest, CarriesTheScriptForTheOwnerOfTheDataAndNotForACandidate) {
  for (auto const* moment : {"open", "over"}) {
    auto const candidates = header_of(candidates_export());
    auto const owners = header_of(owners_export());

    EXPECT_FALSE(candidates.contains("script")) << moment;
    EXPECT_EQ(store::to_hex(store::sha256(owners["script"].dump())), candidates["scenario"]["hash"])
        << moment;
    client_.command("c1", "end");
  }
}

TEST_F(ExportTest, TellsACandidateWhatWasHeardOnlyWhenTheInterviewIsOver) {
  auto const open = events_of(candidates_export());
  auto const owners = events_of(owners_export());
  client_.command("c1", "end");

  ASSERT_EQ(open.size(), 2U);
  EXPECT_FALSE(open[1]["event"].contains("read"));
  EXPECT_FALSE(open[1]["event"].contains("changes"));
  EXPECT_EQ(open[1]["event"]["in"], owners[1]["event"]["in"]);
  EXPECT_EQ(open[1]["hash"], owners[1]["hash"]);
  EXPECT_GT(owners[1]["event"]["read"]["words"], 0);
  EXPECT_EQ(events_of(candidates_export()), events_of(owners_export()));
}

}  // namespace
}  // namespace curveball::app
