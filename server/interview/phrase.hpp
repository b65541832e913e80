// Words and lists as English puts them.
// Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace curveball::interview {

// The name in quotation marks.
std::string quoted(std::string const& name);

// "A", "A and B", "A, B and C" with ", " and " and " as joints.
std::string joined(std::vector<std::string> const& items, std::string const& joint,
                   std::string const& last_joint);

// "none", "one" ... "nine", then figures.
std::string number(std::size_t value);

}  // namespace curveball::interview
