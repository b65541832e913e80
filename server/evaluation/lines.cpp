#include "evaluation/lines.hpp"

#include <fstream>
#include <sstream>
#include <utility>

#include "base/limits.hpp"

namespace curveball::evaluation {
namespace {

Unexpected<Fault> fault(std::filesystem::path const& file, std::string const& what) {
  return Unexpected{Fault{file.string() + ": " + what}};
}

}  // namespace

Result<std::string, Fault> read_file(std::filesystem::path const& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream || std::filesystem::is_directory(file)) return fault(file, "cannot be read");
  std::error_code error;
  if (std::filesystem::file_size(file, error) > limits::data_file_bytes) {
    return fault(file, "is larger than any data file that is known");
  }
  std::ostringstream text;
  text << stream.rdbuf();
  return std::move(text).str();
}

Result<std::vector<nlohmann::json>, Fault> read_json_lines(std::filesystem::path const& file) {
  auto const text = read_file(file);
  if (!text) return Unexpected{text.error()};
  std::vector<nlohmann::json> objects;
  std::istringstream lines(*text);
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) {
      return fault(file, "line " + std::to_string(number) + " is no JSON object");
    }
    objects.push_back(std::move(object));
  }
  return objects;
}

std::string text_of(nlohmann::json const& object, char const* field) {
  auto const found = object.find(field);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

int number_of(nlohmann::json const& object, char const* field, int otherwise) {
  auto const found = object.find(field);
  return found != object.end() && found->is_number_integer() ? found->get<int>() : otherwise;
}

}  // namespace curveball::evaluation
