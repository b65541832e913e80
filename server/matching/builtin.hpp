// The word lists that every rubric has: @num, @percent, @money, @duration. Private to the room.
#pragma once

#include <array>
#include <string_view>

#include "text/reading.hpp"

namespace curveball::matching {

struct Builtin {
  std::string_view name;
  std::array<text::NumberForm, 4> forms;    // Numbers it matches; none: unused.
  std::array<std::string_view, 3> sources;  // Patterns it matches; empty: unused.
};

// The built-in list of that name, or null.
Builtin const* find_builtin(std::string_view name);

}  // namespace curveball::matching
