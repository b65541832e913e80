#include "store/ledger.hpp"

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::event;
using testing::events;
using testing::Store;
using testing::TempFolder;

class LedgerTest : public ::testing::Test {
 protected:
  TempFolder folder_;
  Store store_{folder_.data()};
  CandidateId owner_ = store_.candidate("owner");
  Viewer viewer_ = Viewer::candidate(owner_);
};

TEST_F(LedgerTest, AppendedEventsAreReadBackUnchanged) {
  auto const session = store_.start(owner_);
  EventRow const row{.seq = 2,
                     .at = {1'800'000'123'456},
                     .elapsed = {98'765},
                     .kind = "command",
                     .payload = std::string("zero \0 inside, \xc3\xa9", 17),
                     .canonical = "meaning"};

  auto const answer = store_.append(session, {row});

  ASSERT_TRUE(answer);
  auto const stored = store_.reader().events(viewer_, session, 2);
  ASSERT_EQ(stored.size(), 1U);
  EXPECT_EQ(stored[0], (StoredEvent{.seq = 2,
                                    .at = row.at,
                                    .elapsed = row.elapsed,
                                    .kind = "command",
                                    .payload = row.payload,
                                    .hash = answer->hash}));
}

TEST_F(LedgerTest, ChainCanBeRecomputedFromTheSessionAndTheCanonicalBytes) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.append(session, events(2, 5)));

  auto const row = store_.reader().session(viewer_, session);

  Hash hash = chain_start({row->id, row->script, row->seed, row->engine_revision});
  auto const stored = store_.reader().events(viewer_, session);
  ASSERT_EQ(stored.size(), 5U);
  for (auto const& one : stored) {
    hash = next_hash(hash, testing::canonical_of(one.seq));
    EXPECT_EQ(one.hash, hash) << one.seq;
  }
}

TEST_F(LedgerTest, ChainGoesOnAcrossAReopening) {
  TempFolder elsewhere;
  SessionId session;
  Hash before{};
  {
    Store first(elsewhere.data());
    session = first.start(first.candidate("someone"));
    before = first.append(session, events(2, 2))->hash;
  }
  Store second(elsewhere.data());

  auto const answer = second.append(session, events(3, 3));

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->hash, next_hash(before, testing::canonical_of(3)));
  EXPECT_EQ(second.reader().events(Viewer::owner_of_data(), session).size(), 3U);
}

TEST_F(LedgerTest, SessionWithoutEventsStartsItsChainAtItsRootAlsoAfterAReopening) {
  TempFolder elsewhere;
  CreateSession empty;
  {
    Store first(elsewhere.data());
    empty = first.session(first.candidate("someone"));
    empty.events.clear();
    ASSERT_TRUE(testing::ask<Appended>(first.writer(), empty));
  }
  Store second(elsewhere.data());

  auto const answer = second.append(empty.id, events(1, 1));

  ASSERT_TRUE(answer);
  Hash const root = chain_start({empty.id, empty.script, empty.seed, empty.engine_revision});
  EXPECT_EQ(answer->hash, next_hash(root, testing::canonical_of(1)));
}

TEST_F(LedgerTest, RepeatedAnswerIdGivesTheSeqOfTheFirst) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.append(session, events(2, 4)));
  auto again = event(5);
  again.answer_id = "answer-3";

  auto const answer = store_.append(session, {again});

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::duplicate_answer);
  EXPECT_EQ(answer.error().seq, 3U);
  EXPECT_EQ(store_.reader().events(viewer_, session).size(), 4U);
}

TEST_F(LedgerTest, ResentAnswerWithAnOldSeqIsADuplicateNotAConflict) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.append(session, events(2, 4)));

  auto const answer = store_.append(session, events(3, 3));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::duplicate_answer);
  EXPECT_EQ(answer.error().seq, 3U);
}

TEST_F(LedgerTest, SameAnswerIdInAnotherSessionIsNotADuplicate) {
  auto const first = store_.start(owner_);
  auto const second = store_.start(owner_);
  ASSERT_TRUE(store_.append(first, events(2, 2)));

  auto const answer = store_.append(second, events(2, 2));

  EXPECT_TRUE(answer);
}

