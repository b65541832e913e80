#include <SQLiteCpp/Database.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "app/command_run.hpp"
#include "app/commands.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using ::testing::HasSubstr;
using testing::run;
using testing::RunningServer;
using testing::TempFolder;

// The id of a session that was played to its end on a server that has gone.
std::string play(TempFolder const& folder) {
  RunningServer const server(folder.path());
  Browser const browser{server.port()};
  Client client(browser);
  client.start();
  client.answer("a1", "It depends on where the bottleneck is.");
  client.command("c1", "end");
  return client.session();
}

TEST(Replay, VerifyingAllNamesTheSessionThatIsNotWholeAndWhy) {
  TempFolder const folder;
  auto const whole = play(folder);
  auto const cut = play(folder);
  ReplayOptions const options{.data_dir = folder.path(), .session = "all", .verify = true};
  auto const before = run([&] { return replay(options); });
  SQLite::Database(store::DataFolder(folder.path()).database().string(), SQLite::OPEN_READWRITE)
      .exec("DELETE FROM event WHERE seq = 3 AND session = (SELECT max(key) FROM session)");

  auto const after = run([&] { return replay(options); });

  EXPECT_EQ(before.code, exit_ok) << before.output;
  EXPECT_THAT(before.output, HasSubstr("2 of 2 sessions are whole"));
  EXPECT_EQ(after.code, exit_findings);
  EXPECT_THAT(after.output, HasSubstr(whole + ": 3 events, recomputed, every hash matches"));
  EXPECT_THAT(after.output, HasSubstr(cut + ": it is stored as over"));
  EXPECT_THAT(after.output, HasSubstr("1 of 2 sessions are whole"));
}

}  // namespace
}  // namespace curveball::app
