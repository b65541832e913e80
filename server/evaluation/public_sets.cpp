#include "evaluation/public_sets.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <zip.h>

#include "base/limits.hpp"

namespace curveball::evaluation {
namespace {

namespace fs = std::filesystem;

struct Closer {
  void operator()(zip_t* archive) const { zip_discard(archive); }
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Closer>;
using ArchivedFile = std::unique_ptr<zip_file_t, Closer>;

Unexpected<Fault> fault(fs::path const& file, std::string const& what) {
  return Unexpected{Fault{file.string() + ": " + what}};
}

// Name and number of every .xml file in the archive, by name.
std::map<std::string, zip_uint64_t> questions_in(zip_t* archive) {
  std::map<std::string, zip_uint64_t> found;
  auto const count = static_cast<zip_uint64_t>(zip_get_num_entries(archive, 0));
  for (zip_uint64_t i = 0; i < count; ++i) {
    std::string name(zip_get_name(archive, i, 0));
    if (name.ends_with(".xml")) found.emplace(std::move(name), i);
  }
  return found;
}

// The text of a file; nothing when it is too large or damaged.
std::optional<std::string> unpacked(zip_t* archive, zip_uint64_t number) {
  zip_stat_t stat{};
  if (zip_stat_index(archive, number, 0, &stat) != 0 || stat.size > limits::data_file_bytes) {
    return std::nullopt;
  }
  ArchivedFile const file(zip_fopen_index(archive, number, 0));
  std::string text(stat.size, '\0');
  if (!file) return std::nullopt;
  auto const read = zip_fread(file.get(), text.data(), text.size());
  if (read < 0 || static_cast<zip_uint64_t>(read) != stat.size) return std::nullopt;
  return text;
}

}  // namespace

Result<QuestionFolders, Fault> read_question_archive(fs::path const& zip) {
  int error = 0;
  Archive const archive(zip_open(zip.c_str(), ZIP_RDONLY, &error));
  if (!archive) return fault(zip, "cannot be read");
  if (zip_get_num_entries(archive.get(), 0) > static_cast<zip_int64_t>(limits::data_files)) {
    return fault(zip, "has more files than any data that are known");
  }
  QuestionFolders folders;
  for (auto const& [name, number] : questions_in(archive.get())) {
    auto const text = unpacked(archive.get(), number);
    if (!text) return fault(zip, name + " cannot be unpacked");
    auto question = parse_question(*text, zip.string() + ": " + name);
    if (!question) return Unexpected{question.error()};
    folders[fs::path(name).parent_path().generic_string()].push_back(*std::move(question));
  }
  return folders;
}

Result<std::vector<ReferenceQuestion>, Fault> read_question_folder(fs::path const& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (auto const& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  }
  if (error) return fault(folder, "cannot be read");
  std::sort(files.begin(), files.end());
  std::vector<ReferenceQuestion> questions;
  for (auto const& file : files) {
    auto const text = read_file(file);
    if (!text) return Unexpected{text.error()};
    auto question = parse_question(*text, file.string());
    if (!question) return Unexpected{question.error()};
    questions.push_back(*std::move(question));
  }
  return questions;
}

}  // namespace curveball::evaluation
