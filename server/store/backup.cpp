#include "store/backup.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fcntl.h>
#include <optional>
#include <system_error>
#include <unistd.h>

#include "store/database.hpp"
#include "store/migration.hpp"

namespace curveball::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view automatic_prefix = "auto-";

std::string why(int error) { return std::generic_category().message(error); }

// An empty file that only its owner may read; SQLite fills it.
std::optional<std::string> make_empty(fs::path const& path) {
  int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return "Cannot create " + path.string() + ": " + why(errno);
  ::close(file);
  return std::nullopt;
}

// Makes a file's content, or a folder's names, survive a power cut.
std::optional<std::string> make_durable(fs::path const& path) {
  int const file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return "Cannot open " + path.string() + ": " + why(errno);
  int const error = ::fsync(file) == 0 ? 0 : errno;
  ::close(file);
  if (error != 0) return "Cannot write " + path.string() + " to disk: " + why(error);
  return std::nullopt;
}

std::string integrity_of(SQLite::Database& copy) {
  return copy.execAndGet("PRAGMA integrity_check(1)").getString();
}

void copy_into(SQLite::Database& source, fs::path const& out) {
  SQLite::Statement vacuum(source, "VACUUM INTO ?");
  vacuum.bind(1, out.string());
  vacuum.exec();
}

// The checked and durable copy under the temporary name `part`.
Result<Backup, std::string> copy_and_check(SQLite::Database& source, fs::path const& part) {
  if (auto error = make_empty(part)) return Unexpected{std::move(*error)};
  Backup backup{.file = part};
  try {
    copy_into(source, part);
    SQLite::Database copy(part.string(), SQLite::OPEN_READONLY);
    auto const verdict = integrity_of(copy);
    if (verdict != "ok") return Unexpected{"The copy is damaged: " + verdict};
    backup.schema = schema_of(copy);
  } catch (SQLite::Exception const& error) {
    return Unexpected{"Cannot copy the database: " + std::string(error.what())};
  }
  if (auto error = make_durable(part)) return Unexpected{std::move(*error)};
  backup.bytes = fs::file_size(part);
  return backup;
}

// The name of an automatic backup; names sort by time.
std::string automatic_name(Instant now, std::uint32_t schema) {
  using namespace std::chrono;
  sys_time<milliseconds> const time{milliseconds{now.ms}};
  auto const day = floor<days>(time);
  year_month_day const date{day};
  hh_mm_ss const clock{time - day};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "auto-%04d%02u%02uT%02d%02d%02d.%03dZ-schema%u.db",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()),
                static_cast<int>(clock.subseconds().count()), schema);
  return text.data();
}

void prune(DataFolder const& folder) {
  std::size_t kept = 0;
  for (std::string const& name : folder.backup_names()) {
    bool const automatic = name.compare(0, automatic_prefix.size(), automatic_prefix) == 0;
    if (automatic && ++kept > automatic_backups_kept) fs::remove(folder.backups() / name);
  }
}

}  // namespace

Result<Backup, std::string> back_up(SQLite::Database& source, fs::path const& out) {
  std::error_code error;
  if (fs::exists(out, error)) {
    return Unexpected{out.string() + " exists already. Name a new file for the backup."};
  }
  fs::path const part = out.string() + ".part";
  auto backup = copy_and_check(source, part);
  if (backup) fs::rename(part, out, error);
  if (!backup || error) {
    std::error_code ignored;
    fs::remove(part, ignored);
    if (!backup) return backup;
    return Unexpected{"Cannot name the backup " + out.string() + ": " + error.message()};
  }
  backup->file = out;
  fs::path const home = fs::absolute(out).parent_path();
  if (auto fault = make_durable(home)) return Unexpected{std::move(*fault)};
  return backup;
}

Result<Backup, std::string> back_up(DataFolder const& folder, fs::path const& out) {
  auto database = connect_read_only(folder);
  if (!database) return Unexpected{database.error()};
  return back_up(*database, out);
}

Result<Backup, std::string> back_up_automatically(SQLite::Database& source,
                                                  DataFolder const& folder, Instant now) {
  std::error_code error;
  if (fs::create_directories(folder.backups(), error)) {
    fs::permissions(folder.backups(), fs::perms::owner_all, error);
  }
  if (error)
    return Unexpected{"Cannot create " + folder.backups().string() + ": " + error.message()};
  auto backup = back_up(source, folder.backups() / automatic_name(now, schema_of(source)));
  if (backup) prune(folder);
  return backup;
}

}  // namespace curveball::store
