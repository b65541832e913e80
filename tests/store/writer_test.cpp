#include "store/writer.hpp"

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::event;
using testing::events;
using testing::Store;
using testing::TempFolder;

// Keeps the writer busy until it is opened, so that what is submitted meanwhile is one batch. Like
// everything that an answer touches it has to outlive the store: declare it first.
class Gate {
 public:
  // A job whose answer waits for open().
  Job job() {
    return PutScript{.script = testing::script(), .done = [this](auto const&) {
                       entered_.set_value();
                       opened_.get_future().wait();
                     }};
  }
  void wait_until_entered() { entered_.get_future().wait(); }
  void open() { opened_.set_value(); }

 private:
  std::promise<void> entered_;
  std::promise<void> opened_;
};

// Files may not grow beyond `bytes` while one lives: writing fails as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    old_handler_ = std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &old_);
    rlimit const small{bytes, old_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  SmallDisk(SmallDisk const&) = delete;
  SmallDisk& operator=(SmallDisk const&) = delete;
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &old_);
    std::signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_{};
  void (*old_handler_)(int) = nullptr;
};

// How many of the data folder's files hold `text`. Another process looks: closing a database file
// here would drop this process's locks on it.
int files_with(std::string const& text, DataFolder const& folder) {
  std::string const command =
      "grep -l -a -F -e '" + text + "' '" + folder.root().string() + "'/curveball.db*";
  std::FILE* const pipe = ::popen(command.c_str(), "r");
  int lines = 0;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) lines += c == '\n' ? 1 : 0;
  ::pclose(pipe);
  return lines;
}

// The answers of the jobs submitted through it, in order.
class Answers {
 public:
  explicit Answers(std::size_t expected) : missing_(expected) {}

  Completion<Appended> collect() {
    return [this](Result<Appended, Refusal> const& answer) {
      answers_.push_back(answer);
      if (--missing_ == 0) all_.set_value();
    };
  }
  std::vector<Result<Appended, Refusal>> const& wait() {
    all_.get_future().wait();
    return answers_;
  }

 private:
  std::size_t missing_;
  std::vector<Result<Appended, Refusal>> answers_;
  std::promise<void> all_;
};

TEST(Writer, JobsThatWaitAreAnsweredTogetherInTheirOrder) {
  TempFolder folder;
  std::vector<std::size_t> order;
  int deliveries = 0;
  {
    Gate gate;
    Store store(folder.data(), {.deliver = [&deliveries](Completions answers) {
                  ++deliveries;
                  answers.run();
                }});
    auto const session = store.start(store.candidate("owner"));
    ASSERT_TRUE(store.writer().submit(gate.job()));
    gate.wait_until_entered();
    deliveries = 0;
    for (std::uint32_t seq = 2; seq <= 40; ++seq) {
      ASSERT_TRUE(store.writer().submit(
          AppendEvents{.session = session, .events = events(seq, seq), .done = [&](auto const& a) {
                         order.push_back(a ? a->last_seq : 0);
                       }}));
    }

    gate.open();
  }

  ASSERT_EQ(order.size(), 39U);
  EXPECT_EQ(order.front(), 2U);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
  EXPECT_EQ(deliveries, 1);
}

TEST(Writer, BatchHoldsNoMoreJobsThanItsLimit) {
  TempFolder folder;
  int deliveries = 0;
  {
    Gate gate;
    Store store(folder.data(), {.batch = 10, .deliver = [&deliveries](Completions answers) {
                                  ++deliveries;
                                  answers.run();
                                }});
    auto const session = store.start(store.candidate("owner"));
    ASSERT_TRUE(store.writer().submit(gate.job()));
    gate.wait_until_entered();
    deliveries = 0;
    for (std::uint32_t seq = 2; seq <= 22; ++seq) {
      ASSERT_TRUE(store.writer().submit(AppendEvents{
          .session = session, .events = events(seq, seq), .done = [](auto const&) {}}));
    }

    gate.open();
  }

  EXPECT_EQ(deliveries, 3) << "21 jobs are 10 + 10 + 1";
}

