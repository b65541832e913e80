// versions.lock: the version and hash of each scenario as it was last released. Sessions and
// reports name a scenario by its version, so what differs must have a higher one.
// Thread: any; plain values.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/diagnostic.hpp"
#include "scenario/load.hpp"
#include "scenario/source.hpp"

namespace curveball::scenario {

inline constexpr std::string_view lock_path = "versions.lock";  // Below the root.

struct Locked {
  std::uint32_t version = 0;
  std::string sha256;
};

struct VersionsLock {
  std::map<std::string, Locked> scenarios;  // By their id.
  std::vector<Diagnostic> diagnostics;      // Of lines that cannot be read.
};

// The lock at the root of `source`; nothing when there is none.
std::optional<VersionsLock> read_versions_lock(FileSource const& source);

// What is wrong with the version of a scenario that compiled: version_not_raised when it differs
// from the locked one and is not higher; version_not_locked when it is higher or not in the lock.
// `file` is what the finding names.
std::optional<Diagnostic> check_version(VersionsLock const& lock, Loaded const& loaded,
                                        std::string const& file);

// One line of the lock for a scenario that compiled, with its line end.
std::string lock_line(interview::Card const& card, Canonical const& canonical);

}  // namespace curveball::scenario
