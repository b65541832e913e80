#include "dialogue/grammar.hpp"

#include <cstddef>

namespace curveball::dialogue::grammar {

std::string kind_name(NameKind kind) {
  constexpr std::array<std::string_view, 5> names{"concept", "turn", "criterion", "probe",
                                                  "variable"};
  return std::string{names[static_cast<std::size_t>(kind)]};
}

std::string type_name(ValueType type) {
  constexpr std::array<std::string_view, 3> names{"an integer", "a boolean", "a text"};
  return std::string{names[static_cast<std::size_t>(type)]};
}

std::string quoted(std::string_view text) { return "'" + std::string{text} + "'"; }

std::string function_names() {
  std::string names;
  for (Function const& function : functions) {
    names += (names.empty() ? "" : ", ") + std::string{function.name} + "()";
  }
  return names;
}

}  // namespace curveball::dialogue::grammar
