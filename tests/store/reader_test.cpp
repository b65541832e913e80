#include "store/reader.hpp"

#include <set>
#include <thread>

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::events;
using testing::Store;
using testing::TempFolder;

class ReaderTest : public ::testing::Test {
 protected:
  std::vector<SessionId> ids(SessionFilter const& filter, Viewer viewer) {
    std::vector<SessionId> found;
    for (auto const& row : store_.reader().sessions(viewer, filter, 100).rows) {
      found.push_back(row.id);
    }
    return found;
  }

  TempFolder folder_;
  Store store_{folder_.data()};
  CandidateId owner_ = store_.candidate("owner");
  CandidateId other_ = store_.candidate("other");
  Viewer viewer_ = Viewer::candidate(owner_);
};

TEST_F(ReaderTest, SessionIsReadBackAsItWasCreated) {
  auto const request = store_.session(owner_);
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), request));

  auto const row = store_.reader().session(viewer_, request.id);

  ASSERT_TRUE(row);
  EXPECT_EQ(*row, (SessionRow{.id = request.id,
                              .candidate = owner_,
                              .script = request.script,
                              .scenario = "slip",
                              .scenario_version = 3,
                              .title = "A launch slips",
                              .role = "TPM",
                              .level = "L5",
                              .engine_revision = 7,
                              .seed = 0xfedcba9876543210ULL,
                              .started_at = request.started_at}));
}

TEST_F(ReaderTest, SomebodyElseSeesNothingOfASession) {
  auto const session = store_.start(owner_);
  auto const foreign = Viewer::candidate(other_);

  EXPECT_FALSE(store_.reader().session(foreign, session));
  EXPECT_TRUE(store_.reader().events(foreign, session).empty());
  EXPECT_TRUE(store_.reader().sessions(foreign, {}, 50).rows.empty());
  EXPECT_TRUE(store_.reader().sessions(foreign, {.scenario = "slip"}, 50).rows.empty());
  EXPECT_TRUE(store_.reader().sessions(foreign, {.over = false}, 50).rows.empty());
}

TEST_F(ReaderTest, OwnerOfTheDataSeesEverySession) {
  auto const mine = store_.start(owner_);
  auto const theirs = store_.start(other_);

  auto const seen = ids({}, Viewer::owner_of_data());

  EXPECT_EQ(seen, (std::vector{theirs, mine}));
  EXPECT_TRUE(store_.reader().session(Viewer::owner_of_data(), theirs));
  EXPECT_EQ(store_.reader().events(Viewer::owner_of_data(), theirs).size(), 1U);
}

TEST_F(ReaderTest, NewestSessionsComeFirst) {
  auto const first = store_.start(owner_);
  auto const second = store_.start(owner_);
  auto const third = store_.start(owner_);

  EXPECT_EQ(ids({}, viewer_), (std::vector{third, second, first}));
}

TEST_F(ReaderTest, FiltersKeepWhatTheyName) {
  store_.put(testing::script("weekly"));
  auto const open = store_.start(owner_);
  auto const hired = store_.start(owner_);
  auto const weekly = store_.start(owner_, "weekly");
  ASSERT_TRUE(store_.finish(hired, 2, "hire"));
  ASSERT_TRUE(store_.finish(weekly, 2, "no_hire"));

  EXPECT_EQ(ids({.scenario = "slip"}, viewer_), (std::vector{hired, open}));
  EXPECT_EQ(ids({.over = false}, viewer_), (std::vector{open}));
  EXPECT_EQ(ids({.over = true}, viewer_), (std::vector{weekly, hired}));
  EXPECT_EQ(ids({.verdict = "hire"}, viewer_), (std::vector{hired}));
  EXPECT_EQ(ids({.scenario = "weekly", .over = true, .verdict = "no_hire"}, viewer_),
            (std::vector{weekly}));
  EXPECT_TRUE(ids({.scenario = "weekly", .verdict = "hire"}, viewer_).empty());
}

TEST_F(ReaderTest, WalkByCursorShowsEverySessionOnceWhileNewOnesArrive) {
  std::set<SessionId> expected;
  for (int i = 0; i < 25; ++i) expected.insert(store_.start(owner_));
  std::multiset<SessionId> seen;
  std::optional<Cursor> cursor;

  do {
    auto const page = store_.reader().sessions(viewer_, {}, 4, cursor);
    for (auto const& row : page.rows) seen.insert(row.id);
    cursor = page.next;
    store_.start(owner_);
  } while (cursor);

  EXPECT_EQ(seen, std::multiset<SessionId>(expected.begin(), expected.end()));
}

