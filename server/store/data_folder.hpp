// The folder that holds everything a server remembers, and the lock that keeps a second writer out.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace curveball::store {

// Names of the files in a data folder. Thread: any; holds no resource.
class DataFolder {
 public:
  explicit DataFolder(std::filesystem::path root) : root_(std::move(root)) {}

  std::filesystem::path const& root() const { return root_; }
  std::filesystem::path database() const { return root_ / "curveball.db"; }
  std::filesystem::path lock() const { return root_ / "curveball.lock"; }
  std::filesystem::path backups() const { return root_ / "backups"; }

  // File names in backups(), newest first; empty when there are none.
  std::vector<std::string> backup_names() const;

  // Makes the folder (mode 0700) and an empty database file (mode 0600) where they are missing, so
  // that nobody else on the machine can read them. What exists keeps its mode.
  // Returns what is wrong and what to do, or nothing.
  std::optional<std::string> prepare() const;

 private:
  std::filesystem::path root_;
};

// Held by the one process that writes to a data folder; given back by the destructor and, whatever
// happens to the process, by the system.
class FolderLock {
 public:
  // The error names the process that holds the lock.
  static Result<FolderLock, std::string> take(DataFolder const& folder);

  FolderLock(FolderLock&& other) noexcept : file_(std::exchange(other.file_, -1)) {}
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(FolderLock const&) = delete;
  FolderLock& operator=(FolderLock const&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : file_(file) {}
  int file_;
};

}  // namespace curveball::store
