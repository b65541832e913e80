#include <gtest/gtest.h>
#include <string>

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

TEST(Export, CarriesTheScriptForTheOwnerOfTheDataAndNotForACandidate) {
  TempFolder const folder;
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  auto const target = "/api/v1/sessions/" + client.session() + "/export?format=jsonl";

  for (auto const* moment : {"open", "over"}) {
    auto const candidates = browser.request(verb::get, target).body();
    auto const owners = run(
        [&] { return export_session({.data_dir = folder.path(), .session = client.session()}); });

    EXPECT_FALSE(header_of(candidates).contains("script")) << moment;
    EXPECT_EQ(store::to_hex(store::sha256(header_of(owners.output)["script"].dump())),
              header_of(candidates)["scenario"]["hash"])
        << moment;
    EXPECT_EQ(candidates.substr(candidates.find('\n')),
              owners.output.substr(owners.output.find('\n')));
    client.command("c1", "end");
  }
}

}  // namespace
}  // namespace curveball::app
