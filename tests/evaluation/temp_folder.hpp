// A folder of a test's own, gone with it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace curveball::evaluation::testing {

class TempFolder {
 public:
  TempFolder() {
    auto name = (std::filesystem::temp_directory_path() / "curveball_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  TempFolder(TempFolder const&) = delete;
  TempFolder& operator=(TempFolder const&) = delete;
  ~TempFolder() { std::filesystem::remove_all(path_); }

  std::filesystem::path const& path() const { return path_; }

  // Writes a file, with the folders that it needs.
  std::filesystem::path write(std::string const& file, std::string_view text) const {
    auto const full = path_ / file;
    std::filesystem::create_directories(full.parent_path());
    std::ofstream(full, std::ios::binary) << text;
    return full;
  }

 private:
  std::filesystem::path path_;
};

}  // namespace curveball::evaluation::testing
