// Somebody who opens the database of a running server with another program, as an operator might.
#pragma once

#include <SQLiteCpp/Database.h>
#include <filesystem>
#include <string>

#include "store/data_folder.hpp"

namespace curveball::app::testing {

class Outsider {
 public:
  explicit Outsider(std::filesystem::path const& data_dir)
      : database_(store::DataFolder(data_dir).database().string(), SQLite::OPEN_READWRITE, 5'000) {
    database_.exec("PRAGMA wal_autocheckpoint = 0");
  }

  void run(std::string const& sql) { database_.exec(sql); }

  // Nothing can be stored until unlock(); the server waits for it for some seconds.
  void lock() { run("BEGIN IMMEDIATE"); }
  void unlock() { run("ROLLBACK"); }

 private:
  SQLite::Database database_;
};

}  // namespace curveball::app::testing
