// Files of one JSON object a line, and how a file that cannot be used is told.
// Thread: any; no state.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace curveball::evaluation {

// One line, "FILE: what is wrong": for the person who wrote the file.
struct Fault {
  std::string message;
};

// The whole file, or a fault when it cannot be read or is larger than limits::data_file_bytes.
Result<std::string, Fault> read_file(std::filesystem::path const& file);

// The objects of the file in order; empty lines are passed over. A fault names the line.
Result<std::vector<nlohmann::json>, Fault> read_json_lines(std::filesystem::path const& file);

// The text of a field; empty when it is missing or no text.
std::string text_of(nlohmann::json const& object, char const* field);

// The number of a field; `otherwise` when it is missing or no whole number.
int number_of(nlohmann::json const& object, char const* field, int otherwise);

}  // namespace curveball::evaluation
