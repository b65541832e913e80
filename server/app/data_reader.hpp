// The stored sessions as a command sees them: read-only, also beside a live server, as the owner of
// the data folder.
// Thread: main.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/stored_session.hpp"
#include "base/result.hpp"

namespace curveball::app {

class DataReader {
 public:
  // The error says what is wrong and what to do.
  static Result<std::unique_ptr<DataReader>, std::string> open(std::filesystem::path const& folder);

  // `id` as text. The error says what is wrong.
  Result<StoredSession, std::string> load(std::string const& id);

  // Whether a session of that id is stored, whole or not.
  bool holds(std::string const& id);

  // Every session's id, newest first.
  std::vector<std::string> session_ids();

  store::Reader& reader() { return reader_; }

 private:
  explicit DataReader(store::ReadDatabase database);

  store::Reader reader_;
  Programs programs_;
};

}  // namespace curveball::app
