// A start that a client sends again because it never heard of the first one:
// server/store/ledger.cpp.
#include <gtest/gtest.h>
#include <optional>
#include <string>

#include "base/limits.hpp"
#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::event;
using testing::Store;
using testing::TempFolder;

class StartAgainTest : public ::testing::Test {
 protected:
  TempFolder folder_;
  Store store_{folder_.data()};
  CandidateId owner_ = store_.candidate("owner");
  Viewer viewer_ = Viewer::candidate(owner_);
};

// A session that begins with the start `id` and is stored once.
CreateSession started_once(Store& store, CandidateId owner, std::string const& id) {
  auto request = store.session(owner);
  request.events.front().answer_id = id;
  request.once = true;
  return request;
}

TEST_F(StartAgainTest, AStartSentAgainIsRefusedWithTheSessionOfTheFirstTime) {
  auto const first = started_once(store_, owner_, "start");
  auto const again = started_once(store_, owner_, "start");
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), first));

  auto const answer = testing::ask<Appended>(store_.writer(), again);

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::duplicate_answer);
  EXPECT_EQ(answer.error().session, first.id);
  EXPECT_FALSE(store_.reader().session(viewer_, again.id));
}

TEST_F(StartAgainTest, AStartOfSomebodyElseOrAnIdOfALaterEventIsNotTheSameStart) {
  auto const other = store_.candidate("other");
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), started_once(store_, other, "start")));
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), started_once(store_, owner_, "mine")));
  auto const session = store_.start(owner_);
  auto later = event(2);
  later.answer_id = "start";
  ASSERT_TRUE(store_.append(session, {later}));

  EXPECT_TRUE(testing::ask<Appended>(store_.writer(), started_once(store_, owner_, "start")));
}

TEST_F(StartAgainTest, AStartIsKnownAgainAmongAsManySessionsAsTheLimit) {
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), started_once(store_, owner_, "start")));
  for (std::uint32_t i = 1; i < limits::remembered_starts; ++i) store_.start(owner_);

  EXPECT_FALSE(testing::ask<Appended>(store_.writer(), started_once(store_, owner_, "start")));
  store_.start(owner_);
  EXPECT_TRUE(testing::ask<Appended>(store_.writer(), started_once(store_, owner_, "start")));
}

TEST_F(StartAgainTest, AStartIsFoundByWhoeverMadeItAndByNobodyElse) {
  using Found = std::optional<SessionId>;
  auto const other = store_.candidate("other");
  auto const first = started_once(store_, owner_, "start");
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), first));

  auto const mine = testing::ask<Found>(store_.writer(), FindStart{owner_, "start", {}});
  auto const unknown = testing::ask<Found>(store_.writer(), FindStart{owner_, "another", {}});
  auto const theirs = testing::ask<Found>(store_.writer(), FindStart{other, "start", {}});

  EXPECT_EQ(*mine, first.id);
  EXPECT_FALSE(*unknown);
  EXPECT_FALSE(*theirs);
}

}  // namespace
}  // namespace curveball::store