TEST_F(LedgerTest, GapIsRefusedWithTheLastSeq) {
  auto const session = store_.start(owner_);

  auto const answer = store_.append(session, events(3, 3));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::conflict);
  EXPECT_EQ(answer.error().seq, 1U);
  EXPECT_EQ(store_.reader().events(viewer_, session).size(), 1U);
}

TEST_F(LedgerTest, EventsOfOneJobAreAllStoredOrNone) {
  auto const session = store_.start(owner_);
  std::vector<EventRow> const rows{event(2), event(3), event(5)};

  auto const refused = store_.append(session, rows);

  ASSERT_FALSE(refused);
  EXPECT_EQ(store_.reader().events(viewer_, session).size(), 1U);
  EXPECT_TRUE(store_.append(session, events(2, 3))) << "the chain must stand where it stood";
}

TEST_F(LedgerTest, AppendToASessionThatIsNotThereIsRefused) {
  auto const answer = store_.append(make_session_id(testing::start_of_tests), events(1, 1));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::unknown_session);
}

TEST_F(LedgerTest, PayloadAtTheLimitIsStoredAndOneByteMoreIsNot) {
  auto const session = store_.start(owner_);
  std::string const longest(limits::event_payload_bytes, 'x');

  auto const at_limit = store_.append(session, {event(2, longest)});
  auto const past_it = store_.append(session, {event(3, longest + "x")});

  EXPECT_TRUE(at_limit);
  ASSERT_FALSE(past_it);
  EXPECT_EQ(past_it.error().kind, RefusalKind::failed);
}

TEST_F(LedgerTest, LastEventsAndEndingAreStoredTogether) {
  auto const session = store_.start(owner_);

  auto const answer = store_.finish(session, 2, "hire");

  ASSERT_TRUE(answer);
  auto const row = store_.reader().session(viewer_, session);
  ASSERT_TRUE(row->ending);
  EXPECT_EQ(*row->ending,
            (Ending{{testing::start_of_tests.ms + 9'999}, "hire", "{\"answers\":2}"}));
  EXPECT_EQ(store_.reader().events(viewer_, session).size(), 2U);
}

TEST_F(LedgerTest, EndingIsNotStoredWhenItsEventsAreRefused) {
  auto const session = store_.start(owner_);

  auto const answer = store_.finish(session, 5, "hire");

  ASSERT_FALSE(answer);
  EXPECT_FALSE(store_.reader().session(viewer_, session)->ending);
}

TEST_F(LedgerTest, SessionThatIsOverTakesNoMoreEventsAlsoAfterAReopening) {
  TempFolder elsewhere;
  SessionId session;
  {
    Store first(elsewhere.data());
    session = first.start(first.candidate("someone"));
    ASSERT_TRUE(first.finish(session, 2, "hire"));
    ASSERT_FALSE(first.append(session, events(3, 3)));
  }
  Store second(elsewhere.data());

  auto const answer = second.append(session, events(3, 3));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::conflict);
}

TEST_F(LedgerTest, LastAnswerSentAgainAfterTheEndIsADuplicate) {
  auto const session = store_.start(owner_);
  ASSERT_TRUE(store_.finish(session, 2, "hire"));

  auto const answer = store_.append(session, events(2, 2));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::duplicate_answer);
  EXPECT_EQ(answer.error().seq, 2U);
}

TEST_F(LedgerTest, ScriptPutTwiceIsStoredAsItWasFirst) {
  auto changed = testing::script();
  changed.title = "Another title";

  store_.put(changed);

  EXPECT_EQ(store_.reader().script(changed.hash)->title, testing::script().title);
}

TEST_F(LedgerTest, CandidateWithTheSameTokenIsTheSameCandidate) {
  auto const again = store_.candidate("owner");
  auto const other = store_.candidate("other");

  EXPECT_EQ(again, owner_);
  EXPECT_NE(other, owner_);
}

TEST_F(LedgerTest, SessionOfAScriptThatIsNotStoredIsRefused) {
  auto const answer = testing::ask<Appended>(store_.writer(), store_.session(owner_, "unheard of"));

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::failed);
}

TEST_F(LedgerTest, SessionOfACandidateThatIsNotStoredIsRefusedAndLeavesNothing) {
  auto const request = store_.session(CandidateId{4711});

  auto const answer = testing::ask<Appended>(store_.writer(), request);

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::failed);
  EXPECT_FALSE(store_.reader().session(Viewer::owner_of_data(), request.id));
}

