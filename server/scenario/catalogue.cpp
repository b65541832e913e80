#include "scenario/catalogue.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "scenario/document.hpp"
#include "scenario/versions_lock.hpp"

namespace curveball::scenario {
namespace {

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

class Collector {
 public:
  Collector(FileSource const& source, Checks checks)
      : source_(source), checks_(checks), lock_(read_versions_lock(source)) {
    if (lock_) findings_.add_all(std::move(lock_->diagnostics));
  }

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
    if (!loaded.fits) return;
    auto const file = source_.shown_prefix + path;
    auto const id = loaded.card.id;
    auto const first = entries_.find(id);
    if (first != entries_.end()) {
      return findings_.add_at(
          Code::duplicate_id, file, {},
          "scenario " + in_quotes(id) + " stands in " + first->second.file + " already");
    }
    if (lock_) check_version_of(loaded, file);
    entries_[id] = {.card = std::move(loaded.card),
                    .rubric = std::move(loaded.rubric),
                    .program = std::move(loaded.program),
                    .canonical = std::move(loaded.canonical),
                    .file = file};
  }

  void check_version_of(Loaded const& loaded, std::string const& file) {
    if (auto const finding = check_version(*lock_, loaded, file)) findings_.add_all({*finding});
  }

  FileSource const& source_;
  Checks checks_;
  Findings findings_;
  std::optional<VersionsLock> lock_;
  std::map<std::string, Entry> entries_;
  Catalogue catalogue_;
};

}  // namespace

Catalogue load_catalogue(FileSource const& source, Checks checks) {
  return Collector(source, checks).run();
}

std::string versions_lock(Catalogue const& catalogue) {
  std::string text = "# Written by curveball lint --write-lock: id, version, SHA-256.\n";
  for (auto const& entry : catalogue.entries) {
    text += lock_line(entry.card, entry.canonical);
  }
  return text;
}

}  // namespace curveball::scenario
