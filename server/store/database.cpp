#include "store/database.hpp"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace curveball::store {
namespace {

// One thread uses a connection at a time, so SQLite needs no mutex of its own.
constexpr int write_flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
constexpr int read_flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

// wal_autocheckpoint is 0 because the writer checkpoints by itself, after it has answered.
constexpr char const* write_pragmas =
    "PRAGMA synchronous = FULL;"
    "PRAGMA foreign_keys = ON;"
    "PRAGMA secure_delete = ON;"
    "PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA journal_size_limit = 16777216;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -8192;";
constexpr char const* read_pragmas =
    "PRAGMA wal_autocheckpoint = 0;"
    "PRAGMA mmap_size = 0;"
    "PRAGMA temp_store = MEMORY;"
    "PRAGMA cache_size = -4096;";

void configure_writer(SQLite::Database& connection) {
  auto const mode = connection.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal") throw std::runtime_error("this file system cannot hold a write-ahead log");
  connection.exec(write_pragmas);
}

std::string cannot_open(DataFolder const& folder, std::exception const& error) {
  return "Cannot open " + folder.database().string() + ": " + error.what();
}

std::string too_new(DataFolder const& folder, std::uint32_t found, std::uint32_t known) {
  return folder.database().string() + " was written by a newer Curveball (schema " +
         std::to_string(found) + "; this one knows schema " + std::to_string(known) +
         "). Start that newer version, or choose another data folder.";
}

std::string too_old(DataFolder const& folder, std::uint32_t found, std::uint32_t known) {
  return folder.database().string() + " was written by an older Curveball (schema " +
         std::to_string(found) + "; this one reads schema " + std::to_string(known) +
         "). Start the server once: it backs the data up and migrates it.";
}

}  // namespace

WriteDatabase::WriteDatabase(DataFolder folder, FolderLock lock)
    : folder_(std::move(folder)),
      lock_(std::move(lock)),
      connection_(folder_.database().string(), write_flags, busy_timeout_ms) {
  configure_writer(connection_);
}

std::optional<std::string> WriteDatabase::bring_up_to_date(WriteOptions const& options) {
  std::uint32_t const known = options.migrations.empty() ? 0 : options.migrations.back().schema;
  std::uint32_t const found = schema();
  if (found > known) return too_new(folder_, found, known);
  if (found > 0 && found < known) {
    auto backup = back_up_automatically(connection_, folder_, options.now);
    if (!backup) return "No backup, so nothing was migrated. " + backup.error();
    backup_ = *std::move(backup);
  }
  migrate(connection_, options.migrations);
  return std::nullopt;
}

Result<WriteDatabase, std::string> WriteDatabase::open(DataFolder const& folder,
                                                       WriteOptions const& options) {
  if (auto error = folder.prepare()) return Unexpected{std::move(*error)};
  auto lock = FolderLock::take(folder);
  if (!lock) return Unexpected{lock.error()};
  try {
    WriteDatabase database(folder, *std::move(lock));
    if (auto error = database.bring_up_to_date(options)) return Unexpected{std::move(*error)};
    return database;
  } catch (std::exception const& error) {
    return Unexpected{cannot_open(folder, error)};
  }
}

Result<SQLite::Database, std::string> connect_read_only(DataFolder const& folder) {
  std::error_code unreadable;
  if (!std::filesystem::exists(folder.database(), unreadable)) {
    return Unexpected{"There is no data in " + folder.root().string() +
                      ". Name the data folder of the server, or start it once."};
  }
  try {
    SQLite::Database connection(folder.database().string(), read_flags,
                                WriteDatabase::busy_timeout_ms);
    sqlite3_db_config(connection.getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    connection.exec(read_pragmas);
    return connection;
  } catch (std::exception const& error) {
    return Unexpected{cannot_open(folder, error)};
  }
}

Result<ReadDatabase, std::string> ReadDatabase::open(DataFolder const& folder,
                                                     std::uint32_t schema) {
  auto connection = connect_read_only(folder);
  if (!connection) return Unexpected{connection.error()};
  try {
    std::uint32_t const found = schema_of(*connection);
    if (found > schema) return Unexpected{too_new(folder, found, schema)};
    if (found < schema) return Unexpected{too_old(folder, found, schema)};
    connection->exec("PRAGMA query_only = ON");
    return ReadDatabase(*std::move(connection));
  } catch (std::exception const& error) {
    return Unexpected{cannot_open(folder, error)};
  }
}

}  // namespace curveball::store
