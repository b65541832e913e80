#include "store/data_folder.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace curveball::store {
namespace {

constexpr mode_t owner_only_file = 0600;

std::string why(int error) { return std::generic_category().message(error); }

// Makes `path` an existing file without touching one that is there.
std::optional<std::string> make_file(std::filesystem::path const& path) {
  int const file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, owner_only_file);
  if (file < 0 && errno != EEXIST) return "Cannot create " + path.string() + ": " + why(errno);
  if (file >= 0) ::close(file);
  return std::nullopt;
}

std::string content(int file) {
  std::array<char, 32> text{};
  ssize_t const size = ::pread(file, text.data(), text.size(), 0);
  return size > 0 ? std::string(text.data(), static_cast<std::size_t>(size)) : std::string();
}

std::string held_by(DataFolder const& folder, std::string const& pid) {
  std::string const process = pid.empty() ? "another process" : "process " + pid;
  return "The data folder " + folder.root().string() + " is in use by " + process +
         ". Stop that server first, or choose another folder.";
}

}  // namespace

std::vector<std::string> DataFolder::backup_names() const {
  std::vector<std::string> names;
  std::error_code ignored;  // A folder that is not there holds no backups.
  for (auto const& entry : std::filesystem::directory_iterator(backups(), ignored)) {
    if (entry.path().extension() == ".db") names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end(), std::greater<>());
  return names;
}

std::optional<std::string> DataFolder::prepare() const {
  std::error_code error;
  if (!std::filesystem::is_directory(root_, error)) {
    std::filesystem::create_directories(root_, error);
    if (!error) {
      std::filesystem::permissions(root_, std::filesystem::perms::owner_all, error);
    }
    if (error) {
      return "Cannot create the data folder " + root_.string() + ": " + error.message() +
             ". Choose a folder that this user may write to.";
    }
  }
  return make_file(database());
}

Result<FolderLock, std::string> FolderLock::take(DataFolder const& folder) {
  int const file = ::open(folder.lock().c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only_file);
  if (file < 0) return Unexpected{"Cannot open " + folder.lock().string() + ": " + why(errno)};
  FolderLock lock(file);
  if (::flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Unexpected{held_by(folder, content(file))};
    return Unexpected{"Cannot lock " + folder.lock().string() + ": " + why(errno)};
  }
  std::string const pid = std::to_string(::getpid());
  bool const noted = ::ftruncate(file, 0) == 0 &&
                     ::pwrite(file, pid.data(), pid.size(), 0) == static_cast<ssize_t>(pid.size());
  if (!noted) return Unexpected{"Cannot write " + folder.lock().string() + ": " + why(errno)};
  return lock;
}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(file_, other.file_);
  return *this;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace curveball::store
