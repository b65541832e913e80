#include "store/database.hpp"

#include <array>
#include <sqlite3.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/fixture.hpp"

namespace curveball::store {
namespace {

using testing::Store;
using testing::TempFolder;

Instant const now{1'800'000'000'123};

Migration const first{.schema = 1, .name = "0001_a.sql", .sql = "CREATE TABLE a (x TEXT) STRICT"};

Migration step(std::uint32_t schema, std::string_view sql) {
  return {.schema = schema, .name = "later.sql", .sql = sql};
}

mode_t mode_of(std::filesystem::path const& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

std::string setting(SQLite::Database& database, std::string const& name) {
  return database.execAndGet("PRAGMA " + name).getString();
}

TEST(WriteDatabase, NewFolderAndFilesBelongToTheirOwnerAlone) {
  TempFolder temp;

  auto const database = WriteDatabase::open(temp.data(), {.now = now});

  ASSERT_TRUE(database);
  EXPECT_EQ(mode_of(temp.data().root()), 0700U);
  EXPECT_EQ(mode_of(temp.data().database()), 0600U);
  EXPECT_EQ(mode_of(temp.data().database().string() + "-wal"), 0600U);
  EXPECT_EQ(mode_of(temp.data().lock()), 0600U);
}

TEST(WriteDatabase, NewDatabaseHasTheNewestSchemaAndNoBackup) {
  TempFolder temp;

  auto database = WriteDatabase::open(temp.data(), {.now = now});

  ASSERT_TRUE(database);
  EXPECT_EQ(database->schema(), shipped_migrations().size());
  EXPECT_FALSE(database->backup());
  EXPECT_TRUE(temp.data().backup_names().empty());
}

TEST(WriteDatabase, CommitsAreSyncedAndDeletionsOverwritten) {
  TempFolder temp;

  auto database = WriteDatabase::open(temp.data(), {.now = now});

  auto& connection = database->connection();
  EXPECT_EQ(setting(connection, "journal_mode"), "wal");
  EXPECT_EQ(setting(connection, "synchronous"), "2");
  EXPECT_EQ(setting(connection, "foreign_keys"), "1");
  EXPECT_EQ(setting(connection, "secure_delete"), "1");
  EXPECT_EQ(setting(connection, "mmap_size"), "0");
}

TEST(WriteDatabase, OlderDatabaseIsBackedUpBeforeItIsMigrated) {
  TempFolder temp;
  {
    auto old = WriteDatabase::open(temp.data(), {.now = now, .migrations = {first}});
    ASSERT_TRUE(old) << old.error();
    old->connection().exec("INSERT INTO a VALUES ('kept')");
  }

  auto migrated = WriteDatabase::open(
      temp.data(), {.now = now, .migrations = {first, step(2, "DELETE FROM a")}});

  ASSERT_TRUE(migrated) << migrated.error();
  EXPECT_EQ(migrated->schema(), 2U);
  EXPECT_EQ(migrated->connection().execAndGet("SELECT count(*) FROM a").getInt(), 0);
  ASSERT_TRUE(migrated->backup());
  EXPECT_EQ(migrated->backup()->file.filename(), "auto-20270115T080000.123Z-schema1.db");
  SQLite::Database copy(migrated->backup()->file.string());
  EXPECT_EQ(copy.execAndGet("SELECT x FROM a").getString(), "kept");
  EXPECT_EQ(copy.execAndGet("PRAGMA user_version").getInt(), 1);
}

TEST(WriteDatabase, DatabaseOfTheSameSchemaIsNotBackedUp) {
  TempFolder temp;
  { ASSERT_TRUE(WriteDatabase::open(temp.data(), {.now = now})); }

  auto const again = WriteDatabase::open(temp.data(), {.now = now});

  ASSERT_TRUE(again);
  EXPECT_FALSE(again->backup());
}

TEST(WriteDatabase, FailingMigrationLeavesTheDatabaseAsItWas) {
  TempFolder temp;
  { ASSERT_TRUE(WriteDatabase::open(temp.data(), {.now = now, .migrations = {first}})); }
  auto const broken = step(2, "CREATE TABLE b (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)");

  auto const failed = WriteDatabase::open(temp.data(), {.now = now, .migrations = {first, broken}});

  ASSERT_FALSE(failed);
  EXPECT_NE(failed.error().find("later.sql"), std::string::npos) << failed.error();
  auto again = WriteDatabase::open(temp.data(), {.now = now, .migrations = {first}});
  ASSERT_TRUE(again);
  EXPECT_FALSE(again->connection().tableExists("b"));
}

TEST(WriteDatabase, NewerSchemaIsRefusedAndTheErrorSaysWhatToDo) {
  TempFolder temp;
  {
    ASSERT_TRUE(WriteDatabase::open(temp.data(),
                                    {.now = now, .migrations = {first, step(2, "DELETE FROM a")}}));
  }

  auto const refused = WriteDatabase::open(temp.data(), {.now = now, .migrations = {first}});

  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("newer Curveball (schema 2;"), std::string::npos);
  EXPECT_NE(refused.error().find("Start that newer version"), std::string::npos);
}

TEST(WriteDatabase, ThreeAutomaticBackupsAreKeptAndOtherFilesLeftAlone) {
  TempFolder temp;
  std::vector<Migration> steps{first};
  { ASSERT_TRUE(WriteDatabase::open(temp.data(), {.now = now, .migrations = steps})); }
  std::filesystem::create_directories(temp.data().backups());
  ASSERT_TRUE(back_up(temp.data(), temp.data().backups() / "mine.db"));

  for (std::uint32_t schema = 2; schema <= 6; ++schema) {
    steps.push_back(step(schema, "DELETE FROM a"));
    ASSERT_TRUE(WriteDatabase::open(
        temp.data(), {.now = {now.ms + std::int64_t{schema} * 1000}, .migrations = steps}));
  }

  EXPECT_EQ(temp.data().backup_names(),
            (std::vector<std::string>{"mine.db", "auto-20270115T080006.123Z-schema5.db",
                                      "auto-20270115T080005.123Z-schema4.db",
                                      "auto-20270115T080004.123Z-schema3.db"}));
}

TEST(WriteDatabase, SecondWriterIsRefusedAndToldWhoHoldsTheFolder) {
  TempFolder temp;
  std::array<int, 2> said{};
  std::array<int, 2> done{};
  ASSERT_EQ(::pipe(said.data()), 0);
  ASSERT_EQ(::pipe(done.data()), 0);
  pid_t const holder = ::fork();
  if (holder == 0) {
    char byte = '!';
    {
      auto const held = WriteDatabase::open(temp.data(), {.now = now});
      if (!held || ::write(said[1], "r", 1) != 1 || ::read(done[0], &byte, 1) < 0) ::_exit(1);
    }
    ::_exit(0);
  }
  char byte = 0;
  ASSERT_EQ(::read(said[0], &byte, 1), 1);

  auto const second = WriteDatabase::open(temp.data(), {.now = now});
  ASSERT_EQ(::write(done[1], "d", 1), 1);
  ::waitpid(holder, nullptr, 0);
  auto const after = WriteDatabase::open(temp.data(), {.now = now});

  ASSERT_FALSE(second);
  EXPECT_NE(second.error().find("process " + std::to_string(holder)), std::string::npos)
      << second.error();
  EXPECT_TRUE(after) << "the lock ends with its process";
  for (int const file : {said[0], said[1], done[0], done[1]}) ::close(file);
}

TEST(WriteDatabase, SecondWriterInTheSameProcessIsRefused) {
  TempFolder temp;
  auto const held = WriteDatabase::open(temp.data(), {.now = now});

  auto const second = WriteDatabase::open(temp.data(), {.now = now});

  EXPECT_TRUE(held);
  EXPECT_FALSE(second);
}

TEST(WriteDatabase, FolderThatCannotBeMadeIsAnErrorNotAnException) {
  TempFolder temp;
  DataFolder const below_a_file(DataFolder(temp.path()).database() / "data");
  ASSERT_FALSE(DataFolder(temp.path()).prepare());

  auto const refused = WriteDatabase::open(below_a_file, {.now = now});

  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("Cannot create the data folder"), std::string::npos);
}

TEST(ReadDatabase, WritesNothing) {
  TempFolder temp;
  Store const store(temp.data());
  auto database = ReadDatabase::open(temp.data());
  ASSERT_TRUE(database);

  EXPECT_THROW(database->connection().exec("DELETE FROM script"), SQLite::Exception);
  EXPECT_EQ(setting(database->connection(), "query_only"), "1");
  EXPECT_EQ(setting(database->connection(), "wal_autocheckpoint"), "0");
}

TEST(ReadDatabase, LeavesTheLogAloneWhenItIsTheLastToClose) {
  TempFolder temp;
  { Store const store(temp.data()); }
  std::filesystem::path const log = temp.data().database().string() + "-wal";
  {
    SQLite::Database left_behind(temp.data().database().string(), SQLite::OPEN_READWRITE);
    sqlite3_db_config(left_behind.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    left_behind.exec("INSERT INTO candidate VALUES (77, zeroblob(32), 0)");
  }
  auto const before = std::filesystem::file_size(log);
  bool found = false;

  {
    auto reader = testing::open_reader(temp.data());
    found = reader.candidate(Hash{}).has_value();
  }

  EXPECT_TRUE(found) << "what is only in the log is read";
  EXPECT_GT(before, 0U);
  EXPECT_EQ(std::filesystem::file_size(log), before);
}

TEST(ReadDatabase, MissingDatabaseIsRefusedAndNotCreated) {
  TempFolder temp;

  auto const refused = ReadDatabase::open(temp.data());

  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().find("There is no data in"), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(temp.data().root()));
}

TEST(ReadDatabase, OtherSchemasAreRefusedWithWhatToDo) {
  TempFolder temp;
  { Store const store(temp.data()); }
  auto const schema = static_cast<std::uint32_t>(shipped_migrations().size());

  auto const newer_program = ReadDatabase::open(temp.data(), schema + 1);
  auto const older_program = ReadDatabase::open(temp.data(), schema - 1);

  ASSERT_FALSE(newer_program);
  EXPECT_NE(newer_program.error().find("older Curveball"), std::string::npos);
  ASSERT_FALSE(older_program);
  EXPECT_NE(older_program.error().find("newer Curveball"), std::string::npos);
}

}  // namespace
}  // namespace curveball::store
