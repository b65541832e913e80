// The word lists that every rubric has, as docs/MATCHING.md describes them. Private to the room.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "text/reading.hpp"

namespace curveball::matching {

struct Builtin {
  std::string_view name;
  std::array<text::NumberForm, 4> forms;      // Numbers it matches; none: unused.
  std::span<std::string_view const> sources;  // Patterns it matches; they name no list of this one.
};

// The built-in list of that name, or null.
Builtin const* find_builtin(std::string_view name);

}  // namespace curveball::matching
