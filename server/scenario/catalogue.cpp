#include "scenario/catalogue.hpp"

#include <algorithm>
#include <map>
#include <sstream>
#include <utility>

#include "scenario/document.hpp"

namespace curveball::scenario {
namespace {

constexpr std::string_view lock_path = "versions.lock";

bool starts_with_any(std::string const& path) {
  for (std::string_view const folder : {"shared/", "profiles/", "schemas/"}) {
    if (path.compare(0, folder.size(), folder) == 0) return true;
  }
  return false;
}

bool is_scenario_path(std::string const& path) {
  static constexpr std::string_view ending = ".json";
  return path.size() > ending.size() &&
         path.compare(path.size() - ending.size(), ending.size(), ending) == 0 &&
         !starts_with_any(path);
}

struct Locked {
  std::uint32_t version = 0;
  std::string sha256;
};
using Lock = std::map<std::string, Locked>;

Lock read_lock(FileSource const& source, Findings& findings) {
  Lock lock;
  std::istringstream text(source.read(std::string(lock_path)).value_or(""));
  std::uint32_t number = 0;
  for (std::string line; std::getline(text, line);) {
    ++number;
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string id;
    Locked locked;
    if (fields >> id >> locked.version >> locked.sha256 && locked.sha256.size() == 64) {
      lock[id] = locked;
    } else {
      findings.add_at(Code::schema_violation, source.shown_prefix + std::string(lock_path),
                      {.line = number}, "a line must be an id, a version and a SHA-256");
    }
  }
  return lock;
}

class Collector {
 public:
  Collector(FileSource const& source, Checks checks)
      : source_(source), checks_(checks), lock_(read_lock(source, findings_)) {}

  Catalogue run() {
    for (auto const& path : source_.list()) {
      if (is_scenario_path(path)) add(path);
    }
    for (auto& [id, entry] : entries_) catalogue_.entries.push_back(std::move(entry));
    catalogue_.diagnostics = std::move(findings_).take();
    return std::move(catalogue_);
  }

 private:
  void add(std::string const& path) {
    auto loaded = load(source_, path, checks_);
    findings_.add_all(std::move(loaded.diagnostics));
    if (!loaded.program) return;
    auto const file = source_.shown_prefix + path;
    auto const& id = loaded.program->card.id;
    auto const [at, is_new] = entries_.try_emplace(
        id,
        Entry{.program = loaded.program, .canonical = std::move(loaded.canonical), .file = file});
    if (is_new) return check_version(id, at->second);
    findings_.add_at(Code::duplicate_id, file, {},
                     "scenario " + in_quotes(id) + " stands in " + at->second.file + " already");
  }

  void check_version(std::string const& id, Entry const& entry) {
    auto const locked = lock_.find(id);
    if (locked == lock_.end() || locked->second.sha256 == entry.canonical.sha256) return;
    if (entry.program->card.version > locked->second.version) return;
    findings_.add_at(Code::version_not_raised, entry.file, {},
                     in_quotes(id) + " differs from its locked version " +
                         std::to_string(locked->second.version) + "; raise \"version\"");
  }

  FileSource const& source_;
  Checks checks_;
  Findings findings_;
  Lock lock_;
  std::map<std::string, Entry> entries_;
  Catalogue catalogue_;
};

}  // namespace

Catalogue load_catalogue(FileSource const& source, Checks checks) {
  return Collector(source, checks).run();
}

std::string versions_lock(Catalogue const& catalogue) {
  std::string text;
  for (auto const& entry : catalogue.entries) {
    auto const& card = entry.program->card;
    text += card.id + ' ' + std::to_string(card.version) + ' ' + entry.canonical.sha256 + '\n';
  }
  return text;
}

}  // namespace curveball::scenario
