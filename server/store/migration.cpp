#include "store/migration.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Transaction.h>
#include <algorithm>
#include <cassert>
#include <charconv>
#include <stdexcept>

namespace curveball::store {
namespace {

// "0001_sessions.sql" leads to schema 1.
Migration step_of(EmbeddedFile const& file) {
  Migration step{.name = file.path, .sql = file.bytes};
  std::from_chars(file.path.data(), file.path.data() + file.path.size(), step.schema);
  return step;
}

void apply(SQLite::Database& database, Migration const& step) {
  try {
    SQLite::Transaction transaction(database);
    database.exec(std::string(step.sql));
    database.exec("PRAGMA user_version = " + std::to_string(step.schema));
    transaction.commit();
  } catch (SQLite::Exception const& error) {
    throw std::runtime_error("Migration " + std::string(step.name) + " failed: " + error.what());
  }
}

}  // namespace

std::vector<Migration> shipped_migrations() {
  std::vector<Migration> steps;
  for (EmbeddedFile const& file : embedded_migrations()) {
    steps.push_back(step_of(file));
    assert(steps.back().schema == steps.size() && "migrations are numbered 1, 2, 3 ...");
  }
  return steps;
}

std::uint32_t schema_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getUInt();
}

void migrate(SQLite::Database& database, std::span<Migration const> migrations) {
  std::uint32_t const present = schema_of(database);
  for (Migration const& step : migrations) {
    if (step.schema > present) apply(database, step);
  }
}

}  // namespace curveball::store