TEST_F(LedgerTest, SessionIdInUseIsAConflict) {
  auto const request = store_.session(owner_);
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), request));

  auto const answer = testing::ask<Appended>(store_.writer(), request);

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::conflict);
  EXPECT_EQ(store_.reader().events(viewer_, request.id).size(), 1U);
}

TEST_F(LedgerTest, AttemptKnowsWhereItBranchedOff) {
  auto const first = store_.start(owner_);
  auto attempt = store_.session(owner_);
  attempt.parent = Parent{first, 1};

  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), attempt));

  EXPECT_EQ(store_.reader().session(viewer_, attempt.id)->parent, (Parent{first, 1}));
}

TEST_F(LedgerTest, SomebodyElsesSessionCannotBeAParent) {
  auto const foreign = store_.start(store_.candidate("other"));
  auto attempt = store_.session(owner_);
  attempt.parent = Parent{foreign, 1};

  auto const answer = testing::ask<Appended>(store_.writer(), attempt);

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::unknown_session);
}

TEST_F(LedgerTest, DeletedSessionIsGoneWithItsEventsAndItsAttemptStays) {
  auto const first = store_.start(owner_);
  auto attempt = store_.session(owner_);
  attempt.parent = Parent{first, 1};
  ASSERT_TRUE(testing::ask<Appended>(store_.writer(), attempt));

  auto const answer =
      testing::ask<Deleted>(store_.writer(), DeleteSession{.viewer = viewer_, .session = first});

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->sessions, 1U);
  EXPECT_FALSE(store_.reader().session(viewer_, first));
  EXPECT_TRUE(store_.reader().events(viewer_, first).empty());
  EXPECT_EQ(store_.reader().session(viewer_, attempt.id)->parent, std::nullopt);
  EXPECT_EQ(store_.append(first, events(2, 2)).error().kind, RefusalKind::unknown_session);
}

TEST_F(LedgerTest, SomebodyElsesSessionIsNotDeleted) {
  auto const session = store_.start(owner_);
  auto const other = Viewer::candidate(store_.candidate("other"));

  auto const answer =
      testing::ask<Deleted>(store_.writer(), DeleteSession{.viewer = other, .session = session});

  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().kind, RefusalKind::unknown_session);
  EXPECT_TRUE(store_.reader().session(viewer_, session));
}

TEST_F(LedgerTest, DeletingAllOfACandidateLeavesTheOthersAlone) {
  store_.start(owner_);
  auto const child_of_mine = store_.start(owner_);
  auto const foreign = store_.start(store_.candidate("other"));

  auto const answer = testing::ask<Deleted>(store_.writer(), DeleteSessionsOf{.candidate = owner_});

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->sessions, 2U);
  EXPECT_FALSE(store_.reader().session(Viewer::owner_of_data(), child_of_mine));
  EXPECT_TRUE(store_.reader().session(Viewer::owner_of_data(), foreign));
}

TEST_F(LedgerTest, DeletionNamesTheBackupsThatAreThere) {
  auto const session = store_.start(owner_);
  std::filesystem::create_directories(store_.folder().backups());
  ASSERT_TRUE(back_up(store_.folder(), store_.folder().backups() / "mine.db"));

  auto const answer = testing::ask<Deleted>(
      store_.writer(), DeleteSession{.viewer = Viewer::owner_of_data(), .session = session});

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->backups, std::vector<std::string>{"mine.db"});
}

}  // namespace
}  // namespace curveball::store
