// The web client's files: those inside the program, or those of a folder while it is being worked
// on. Thread: main.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/embedded.hpp"

namespace curveball::app {

// The files of web/dist that are linked into the program.
std::span<EmbeddedFile const> embedded_web();

// Files read into memory once. Owns what its views refer to, so it must outlive their use.
class WebFiles {
 public:
  // Absent: the embedded ones. Throws std::runtime_error when the folder cannot be read.
  explicit WebFiles(std::optional<std::filesystem::path> const& folder);

  std::span<EmbeddedFile const> files() const { return files_; }

 private:
  struct Loaded {
    std::string path;
    std::string bytes;
    std::string sha256;
  };
  void load(std::filesystem::path const& folder);

  std::vector<std::unique_ptr<Loaded>> loaded_;
  std::vector<EmbeddedFile> own_;
  std::span<EmbeddedFile const> files_;
};

}  // namespace curveball::app
