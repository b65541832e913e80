// The interviews that can be started, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/lazy_program.hpp"
#include "interview/program.hpp"
#include "rubric/rubric.hpp"
#include "store/identity.hpp"

namespace curveball::app {

// The form of canonical scripts that this program writes.
inline constexpr std::uint32_t schema_of_scripts = 1;

struct LibraryEntry {
  interview::Card card;
  rubric::Rubric rubric;
  std::shared_ptr<LazyProgram const> script;  // As the store pins it, and as it runs.
  store::Hash hash{};                         // SHA-256 of its canonical text.
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
