// `curveball fmt`: the one layout of scenario files.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "app/commands.hpp"
#include "scenario/document.hpp"

#include "authoring/fmt.hpp"

namespace curveball::app {
namespace {

namespace fs = std::filesystem;

// Schemas are not scenario files and keep their layout.
bool is_wanted(fs::path const& file) {
  return file.extension() == ".json" && file.parent_path().filename() != "schemas";
}

std::vector<fs::path> files_of(fs::path const& path) {
  if (!fs::is_directory(path)) return {path};
  std::vector<fs::path> files;
  for (auto const& entry : fs::recursive_directory_iterator(path)) {
    if (entry.is_regular_file() && is_wanted(entry.path())) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::optional<std::string> text_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

// The whole new text or the old one is there, whatever happens meanwhile.
bool replace(fs::path const& file, std::string const& text) {
  auto const aside = fs::path(file).concat(".new");
  std::ofstream out(aside, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code failed;
  if (!out.fail()) fs::rename(aside, file, failed);
  return !out.fail() && !failed;
}

// The text laid out anew; nothing, with a message, when the file cannot be read.
std::optional<std::string> laid_out(fs::path const& file, std::string const& text) {
  scenario::Findings findings;
  auto const document = scenario::parse_document(file.string(), file.string(), text, findings);
  if (document->readable) return authoring::formatted(document->text, document->json);
  for (auto const& found : std::move(findings).take()) {
    std::cout << scenario::to_text(found) << "\n";
  }
  return std::nullopt;
}

int format_file(fs::path const& file, bool check) {
  auto const text = text_of(file);
  if (!text) {
    std::cerr << "curveball: " << file.string() << " cannot be read\n";
    return exit_cannot;
  }
  auto const wanted = laid_out(file, *text);
  if (!wanted) return exit_findings;
  if (*wanted == *text) return exit_ok;
  std::cout << file.string() << (check ? " would change\n" : " laid out\n");
  if (check) return exit_findings;
  if (replace(file, *wanted)) return exit_ok;
  std::cerr << "curveball: " << file.string() << " cannot be written\n";
  return exit_cannot;
}

}  // namespace

int format(FormatOptions const& options) {
  int code = exit_ok;
  for (auto const& path : options.paths) {
    for (auto const& file : files_of(path)) {
      code = std::max(code, format_file(file, options.check));
    }
  }
  return code;
}

}  // namespace curveball::app
