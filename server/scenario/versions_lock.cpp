#include "scenario/versions_lock.hpp"

#include <sstream>
#include <utility>

#include "scenario/document.hpp"

namespace curveball::scenario {
namespace {

constexpr std::size_t sha256_digits = 64;

bool read_line(std::string const& line, VersionsLock& lock) {
  std::istringstream fields(line);
  std::string id;
  Locked locked;
  if (!(fields >> id >> locked.version >> locked.sha256)) return false;
  if (locked.sha256.size() != sha256_digits) return false;
  lock.scenarios[id] = std::move(locked);
  return true;
}

Diagnostic finding(Code code, std::string const& file, Position at, std::string message) {
  Findings findings;
  findings.add_at(code, file, at, std::move(message));
  return std::move(findings).take().front();
}

}  // namespace

std::optional<VersionsLock> read_versions_lock(FileSource const& source) {
  auto const text = source.read(std::string(lock_path));
  if (!text) return std::nullopt;
  VersionsLock lock;
  std::istringstream lines(*text);
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line.front() == '#' || read_line(line, lock)) continue;
    lock.diagnostics.push_back(
        finding(Code::schema_violation, source.shown_prefix + std::string(lock_path),
                {.line = number}, "a line must be an id, a version and a SHA-256"));
  }
  return lock;
}

std::optional<Diagnostic> check_version(VersionsLock const& lock, Loaded const& loaded,
                                        std::string const& file) {
  auto const& card = loaded.card;
  auto const locked = lock.scenarios.find(card.id);
  if (locked == lock.scenarios.end()) {
    return finding(Code::version_not_locked, file, {},
                   in_quotes(card.id) +
                       " is not in versions.lock; when it is ready, add it with "
                       "curveball lint --write-lock");
  }
  if (locked->second.sha256 == loaded.canonical.sha256) return std::nullopt;
  auto const version = std::to_string(locked->second.version);
  if (card.version <= locked->second.version) {
    return finding(
        Code::version_not_raised, file, {},
        in_quotes(card.id) + " differs from its locked version " + version + "; raise \"version\"");
  }
  return finding(Code::version_not_locked, file, {},
                 in_quotes(card.id) + " is version " + std::to_string(card.version) +
                     ", versions.lock holds " + version +
                     "; when it is ready, update it with curveball lint --write-lock");
}

std::string lock_line(interview::Card const& card, Canonical const& canonical) {
  return card.id + ' ' + std::to_string(card.version) + ' ' + canonical.sha256 + '\n';
}

}  // namespace curveball::scenario
