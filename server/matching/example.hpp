// A text that a pattern is likely to find, made of the pattern's own words.
// Pure; no state.
#pragma once

#include <string>
#include <vector>

#include "matching/pattern.hpp"

namespace curveball::matching {

// The first word of each choice, in order; what stands in not() and @lists is left out. A window
// that is too narrow for a word's other parts, or a denial, can make the pattern miss it all the
// same.
std::vector<std::string> example_words(Pattern const& pattern);

}  // namespace curveball::matching