TEST(Writer, BadJobDoesNotSinkTheOthersOfItsBatch) {
  TempFolder folder;
  Gate gate;
  Answers answers(4);
  Store store(folder.data());
  auto const owner = store.candidate("owner");
  auto const good = store.start(owner);
  auto const bad = store.start(owner);
  ASSERT_TRUE(store.writer().submit(gate.job()));
  gate.wait_until_entered();
  auto const submit = [&](SessionId const& id, std::vector<EventRow> rows) {
    return store.writer().submit(
        AppendEvents{.session = id, .events = std::move(rows), .done = answers.collect()});
  };
  ASSERT_TRUE(submit(good, events(2, 3)));
  ASSERT_TRUE(submit(bad, {event(2), event(3), event(9)}));
  ASSERT_TRUE(submit(bad, events(2, 2)));
  ASSERT_TRUE(submit(good, events(4, 4)));

  gate.open();

  auto const& got = answers.wait();
  EXPECT_TRUE(got[0]);
  EXPECT_FALSE(got[1]);
  EXPECT_TRUE(got[2]);
  EXPECT_TRUE(got[3]);
  EXPECT_EQ(store.reader().events(Viewer::owner_of_data(), good).size(), 4U);
  EXPECT_EQ(store.reader().events(Viewer::owner_of_data(), bad).size(), 2U);
}

TEST(Writer, WhatIsAnsweredIsSeenByAFreshConnection) {
  TempFolder folder;
  std::promise<std::size_t> seen;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));

  ASSERT_TRUE(store.writer().submit(
      AppendEvents{.session = session, .events = events(2, 7), .done = [&](auto const&) {
                     auto fresh = testing::open_reader(folder.data());
                     seen.set_value(fresh.events(Viewer::owner_of_data(), session).size());
                   }}));

  EXPECT_EQ(seen.get_future().get(), 7U);
}