TEST_F(ReaderTest, WalkByCursorShowsSessionsOfTheSameMillisecondOnce) {
  std::multiset<SessionId> expected;
  for (int i = 0; i < 9; ++i) {
    auto request = store_.session(owner_);
    request.started_at = testing::start_of_tests;
    expected.insert(request.id);
    ASSERT_TRUE(testing::ask<Appended>(store_.writer(), request));
  }
  std::multiset<SessionId> seen;
  std::optional<Cursor> cursor;

  do {
    auto const page = store_.reader().sessions(viewer_, {}, 2, cursor);
    for (auto const& row : page.rows) seen.insert(row.id);
    cursor = page.next;
  } while (cursor);

  EXPECT_EQ(seen, expected);
}

TEST_F(ReaderTest, CursorGoesOnAfterItsSessionWasDeleted) {
  auto const first = store_.start(owner_);
  auto const second = store_.start(owner_);
  auto const cursor = store_.reader().sessions(viewer_, {}, 1).next;
  ASSERT_TRUE(
      testing::ask<Deleted>(store_.writer(), DeleteSession{.viewer = viewer_, .session = second}));

  auto const page = store_.reader().sessions(viewer_, {}, 1, cursor);

  ASSERT_EQ(page.rows.size(), 1U);
  EXPECT_EQ(page.rows[0].id, first);
}

TEST_F(ReaderTest, PageHoldsAtMostItsLimit) {
  for (std::size_t i = 0; i < limits::sessions_per_page + 1; ++i) store_.start(owner_);

  auto const at_limit = store_.reader().sessions(viewer_, {}, limits::sessions_per_page);
  auto const past_it = store_.reader().sessions(viewer_, {}, limits::sessions_per_page + 1);
  auto const none = store_.reader().sessions(viewer_, {}, 0);

  EXPECT_EQ(at_limit.rows.size(), limits::sessions_per_page);
  EXPECT_TRUE(at_limit.next);
  EXPECT_EQ(past_it.rows.size(), limits::sessions_per_page);
  EXPECT_EQ(none.rows.size(), 1U);
}

TEST_F(ReaderTest, LastPageHasNoCursor) {
  store_.start(owner_);
  store_.start(owner_);

  EXPECT_TRUE(store_.reader().sessions(viewer_, {}, 1).next);
  EXPECT_FALSE(store_.reader().sessions(viewer_, {}, 2).next);
}

TEST_F(ReaderTest, EventsBeginAtTheSeqAskedFor) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.append(session, events(2, 9)));

  auto const tail = store_.reader().events(viewer_, session, 7);

  ASSERT_EQ(tail.size(), 3U);
  EXPECT_EQ(tail.front().seq, 7U);
  EXPECT_EQ(tail.back().seq, 9U);
  EXPECT_TRUE(store_.reader().events(viewer_, session, 10).empty());
}

TEST_F(ReaderTest, EventsEndAtTheSeqAskedFor) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.append(session, events(2, 9)));

  auto const page = store_.reader().events(viewer_, session, 3, 5);

  ASSERT_EQ(page.size(), 3U);
  EXPECT_EQ(page.front().seq, 3U);
  EXPECT_EQ(page.back().seq, 5U);
  EXPECT_EQ(store_.reader().events(viewer_, session, 9, 20).size(), 1U);
  EXPECT_TRUE(store_.reader().events(viewer_, session, 6, 5).empty());
}

TEST_F(ReaderTest, SnapshotSeesNothingThatIsCommittedAfterItsFirstRead) {
  auto const session = store_.start(owner_);
  {
    auto const snapshot = store_.reader().snapshot();
    ASSERT_EQ(store_.reader().events(viewer_, session).size(), 1U);
    ASSERT_TRUE(store_.append(session, events(2, 3)));

    EXPECT_EQ(store_.reader().events(viewer_, session).size(), 1U);
  }

  EXPECT_EQ(store_.reader().events(viewer_, session).size(), 3U);
}

TEST_F(ReaderTest, ScriptIsReadBackAsItWasPut) {
  auto const script = store_.reader().script(testing::script().hash);

  ASSERT_TRUE(script);
  EXPECT_EQ(script->scenario, "slip");
  EXPECT_EQ(script->version, 3U);
  EXPECT_EQ(script->title, "A launch slips");
  EXPECT_EQ(script->role, "TPM");
  EXPECT_EQ(script->engine_schema, 1U);
  EXPECT_EQ(script->loaded_at, testing::start_of_tests);
  EXPECT_EQ(script->canonical, "{\"id\":\"slip\"}");
  EXPECT_FALSE(store_.reader().script(sha256("unheard of")));
}

