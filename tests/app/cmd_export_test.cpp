#include <gtest/gtest.h>
#include <iostream>
#include <sstream>
#include <string>

#include "app/commands.hpp"
#include "app/running_server.hpp"
#include "store/hash.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::RunningServer;
using testing::TempFolder;
using testing::http::verb;

// What a command writes to standard output.
template <class Command>
std::string output_of(Command const& command) {
  std::ostringstream out;
  auto* const before = std::cout.rdbuf(out.rdbuf());
  int const code = command();
  std::cout.rdbuf(before);
  EXPECT_EQ(code, exit_ok);
  return out.str();
}

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
    auto const owners = output_of(
        [&] { return export_session({.data_dir = folder.path(), .session = client.session()}); });

    EXPECT_FALSE(header_of(candidates).contains("script")) << moment;
    EXPECT_EQ(store::to_hex(store::sha256(header_of(owners)["script"].dump())),
              header_of(candidates)["scenario"]["hash"])
        << moment;
    EXPECT_EQ(candidates.substr(candidates.find('\n')), owners.substr(owners.find('\n')));
    client.command("c1", "end");
  }
}

}  // namespace
}  // namespace curveball::app