TEST(Writer, DiskErrorFailsItsBatchAndTheNextBatchIsStored) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  auto const failed = [&] {
    SmallDisk const disk(64 * 1024);
    return store.append(session, {event(2, std::string(400'000, 'x'))});
  }();
  auto const before = store.reader().events(Viewer::owner_of_data(), session).size();

  auto const next = store.append(session, events(2, 3));

  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().kind, RefusalKind::failed);
  EXPECT_FALSE(failed.error().message.empty());
  EXPECT_EQ(before, 1U);
  ASSERT_TRUE(next);
  EXPECT_EQ(next->last_seq, 3U);
}

TEST(Writer, DiskErrorFailsEveryJobOfItsBatch) {
  TempFolder folder;
  Gate gate;
  Answers answers(3);
  Store store(folder.data());
  auto const owner = store.candidate("owner");
  auto const first = store.start(owner);
  auto const second = store.start(owner);
  ASSERT_TRUE(store.writer().submit(gate.job()));
  gate.wait_until_entered();
  auto const submit = [&](SessionId const& id, std::uint32_t seq, std::size_t bytes) {
    std::vector<EventRow> rows{event(seq, std::string(bytes, 'x'))};
    return store.writer().submit(
        AppendEvents{.session = id, .events = std::move(rows), .done = answers.collect()});
  };
  ASSERT_TRUE(submit(first, 2, 10));
  ASSERT_TRUE(submit(second, 2, 800'000));
  ASSERT_TRUE(submit(first, 3, 10));

  auto const& got = [&]() -> auto const& {
    SmallDisk const disk(64 * 1024);
    gate.open();
    return answers.wait();
  }
  ();

  for (auto const& answer : got) {
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().kind, RefusalKind::failed);
  }
  EXPECT_EQ(store.reader().events(Viewer::owner_of_data(), first).size(), 1U);
  EXPECT_TRUE(store.append(first, events(2, 2)));
}

TEST(Writer, FullQueueRefusesAndAnEmptiedOneTakesAgain) {
  TempFolder folder;
  Gate gate;
  std::promise<void> emptied;
  Store store(folder.data(), {.queue = 2});
  ASSERT_TRUE(store.writer().submit(gate.job()));
  gate.wait_until_entered();
  auto const job = [](Completion<Stored> done) {
    return PutScript{.script = testing::script(), .done = std::move(done)};
  };

  bool const first = store.writer().submit(job([](auto const&) {}));
  bool const second = store.writer().submit(job([&](auto const&) { emptied.set_value(); }));
  bool const third = store.writer().submit(job([](auto const&) {}));
  gate.open();
  emptied.get_future().wait();

  EXPECT_TRUE(first);
  EXPECT_TRUE(second);
  EXPECT_FALSE(third);
  EXPECT_NO_THROW(store.candidate("later"));
}

TEST(Writer, WhatWasSubmittedIsStoredBeforeTheWriterEnds) {
  TempFolder folder;
  SessionId session;
  int answered = 0;
  {
    Store store(folder.data());
    session = store.start(store.candidate("owner"));
    for (std::uint32_t seq = 2; seq <= 300; ++seq) {
      ASSERT_TRUE(store.writer().submit(AppendEvents{
          .session = session, .events = events(seq, seq), .done = [&answered](auto const& answer) {
            answered += answer ? 1 : 0;
          }}));
    }
  }

  auto reader = testing::open_reader(folder.data());

  EXPECT_EQ(answered, 299);
  EXPECT_EQ(reader.events(Viewer::owner_of_data(), session).size(), 300U);
}

TEST(Writer, DeletedTextIsInNoFileWhenTheDeletionIsAnswered) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  std::string const secret = "the words of a candidate who wants them gone";
  for (std::uint32_t seq = 2; seq <= 60; ++seq) {
    auto row = event(seq, secret + std::string(seq * 150, '.'));
    row.answer_id = secret + std::to_string(seq);
    ASSERT_TRUE(store.append(session, {row}));
  }
  int const before = files_with(secret, store.folder());

  auto const answer = testing::ask<Deleted>(
      store.writer(), DeleteSession{.viewer = Viewer::owner_of_data(), .session = session});

  ASSERT_TRUE(answer);
  EXPECT_GE(before, 1) << "else this test shows nothing";
  EXPECT_EQ(files_with(secret, store.folder()), 0);
}

TEST(Writer, DeletedTextLeavesTheLogOnceAReaderThatNeededItIsDone) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  ASSERT_TRUE(store.append(session, {event(2, "the words that must go")}));
  auto reading = ReadDatabase::open(folder.data());
  reading->connection().exec("BEGIN; SELECT count(*) FROM event");
  ASSERT_TRUE(testing::ask<Deleted>(
      store.writer(), DeleteSession{.viewer = Viewer::owner_of_data(), .session = session}));
  int const while_reading = files_with("the words that must go", store.folder());

  reading->connection().exec("COMMIT");
  store.candidate("someone who comes later");
  store.candidate("the answer before this one comes ahead of tidying");

  EXPECT_GE(while_reading, 1);
  EXPECT_EQ(files_with("the words that must go", store.folder()), 0);
}

TEST(Writer, LogIsCheckpointedBeforeItGrowsLarge) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  for (std::uint32_t seq = 2; seq <= 60; ++seq) {
    ASSERT_TRUE(store.append(session, {event(seq, std::string(256 * 1024, 'x'))}));
  }

  auto const log = std::filesystem::file_size(folder.data().database().string() + "-wal");

  EXPECT_LT(log, 2U * limits::checkpoint_pages * 4096U) << "15 MiB were written";
}

}  // namespace
}  // namespace curveball::store
