// Opening the one database file: for the one writer, and read-only for everybody else.
//
// SQLite 3.7.0 to 3.51.2 can damage a file when two connections write or checkpoint at once
// (fixed in 3.51.3), so exactly one connection does either: the writer's. Readers never checkpoint.
#pragma once

#include <SQLiteCpp/Database.h>
#include <optional>
#include <string>
#include <vector>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/backup.hpp"
#include "store/data_folder.hpp"
#include "store/migration.hpp"

namespace curveball::store {

struct WriteOptions {
  Instant now;  // Names an automatic backup.
  std::vector<Migration> migrations = shipped_migrations();
};

// The connection that writes and checkpoints, with the lock on its folder. Owned by a Writer.
// Thread: one at a time.
class WriteDatabase {
 public:
  // Only a program from outside can hold a lock that SQLite waits for.
  static constexpr int busy_timeout_ms = 5'000;

  // Creates folder and file where they are missing. An older database is backed up and migrated; a
  // newer one is refused, and so is a folder that another process writes to. The error says what is
  // wrong and what to do.
  static Result<WriteDatabase, std::string> open(DataFolder const& folder,
                                                 WriteOptions const& options);

  DataFolder const& folder() const { return folder_; }
  SQLite::Database& connection() { return connection_; }
  std::uint32_t schema() { return schema_of(connection_); }
  // The copy made before an older database was migrated by this open.
  std::optional<Backup> const& backup() const { return backup_; }

 private:
  WriteDatabase(DataFolder folder, FolderLock lock);
  std::optional<std::string> bring_up_to_date(WriteOptions const& options);

  DataFolder folder_;
  FolderLock lock_;
  SQLite::Database connection_;
  std::optional<Backup> backup_;
};

// A read-only connection that neither writes nor checkpoints, beside a live server or without one.
// The schema is not looked at. The error says what is wrong and what to do.
Result<SQLite::Database, std::string> connect_read_only(DataFolder const& folder);

// A read-only connection to a database of this program's schema. Thread: one at a time.
class ReadDatabase {
 public:
  // Refuses a missing database and one of another schema than `schema`; the error says what to do.
  static Result<ReadDatabase, std::string> open(
      DataFolder const& folder,
      std::uint32_t schema = static_cast<std::uint32_t>(embedded_migrations().size()));

  SQLite::Database& connection() { return connection_; }

 private:
  explicit ReadDatabase(SQLite::Database connection) : connection_(std::move(connection)) {}
  SQLite::Database connection_;
};

}  // namespace curveball::store
