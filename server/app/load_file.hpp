// One scenario file for a command.
// Thread: main.
#pragma once

#include <filesystem>
#include <iostream>
#include <memory>
#include <string_view>

#include "interview/program.hpp"

namespace curveball::app {

// Null when the file has an error; everything found is written to `out`. `profile`, when not empty,
// is the id of another hire scale beside the one that the file names.
std::shared_ptr<interview::Program const> load_file(std::filesystem::path const& file,
                                                    std::ostream& out,
                                                    std::string_view profile = {});

}  // namespace curveball::app
