#include "app/session_history.hpp"

#include <gtest/gtest.h>
#include <memory>
#include <string>

#include "app/outsider.hpp"
#include "app/programs.hpp"
#include "app/running_server.hpp"
#include "app/stored_session.hpp"

namespace curveball::app {
namespace {

using testing::Browser;
using testing::Client;
using testing::json;
using testing::Outsider;
using testing::RunningServer;
using testing::TempFolder;

// A stored session, read by whoever it belongs to.
class SessionHistoryTest : public ::testing::Test {
 protected:
  // `say` tells the session what it consists of, after its start.
  template <class Say>
  SessionHistory play(Say say) {
    RunningServer const server(folder_.path());
    Browser const browser{server.port()};
    Client client(browser);
    client.start();
    say(client);
    reader_ = std::make_unique<store::Reader>(
        *store::ReadDatabase::open(store::DataFolder(folder_.path())));
    Programs programs(open_library(std::nullopt).library);
    auto const id = *store::SessionId::parse(client.session());
    auto const stored = load_session(*reader_, programs, store::Viewer::owner_of_data(), id);
    EXPECT_TRUE(stored);
    return {id, stored->row.candidate, stored->program};
  }
  SessionHistory play_events(std::uint32_t events) {
    return play([events](Client& client) {
      for (std::uint32_t seq = 2; seq <= events; ++seq) {
        client.command("r" + std::to_string(seq), "repeat");
      }
    });
  }

  TempFolder folder_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(SessionHistoryTest, APageHoldsAsManyEventsAsItsLimitAndNoMore) {
  auto const history = play_events(limits::history_page + 1);

  auto const all = history.page(*reader_, 0, limits::history_page);
  auto const one_more = history.page(*reader_, 0, limits::history_page + 1);
  auto const rest = history.page(*reader_, one_more->last_seq, limits::history_page + 1);

  EXPECT_EQ(all->frames.size(), limits::history_page);
  EXPECT_EQ(all->last_seq, limits::history_page);
  EXPECT_EQ(one_more->frames.size(), limits::history_page);
  ASSERT_EQ(rest->frames.size(), 1U);
  EXPECT_EQ(json::parse(rest->frames[0])["seq"], limits::history_page + 1);
}

TEST_F(SessionHistoryTest, APageOfLongAnswersHoldsAsManyAsFitIntoHalfAnOutbox) {
  auto const history = play([](Client& client) {
    std::string const long_answer(10'000, '\x01');  // Six bytes each when written as JSON.
    for (int i = 0; i < 4; ++i) client.answer("a" + std::to_string(i), long_answer + " end");
  });

  auto const page = history.page(*reader_, 1, 5);
  auto const rest = history.page(*reader_, page->last_seq, 5);

  std::size_t bytes = 0;
  for (auto const& frame : page->frames) bytes += frame.size();
  EXPECT_LE(bytes, limits::outbox_bytes / 2);
  ASSERT_FALSE(rest->frames.empty());
  EXPECT_GT(bytes + rest->frames[0].size(), limits::outbox_bytes / 2);
}

TEST_F(SessionHistoryTest, NothingComesAfterTheLastEvent) {
  auto const history = play_events(2);

  auto const page = history.page(*reader_, 2, 2);

  ASSERT_TRUE(page);
  EXPECT_TRUE(page->frames.empty());
  EXPECT_EQ(page->last_seq, 2U);
}

TEST_F(SessionHistoryTest, APageWithADamagedEventCannotBeRead) {
  auto const history = play_events(3);
  Outsider(folder_.path()).run("UPDATE event SET payload = 'damaged' WHERE seq = 3");

  EXPECT_FALSE(history.page(*reader_, 0, 3));
  EXPECT_TRUE(history.page(*reader_, 0, 2));
}

TEST_F(SessionHistoryTest, EventsAreReadFromTheFirstToTheLastThatWasAskedFor) {
  auto const history = play_events(5);

  auto const events = history.events(*reader_, 2, 4);

  ASSERT_EQ(events.size(), 3U);
  EXPECT_EQ(events.front().seq, 2U);
  EXPECT_EQ(events.back().seq, 4U);
}

}  // namespace
}  // namespace curveball::app
