// The schema, step by step. Step n leads from schema n-1 to schema n; a fresh file has schema 0.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/embedded.hpp"

namespace SQLite {
class Database;
}

namespace curveball::store {

struct Migration {
  std::uint32_t schema = 0;  // The schema it leads to.
  std::string_view name;     // For messages, e.g. "0001_sessions.sql".
  std::string_view sql;
};

// The files of db/migrations, linked into the program.
std::span<EmbeddedFile const> embedded_migrations();

// The steps of this program, in order: schema 1, 2, 3 ... without a gap.
std::vector<Migration> shipped_migrations();

// The schema of an open database.
std::uint32_t schema_of(SQLite::Database& database);

// Applies each step above the database's schema in a transaction of its own, which also sets the
// new schema number. Throws std::runtime_error naming the step that failed; that step left nothing.
void migrate(SQLite::Database& database, std::span<Migration const> migrations);

}  // namespace curveball::store
