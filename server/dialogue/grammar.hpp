// The words and signs of the expression language, for its parser only.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "dialogue/expression.hpp"

namespace curveball::dialogue::grammar {

struct Function {
  std::string_view name;
  Op op;
  ValueType gives;
  std::optional<NameKind> takes;  // Nothing: called with empty parentheses.
};

inline constexpr std::array functions{
    Function{"hit", Op::hit, ValueType::boolean, NameKind::concept_name},
    Function{"missed", Op::missed, ValueType::boolean, NameKind::concept_name},
    Function{"hits", Op::hits, ValueType::integer, NameKind::turn},
    Function{"level", Op::level, ValueType::integer, NameKind::criterion},
    Function{"coverage", Op::coverage, ValueType::integer, NameKind::criterion},
    Function{"visits", Op::visits, ValueType::integer, NameKind::turn},
    Function{"turn_no", Op::turn_no, ValueType::integer, std::nullopt},
    Function{"elapsed_s", Op::elapsed_s, ValueType::integer, std::nullopt},
    Function{"asked", Op::asked, ValueType::boolean, NameKind::probe},
};

struct Comparison {
  std::string_view sign;
  Op op;
};

// Longer signs first: "<=" must not be read as "<".
inline constexpr std::array comparisons{
    Comparison{"==", Op::equal},      Comparison{"!=", Op::unequal},
    Comparison{"<=", Op::less_equal}, Comparison{">=", Op::greater_equal},
    Comparison{"<", Op::less},        Comparison{">", Op::greater},
};

// As a message names it: "concept", "an integer", "'x'", "hit(), missed(), ...".
std::string kind_name(NameKind kind);
std::string type_name(ValueType type);
std::string quoted(std::string_view text);
std::string function_names();

}  // namespace curveball::dialogue::grammar
