// Ends the writing process without warning, as a power button does to a program.
#include <array>
#include <csignal>
#include <map>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::events;
using testing::Store;
using testing::TempFolder;

constexpr std::size_t session_count = 16;

// What the child says when a session's event is acknowledged.
struct Acknowledged {
  SessionId session;
  std::uint32_t seq = 0;
  Hash hash{};
};

// Appends to all sessions at once, without end: each acknowledgement submits the next event.
class Storm {
 public:
  Storm(DataFolder const& folder, int pipe) : store_(folder), pipe_(pipe) {}

  void run() {
    auto const owner = store_.candidate("owner");
    for (std::size_t i = 0; i < session_count; ++i) append(store_.start(owner), 2);
    ::pause();
  }

 private:
  void append(SessionId const& session, std::uint32_t seq) {
    auto const next = [this, session](Result<Appended, Refusal> const& answer) {
      if (!answer) ::_exit(1);
      Acknowledged const word{session, answer->last_seq, answer->hash};
      if (::write(pipe_, &word, sizeof word) != sizeof word) ::_exit(1);
      append(session, answer->last_seq + 1);
    };
    if (!store_.writer().submit(
            AppendEvents{.session = session, .events = events(seq, seq), .done = next})) {
      ::_exit(1);
    }
  }

  Store store_;
  int pipe_;
};

// Reads acknowledgements: `most`, or all that are left.
std::size_t listen(int pipe, std::size_t most, std::map<SessionId, Acknowledged>& last) {
  Acknowledged word;
  std::size_t heard = 0;
  while (heard < most && ::read(pipe, &word, sizeof word) == sizeof word) {
    last[word.session] = word;
    ++heard;
  }
  return heard;
}

// Starts a storm, kills it after `patience` acknowledgements and says what was acknowledged.
std::map<SessionId, Acknowledged> kill_during_appends(DataFolder const& folder,
                                                      std::size_t patience) {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return {};
  pid_t const child = ::fork();
  if (child == 0) {
    ::close(pipe[0]);
    Storm(folder, pipe[1]).run();
    ::_exit(1);
  }
  ::close(pipe[1]);
  std::map<SessionId, Acknowledged> last;
  std::size_t const heard = listen(pipe[0], patience, last);
  ::kill(child, SIGKILL);
  listen(pipe[0], SIZE_MAX, last);
  ::waitpid(child, nullptr, 0);
  ::close(pipe[0]);
  EXPECT_EQ(heard, patience) << "the child ended by itself";
  return last;
}

// The stored events run from 1 without a gap and their hashes follow from one another.
void expect_whole(Reader& reader, Acknowledged const& last) {
  auto const row = reader.session(Viewer::owner_of_data(), last.session);
  ASSERT_TRUE(row);
  auto const stored = reader.events(Viewer::owner_of_data(), last.session);
  ASSERT_GE(stored.size(), last.seq) << "an acknowledged event is lost";
  Hash hash = chain_start({row->id, row->script, row->seed, row->engine_revision});
  for (std::size_t i = 0; i < stored.size(); ++i) {
    ASSERT_EQ(stored[i].seq, i + 1);
    hash = next_hash(hash, testing::canonical_of(stored[i].seq));
    ASSERT_EQ(stored[i].hash, hash);
  }
  EXPECT_EQ(stored[last.seq - 1].hash, last.hash);
}

TEST(Kill, LosesNothingThatWasAcknowledged) {
  TempFolder folder;
  for (std::size_t const patience : {1U, 300U, 1'500U}) {
    auto const acknowledged = kill_during_appends(folder.data(), patience);

    auto reader = testing::open_reader(folder.data());
    EXPECT_FALSE(acknowledged.empty());
    for (auto const& [session, last] : acknowledged) expect_whole(reader, last);
  }
}

TEST(Kill, LeavesADatabaseThatGoesOnWhereItStood) {
  TempFolder folder;
  auto const acknowledged = kill_during_appends(folder.data(), 200);
  Store store(folder.data());

  for (auto const& [session, last] : acknowledged) {
    auto const stored = store.reader().events(Viewer::owner_of_data(), session);
    auto const next = stored.back().seq + 1;
    EXPECT_TRUE(store.append(session, events(next, next)));
  }

  auto database = ReadDatabase::open(folder.data());
  EXPECT_EQ(database->connection().execAndGet("PRAGMA integrity_check").getString(), "ok");
}

}  // namespace
}  // namespace curveball::store
