#include "app/verification.hpp"

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <string>

#include "app/data_reader.hpp"
#include "app/running_server.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::RunningServer;
using testing::TempFolder;

// A data folder with two sessions that a real server stored: one that is over, one still open.
struct Played {
  TempFolder folder;
  std::string over;
  std::string open;

  Played() {
    RunningServer const server(folder.path());
    Browser const browser{server.port()};
    Client first(browser);
    first.start();
    first.answer("a1", "It depends on where the bottleneck is.");
    first.answer("a2", "I would ask one owner for it.");
    first.command("c1", "end");
    over = first.session();
    Client second(browser);
    second.start();
    second.answer("a1", "It depends on where the bottleneck is.");
    second.answer("a2", "I would ask one owner for it.");
    open = second.session();
  }
};

Played const& played() {
  static Played const made;
  return made;
}

// What verifying says of a session of a copy of the folder in which `sql` was run; "whole" when it
// finds nothing.
std::string verdict_after(std::string const& sql, std::string const& session) {
  TempFolder const copy;
  std::filesystem::copy(played().folder.path(), copy.path(),
                        std::filesystem::copy_options::recursive);
  {
    SQLite::Database database(store::DataFolder(copy.path()).database().string(),
                              SQLite::OPEN_READWRITE);
    database.exec(sql);
  }
  auto const data = DataReader::open(copy.path());
  if (!data) return data.error();
  auto const loaded = (*data)->load(session);
  if (!loaded) return loaded.error();
  text::WordCache words;
  auto const depth = verify(*loaded, words);
  return depth ? "whole" : depth.error();
}

TEST(Verification, ASessionThatNobodyTouchedIsWhole) {
  EXPECT_EQ(verdict_after("", played().over), "whole");
  EXPECT_EQ(verdict_after("", played().open), "whole");
}

TEST(Verification, AStartThatWasStoredWithoutItsIdIsWholeAndOneUnderAnotherIsNot) {
  EXPECT_EQ(verdict_after("UPDATE event SET answer_id = NULL WHERE seq = 1", played().over),
            "whole");
  EXPECT_NE(verdict_after("UPDATE event SET answer_id = 'other' WHERE seq = 1", played().over),
            "whole");
}

struct Tampering {
  char const* name;
  char const* sql;
  char const* fault;  // Named by what verifying says.
};

void PrintTo(Tampering const& tampering, std::ostream* out) { *out << tampering.name; }

class TamperedSession : public ::testing::TestWithParam<Tampering> {};

TEST_P(TamperedSession, IsNotWholeAndTheFaultIsNamed) {
  auto const said = verdict_after(GetParam().sql, played().over);

  EXPECT_NE(said.find(GetParam().fault), std::string::npos) << said;
}

INSTANTIATE_TEST_SUITE_P(
    EveryKind, TamperedSession,
    ::testing::Values(
        Tampering{"script", "UPDATE script SET canonical = replace(canonical, 'one', 'two')",
                  "the stored script does not match its hash"},
        Tampering{"script_that_is_no_script", "UPDATE script SET canonical = '{}'",
                  "the stored script does not match its hash"},
        Tampering{"first_event", "DELETE FROM event WHERE seq = 1", "event 1: it is missing"},
        Tampering{"event_between", "DELETE FROM event WHERE seq = 3", "event 3: it is missing"},
        Tampering{"every_event", "DELETE FROM event", "event 1: it is missing"},
        Tampering{"last_event", "DELETE FROM event WHERE seq = 4", "events are cut off"},
        Tampering{"last_events", "DELETE FROM event WHERE seq >= 3", "events are cut off"},
        Tampering{"moved_numbers", "UPDATE event SET seq = seq + 10 WHERE seq > 2",
                  "event 3: it is missing"},
        Tampering{"words",
                  "UPDATE event SET payload = replace(payload, 'one owner', 'no owner') "
                  "WHERE seq = 3",
                  "event 3: the hash does not match"},
        Tampering{"time", "UPDATE event SET at_ms = at_ms + 1 WHERE seq = 2",
                  "event 2: the hash does not match"},
        Tampering{"hash", "UPDATE event SET hash = zeroblob(32) WHERE seq = 2",
                  "event 2: the hash does not match"},
        Tampering{"seed", "UPDATE session SET seed = seed + 1", "event 1: the hash does not match"},
        Tampering{"engine_revision", "UPDATE session SET engine_revision = 99",
                  "event 1: the hash does not match"},
        Tampering{"answer_id", "UPDATE event SET answer_id = 'other' WHERE seq = 2",
                  "event 2: its row names another input"},
        Tampering{"kind", "UPDATE event SET kind = 'timer' WHERE seq = 2",
                  "event 2: its row names another input"},
        Tampering{"scenario", "UPDATE session SET scenario = 'other'", "another scenario"},
        Tampering{"title", "UPDATE script SET title = 'Other'", "another scenario"},
        Tampering{"level", "UPDATE session SET level = 'L8'", "another level"},
        Tampering{"start", "UPDATE session SET started_at_ms = started_at_ms - 1", "another start"},
        Tampering{"verdict", "UPDATE session SET verdict = 'strong_hire' WHERE over = 1",
                  "the stored verdict"},
        Tampering{"verdict_name",
                  "UPDATE session SET summary = json_set(summary, '$.verdict_name', 'Great') "
                  "WHERE over = 1",
                  "the stored verdict"},
        Tampering{"answers",
                  "UPDATE session SET summary = json_set(summary, '$.answers', 9) WHERE over = 1",
                  "the stored number of answers"},
        Tampering{"ending",
                  "UPDATE session SET summary = json_set(summary, '$.ending', 'finished') "
                  "WHERE over = 1",
                  "the stored ending"},
        Tampering{"end", "UPDATE session SET ended_at_ms = ended_at_ms + 1 WHERE over = 1",
                  "the stored end is not when"},
        Tampering{"opened_again",
                  "UPDATE session SET over = 0, ended_at_ms = NULL, verdict = NULL, summary = NULL",
                  "stored as open"}),
    [](auto const& tampered) { return std::string(tampered.param.name); });

TEST(Verification, EventsCutOffAnOpenSessionLeaveNoTrace) {
  EXPECT_EQ(verdict_after("DELETE FROM event WHERE seq = 3", played().open), "whole")
      << "once something stored tells of them, say so in verification.hpp and db/README.md";
}

TEST(Verification, ASessionThatIsMarkedAsOverTooEarlyIsNotWhole) {
  auto const said = verdict_after(
      "UPDATE session SET over = 1, ended_at_ms = 1, verdict = 'hire', summary = '{}'",
      played().open);

  EXPECT_NE(said.find("events are cut off"), std::string::npos) << said;
}

}  // namespace
}  // namespace curveball::app
