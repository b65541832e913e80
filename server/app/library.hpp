// The interviews that can be started: compiled once, shared read-only by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interview/program.hpp"
#include "store/identity.hpp"

namespace curveball::app {

// The form of canonical scripts that this program writes.
inline constexpr std::uint32_t schema_of_scripts = 1;

struct LibraryEntry {
  std::shared_ptr<interview::Program const> program;
  std::string canonical;  // The script as the store pins it.
  store::Hash hash{};     // SHA-256 of it.
  std::string hash_hex;
};

// Thread: any; immutable.
class Library {
 public:
  explicit Library(std::vector<LibraryEntry> entries) : entries_(std::move(entries)) {}

  // In the order of role, then id.
  std::vector<LibraryEntry> const& entries() const { return entries_; }

  // Null when there is none.
  LibraryEntry const* find(std::string_view id) const;
  LibraryEntry const* find(store::Hash const& hash) const;

 private:
  std::vector<LibraryEntry> entries_;
};

}  // namespace curveball::app
