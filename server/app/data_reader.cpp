#include "app/data_reader.hpp"

#include <utility>

namespace curveball::app {

DataReader::DataReader(store::ReadDatabase database)
    : reader_(std::move(database)),
      programs_(std::make_shared<Library const>(std::vector<LibraryEntry>{})) {}

Result<std::unique_ptr<DataReader>, std::string> DataReader::open(
    std::filesystem::path const& folder) {
  auto database = store::ReadDatabase::open(store::DataFolder(folder));
  if (!database) return Unexpected{database.error()};
  return std::unique_ptr<DataReader>(new DataReader(*std::move(database)));
}

Result<StoredSession, std::string> DataReader::load(std::string const& text) {
  auto const id = store::SessionId::parse(text);
  if (!id) return Unexpected{"\"" + text + "\" is not a session id; it has 36 characters"};
  auto session = load_session(reader_, programs_, store::Viewer::owner_of_data(), *id);
  if (!session) return Unexpected{text + ": " + session.error().message};
  return *std::move(session);
}

bool DataReader::holds(std::string const& id) {
  auto const parsed = store::SessionId::parse(id);
  return parsed && reader_.session(store::Viewer::owner_of_data(), *parsed).has_value();
}

std::vector<std::string> DataReader::session_ids() {
  std::vector<std::string> ids;
  std::optional<store::Cursor> cursor;
  do {
    auto const page =
        reader_.sessions(store::Viewer::owner_of_data(), {}, limits::sessions_per_page, cursor);
    for (auto const& row : page.rows) ids.push_back(row.id.text());
    cursor = page.next;
  } while (cursor);
  return ids;
}

}  // namespace curveball::app
