// Copies of a database that is in use: complete, checked, and named only when they are both.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "store/data_folder.hpp"

namespace SQLite {
class Database;
}

namespace curveball::store {

struct Backup {
  std::filesystem::path file;
  std::uintmax_t bytes = 0;
  std::uint32_t schema = 0;
};

// Copies the database of `folder`, also beside a live server, into the new file `out` (mode 0600):
// one moment of it, without the pages of what was deleted. The copy is written under another name,
// checked (integrity_check), made durable and then renamed; a failure leaves no `out`. Refused when
// `out` exists. The error says what is wrong. Takes as long as the data is big and never makes the
// server's writer wait; while it runs the server's write-ahead log cannot shrink.
// Thread: any; opens a connection of its own.
Result<Backup, std::string> back_up(DataFolder const& folder, std::filesystem::path const& out);

// The same through an open connection, which must not be inside a transaction.
Result<Backup, std::string> back_up(SQLite::Database& source, std::filesystem::path const& out);

// How many automatic backups are kept.
inline constexpr std::size_t automatic_backups_kept = 3;

// Copies the database into folder.backups() under a name with the time and the schema, then removes
// all but the newest automatic_backups_kept of such copies. Other files there are left alone.
Result<Backup, std::string> back_up_automatically(SQLite::Database& source,
                                                  DataFolder const& folder, Instant now);

}  // namespace curveball::store
