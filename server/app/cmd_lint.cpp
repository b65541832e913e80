// `curveball lint` and `curveball test`: what is wrong with scenario files.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include "app/commands.hpp"
#include "scenario/catalogue.hpp"
#include "scenario/load.hpp"
#include "scenario/run_cases.hpp"
#include "scenario/versions_lock.hpp"

namespace curveball::app {
namespace {

struct Sum {
  std::size_t files = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t cases = 0;
  std::size_t failures = 0;
};

void print(std::vector<scenario::Diagnostic> const& diagnostics, Sum& sum) {
  for (auto const& diagnostic : diagnostics) {
    std::cout << scenario::to_lines(diagnostic) << "\n";
    if (diagnostic.severity == scenario::Severity::error) ++sum.errors;
    if (diagnostic.severity == scenario::Severity::warning) ++sum.warnings;
  }
}

void run_tests(interview::Program const& program, scenario::TestCases const& cases, Sum& sum) {
  auto const report = scenario::run_cases(program, cases);
  sum.cases += report.exemplars + report.walkthroughs;
  sum.failures += report.failures.size();
  for (auto const& failure : report.failures) {
    std::cout << failure.place.file << ":" << failure.place.line << ":" << failure.place.column
              << ": " << (failure.is_walkthrough ? "walkthrough " : "exemplar ") << failure.name
              << ": " << failure.summary << "\n"
              << failure.conversation;
  }
}

bool is_interview(std::filesystem::path const& file) {
  auto const folder = file.parent_path().filename();
  return file.extension() == ".json" && folder != "shared" && folder != "profiles" &&
         folder != "schemas";
}

std::vector<std::filesystem::path> interviews_of(std::filesystem::path const& path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::filesystem::path> files;
  for (auto const& entry : std::filesystem::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && is_interview(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

scenario::Loaded load_file(std::filesystem::path const& file) {
  auto const named = scenario::source_of(file);
  return scenario::load(named.source, named.path, scenario::Checks::lint);
}

// Whether every path is there; says so when not.
bool all_exist(std::vector<std::filesystem::path> const& paths) {
  for (auto const& path : paths) {
    if (std::filesystem::exists(path)) continue;
    std::cerr << "curveball: " << path.string() << " does not exist\n";
    return false;
  }
  return true;
}

// Whether a folder is the root of all prompts and not a part of them.
bool is_root(std::filesystem::path const& folder) {
  return std::filesystem::is_directory(folder / "shared") ||
         std::filesystem::is_directory(folder / "profiles");
}

// Whether a lock can be written for every path; says so when not.
bool all_are_roots(std::vector<std::filesystem::path> const& paths) {
  for (auto const& path : paths) {
    if (is_root(path)) continue;
    std::cerr << "curveball: --write-lock wants the folder of all prompts, which " << path.string()
              << " is not\n";
    return false;
  }
  return true;
}

// Writes versions.lock for what was found sound and drops what it makes up for. False, with a
// message, when the file cannot be written.
bool write_lock(std::filesystem::path const& folder, scenario::Catalogue& catalogue) {
  auto const file = folder / scenario::lock_path;
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << scenario::versions_lock(catalogue);
  out.close();
  if (out.fail()) {
    std::cerr << "curveball: " << file.string() << " cannot be written\n";
    return false;
  }
  auto const name = scenario::info(scenario::Code::version_not_locked).name;
  std::erase_if(catalogue.diagnostics, [name](auto const& found) { return found.name == name; });
  return true;
}

// All prompts together: ids and versions are looked at across files. False when the lock was
// wanted and cannot be written.
bool lint_root(std::filesystem::path const& folder, bool lock, Sum& sum) {
  auto const source = scenario::folder_source(folder, folder.string() + "/");
  auto catalogue = scenario::load_catalogue(source);
  bool const written =
      !lock || scenario::has_errors(catalogue.diagnostics) || write_lock(folder, catalogue);
  sum.files += catalogue.entries.size();
  print(catalogue.diagnostics, sum);
  return written;
}

// What the lock beside the file says of it.
std::vector<scenario::Diagnostic> version_findings(scenario::NamedFile const& named,
                                                   scenario::Loaded const& loaded) {
  auto const lock = scenario::read_versions_lock(named.source);
  if (!lock || !loaded.program) return {};
  auto const found = scenario::check_version(*lock, loaded, named.source.shown_prefix + named.path);
  if (!found) return {};
  return {*found};
}

void lint_files(std::filesystem::path const& path, Sum& sum) {
  for (auto const& file : interviews_of(path)) {
    auto const named = scenario::source_of(file);
    auto const loaded = scenario::load(named.source, named.path, scenario::Checks::lint);
    if (loaded.program) ++sum.files;
    print(loaded.diagnostics, sum);
    print(version_findings(named, loaded), sum);
  }
}

}  // namespace

int lint(LintOptions const& options) {
  if (!all_exist(options.paths)) return exit_cannot;
  if (options.write_lock && !all_are_roots(options.paths)) return exit_cannot;
  Sum sum;
  for (auto const& path : options.paths) {
    if (!is_root(path)) {
      lint_files(path, sum);
    } else if (!lint_root(path, options.write_lock, sum)) {
      return exit_cannot;
    }
  }
  std::cout << sum.files << " interviews are sound; " << sum.errors << " errors, " << sum.warnings
            << " warnings\n";
  return sum.errors == 0 ? exit_ok : exit_findings;
}

int test(TestOptions const& options) {
  if (!all_exist(options.paths)) return exit_cannot;
  Sum sum;
  for (auto const& path : options.paths) {
    for (auto const& file : interviews_of(path)) {
      auto const loaded = load_file(file);
      ++sum.files;
      print(loaded.diagnostics, sum);
      if (loaded.program) run_tests(*loaded.program, loaded.cases, sum);
    }
  }
  std::cout << sum.files << " interviews, " << sum.cases << " cases: " << sum.cases - sum.failures
            << " passed, " << sum.failures << " failed; " << sum.errors << " errors\n";
  bool const fine = sum.failures == 0 && sum.errors == 0 && sum.cases > 0;
  return fine ? exit_ok : exit_findings;
}

}  // namespace curveball::app
