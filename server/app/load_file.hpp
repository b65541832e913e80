// One scenario file for a command.
// Thread: main.
#pragma once

#include <filesystem>
#include <iostream>
#include <memory>

#include "interview/program.hpp"

namespace curveball::app {

// Null when the file has an error; everything found is written to `out`.
std::shared_ptr<interview::Program const> load_file(std::filesystem::path const& file,
                                                    std::ostream& out);

}  // namespace curveball::app
