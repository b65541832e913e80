#include "store/backup.hpp"

#include <sys/stat.h>

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::event;
using testing::events;
using testing::Store;
using testing::TempFolder;

TEST(Backup, HoldsWhatWasAnsweredBeforeItAndOpensAsAStore) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  ASSERT_TRUE(store.append(session, events(2, 30)));
  DataFolder const restored(folder.path() / "restored");
  std::filesystem::create_directories(restored.root());

  auto const backup = back_up(store.folder(), restored.database());

  ASSERT_TRUE(backup) << backup.error();
  EXPECT_EQ(backup->file, restored.database());
  EXPECT_EQ(backup->bytes, std::filesystem::file_size(restored.database()));
  EXPECT_EQ(backup->schema, shipped_migrations().size());
  Store again(restored);
  EXPECT_EQ(again.reader().events(Viewer::owner_of_data(), session).size(), 30U);
  EXPECT_TRUE(again.append(session, events(31, 31)));
}

TEST(Backup, IsReadableByItsOwnerAlone) {
  TempFolder folder;
  Store const store(folder.data());
  auto const out = folder.path() / "copy.db";

  ASSERT_TRUE(back_up(store.folder(), out));

  struct stat status {};
  ASSERT_EQ(::stat(out.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
}

TEST(Backup, ExistingFileIsNotOverwritten) {
  TempFolder folder;
  Store const store(folder.data());
  auto const out = folder.path() / "copy.db";
  ASSERT_TRUE(back_up(store.folder(), out));

  auto const second = back_up(store.folder(), out);

  ASSERT_FALSE(second);
  EXPECT_NE(second.error().find("exists already"), std::string::npos);
}

TEST(Backup, FailureLeavesNoFile) {
  TempFolder folder;
  Store const store(folder.data());
  auto const out = folder.path() / "no such folder" / "copy.db";

  auto const refused = back_up(store.folder(), out);

  EXPECT_FALSE(refused);
  EXPECT_FALSE(std::filesystem::exists(out));
}

TEST(Backup, DamagedDatabaseGivesAnErrorAndNoFile) {
  TempFolder folder;
  std::filesystem::path database;
  {
    Store store(folder.data());
    auto const session = store.start(store.candidate("owner"));
    ASSERT_TRUE(store.append(session, {event(2, std::string(200'000, 'x'))}));
    database = store.folder().database();
  }
  auto const size = std::filesystem::file_size(database);
  std::filesystem::resize_file(database, size / 2);
  auto const out = folder.path() / "copy.db";

  auto const refused = back_up(folder.data(), out);

  EXPECT_FALSE(refused);
  EXPECT_FALSE(std::filesystem::exists(out));
  EXPECT_FALSE(std::filesystem::exists(out.string() + ".part"));
}

TEST(Backup, GoesOnWhileAnswersAreStored) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  auto stored = std::async(std::launch::async, [&] {
    std::uint32_t count = 1;
    for (std::uint32_t seq = 2; seq <= 200; ++seq) {
      if (store.append(session, {event(seq, std::string(5'000, 'x'))})) ++count;
    }
    return count;
  });
  std::vector<std::filesystem::path> copies;

  for (int i = 0; i < 4; ++i) {
    copies.push_back(folder.path() / std::to_string(i) / "data" / "curveball.db");
    std::filesystem::create_directories(copies.back().parent_path());
    ASSERT_TRUE(back_up(store.folder(), copies.back()));
  }

  EXPECT_EQ(stored.get(), 200U);
  std::size_t previous = 1;
  for (auto const& copy : copies) {
    auto reader = testing::open_reader(DataFolder(copy.parent_path()));
    auto const count = reader.events(Viewer::owner_of_data(), session).size();
    EXPECT_GE(count, previous);
    previous = count;
  }
}

TEST(Backup, DeletedTextIsNotInALaterBackup) {
  TempFolder folder;
  Store store(folder.data());
  auto const session = store.start(store.candidate("owner"));
  ASSERT_TRUE(store.append(session, {event(2, "words that must go")}));
  ASSERT_TRUE(testing::ask<Deleted>(
      store.writer(), DeleteSession{.viewer = Viewer::owner_of_data(), .session = session}));
  DataFolder const copy(folder.path() / "copy");
  std::filesystem::create_directories(copy.root());

  ASSERT_TRUE(back_up(store.folder(), copy.database()));

  auto reader = testing::open_reader(copy);
  EXPECT_FALSE(reader.session(Viewer::owner_of_data(), session));
}

}  // namespace
}  // namespace curveball::store
