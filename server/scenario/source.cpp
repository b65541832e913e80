#include "scenario/source.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/limits.hpp"

namespace curveball::scenario {
namespace {

namespace fs = std::filesystem;

bool is_inside(fs::path const& root, fs::path const& file) {
  auto const [rest, unused] = std::mismatch(root.begin(), root.end(), file.begin(), file.end());
  return rest == root.end();
}

// One byte more than a script may have shows that the file is too large.
std::optional<std::string> read_file(fs::path const& root, fs::path const& file) {
  std::error_code error;
  auto const real_root = fs::canonical(root, error);
  if (error) return std::nullopt;
  auto const real_file = fs::canonical(file, error);
  if (error || !is_inside(real_root, real_file) || !fs::is_regular_file(real_file, error)) {
    return std::nullopt;
  }
  auto const size = fs::file_size(real_file, error);
  if (error) return std::nullopt;
  std::ifstream stream(real_file, std::ios::binary);
  std::string text(std::min<std::uintmax_t>(size, limits::script_bytes) + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) return std::nullopt;
  text.resize(static_cast<std::size_t>(stream.gcount()));
  return text;
}

std::vector<std::string> list_files(fs::path const& root) {
  std::vector<std::string> paths;
  std::error_code error;
  fs::recursive_directory_iterator entry(root, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code unreadable;
    if (!entry->is_regular_file(unreadable)) continue;
    paths.push_back(entry->path().lexically_relative(root).generic_string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

FileSource folder_source(fs::path const& root, std::string shown_prefix) {
  return {.read = [root](std::string const& path) { return read_file(root, root / path); },
          .list = [root] { return list_files(root); },
          .shown_prefix = std::move(shown_prefix)};
}

FileSource embedded_source(std::span<EmbeddedFile const> files, std::string shown_prefix) {
  auto const read = [files](std::string const& path) -> std::optional<std::string> {
    auto const found = std::find_if(files.begin(), files.end(),
                                    [&](EmbeddedFile const& file) { return file.path == path; });
    if (found == files.end()) return std::nullopt;
    return std::string(found->bytes);
  };
  auto const list = [files] {
    std::vector<std::string> paths;
    for (EmbeddedFile const& file : files) paths.emplace_back(file.path);
    std::sort(paths.begin(), paths.end());
    return paths;
  };
  return {.read = read, .list = list, .shown_prefix = std::move(shown_prefix)};
}

NamedFile source_of(fs::path const& file) {
  auto const absolute = fs::absolute(file).lexically_normal();
  auto const root = absolute.parent_path().parent_path();
  auto const path = absolute.lexically_relative(root).generic_string();
  auto shown = file.generic_string();
  bool const ends_with_path = shown.size() >= path.size() &&
                              shown.compare(shown.size() - path.size(), path.size(), path) == 0;
  shown =
      ends_with_path ? shown.substr(0, shown.size() - path.size()) : root.generic_string() + '/';
  return {.source = folder_source(root, std::move(shown)), .path = path};
}

std::optional<std::string> resolve_path(std::string_view from, std::string_view target) {
  if (target.empty() || target.front() == '/') return std::nullopt;
  if (target.find('\\') != std::string_view::npos) return std::nullopt;
  std::vector<std::string> steps;
  std::string joined(from.substr(0, from.rfind('/') + 1));
  joined.append(target).append("/");
  for (std::size_t begin = 0; begin < joined.size();) {
    auto const end = joined.find('/', begin);
    auto step = joined.substr(begin, end - begin);
    begin = end + 1;
    if (step.empty() || step == ".") continue;
    if (step != "..") {
      steps.push_back(std::move(step));
    } else if (steps.empty()) {
      return std::nullopt;
    } else {
      steps.pop_back();
    }
  }
  std::string path;
  for (auto const& step : steps) path += (path.empty() ? "" : "/") + step;
  if (path.empty()) return std::nullopt;
  return path;
}

}  // namespace curveball::scenario
