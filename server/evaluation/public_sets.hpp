// Reads the public sets below the folder of --data. Settings are chosen on training parts only.
// Thread: any.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "evaluation/lines.hpp"
#include "evaluation/reference_question.hpp"

namespace curveball::evaluation {

// Questions by the folder that they stand in, as "training/3way/beetle".
using QuestionFolders = std::map<std::string, std::vector<ReferenceQuestion>>;

// Every .xml file of a zip archive, by name. A fault when the archive or one of its questions
// cannot be read, or it has more than limits::data_files or a larger one than
// limits::data_file_bytes.
Result<QuestionFolders, Fault> read_question_archive(std::filesystem::path const& zip);

// Every .xml file of a folder, by name. A fault as above.
Result<std::vector<ReferenceQuestion>, Fault> read_question_folder(
    std::filesystem::path const& folder);

}  // namespace curveball::evaluation