TEST_F(ReaderTest, CandidateIsFoundByTokenOnly) {
  EXPECT_EQ(store_.reader().candidate(token_hash("owner")), owner_);
  EXPECT_FALSE(store_.reader().candidate(token_hash("a guess")));
}

// What SQLite would do for each list, one line a step.
std::vector<std::string> plan_of(SQLite::Database& database, std::string const& conditions) {
  SQLite::Statement plan(database,
                         "EXPLAIN QUERY PLAN SELECT s.id FROM session AS s JOIN script ON "
                         "script.key = s.script WHERE true" +
                             conditions + " ORDER BY s.started_at_ms DESC, s.id DESC LIMIT 51");
  std::vector<std::string> steps;
  while (plan.executeStep()) steps.push_back(plan.getColumn(3).getString());
  return steps;
}

class ListPlan : public ::testing::TestWithParam<std::string> {};

TEST_P(ListPlan, NeitherSortsNorWalksTheWholeTable) {
  TempFolder folder;
  Store const store(folder.data());
  auto database = ReadDatabase::open(folder.data());
  std::string const after = " AND (s.started_at_ms, s.id) < (?, ?)";

  for (std::string const& rest : {std::string(), after}) {
    for (auto const& step : plan_of(database->connection(), GetParam() + rest)) {
      EXPECT_EQ(step.find("TEMP B-TREE"), std::string::npos) << step;
      EXPECT_EQ(step.find("USING INTEGER PRIMARY KEY") != std::string::npos ||
                    step.find("INDEX session_") != std::string::npos,
                true)
          << step;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(EveryFilter, ListPlan,
                         ::testing::Values("", " AND s.scenario = ?", " AND s.over = ?",
                                           " AND s.verdict = ?", " AND s.candidate = ?",
                                           " AND s.candidate = ? AND s.scenario = ?",
                                           " AND s.candidate = ? AND s.over = ?",
                                           " AND s.candidate = ? AND s.verdict = ?"));

TEST(ReaderThread, AnswersOnItsOwnThread) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  ReaderThread thread(*ReadDatabase::open(folder.data()));
  std::promise<std::pair<std::size_t, std::thread::id>> answer;

  bool const taken =
      thread.submit({.ask =
                         [&](Reader& reader) {
                           auto const found =
                               reader.events(Viewer::owner_of_data(), session).size();
                           answer.set_value({found, std::this_thread::get_id()});
                         },
                     .failed = [](std::string const&) {}});

  auto const [found, id] = answer.get_future().get();
  EXPECT_TRUE(taken);
  EXPECT_EQ(found, 1U);
  EXPECT_NE(id, std::this_thread::get_id());
}

TEST(ReaderThread, RefusesOneQuestionMoreThanMayWait) {
  TempFolder folder;
  Store const store(folder.data());
  std::promise<void> entered;
  std::promise<void> open;
  ReaderThread thread(*ReadDatabase::open(folder.data()));
  auto const failed = [](std::string const&) {};
  auto const wait = [&](Reader&) {
    entered.set_value();
    open.get_future().wait();
  };
  ASSERT_TRUE(thread.submit({.ask = wait, .failed = failed}));
  entered.get_future().wait();

  std::size_t taken = 0;
  while (thread.submit({.ask = [](Reader&) {}, .failed = failed})) ++taken;
  open.set_value();

  EXPECT_EQ(taken, limits::queued_questions);
}

TEST(ReaderThread, QuestionThatThrowsIsAnsweredAndTheNextOneAsked) {
  TempFolder folder;
  Store const store(folder.data());
  ReaderThread thread(*ReadDatabase::open(folder.data()));
  std::promise<std::string> failure;
  std::promise<void> next;

  ASSERT_TRUE(thread.submit({.ask = [](Reader&) { throw std::runtime_error("no such page"); },
                             .failed = [&](std::string const& why) { failure.set_value(why); }}));
  ASSERT_TRUE(thread.submit(
      {.ask = [&](Reader&) { next.set_value(); }, .failed = [](std::string const&) {}}));

  EXPECT_EQ(failure.get_future().get(), "no such page");
  EXPECT_NO_THROW(next.get_future().get());
}

}  // namespace
}  // namespace curveball::store
