// One-line conditions and values: parsed once when a script is compiled, then run on a state.
// Grammar: or := and ("||" and)*; and := cmp ("&&" cmp)*; cmp := sum (("=="|"!="|"<"|"<="|">"|">=")
// sum)?;
//          sum := unary (("+"|"-") unary)*; unary := ("!"|"-") unary | primary;
//          primary := integer | true | false | 'text' | name | name "(" [name] ")" | "(" or ")".
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "dialogue/script.hpp"
#include "dialogue/state.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {

enum class ValueType : std::uint8_t { integer, boolean, text };

// What a name in an expression can stand for.
enum class NameKind : std::uint8_t { concept_name, turn, criterion, probe, variable };

// Gives the index of a name, or nothing when there is none of that kind.
using Lookup = std::function<std::optional<Index>(NameKind, std::string_view)>;

enum class ExpressionFault : std::uint8_t { syntax, unknown_name, type_mismatch, too_long };

struct ExpressionError {
  ExpressionFault fault = ExpressionFault::syntax;
  std::uint32_t offset = 0;  // In bytes of the source.
  std::string message;       // What is wrong and what to do.
  std::string name;          // Of unknown_name: the name, for a "did you mean".
  NameKind kind = NameKind::variable;
};

// Parses `source`, which must give a value of `wanted`. `variables` tell the types.
Result<Expression, ExpressionError> parse_expression(std::string_view source, ValueType wanted,
                                                     Lookup const& lookup,
                                                     std::vector<Variable> const& variables);

ValueType type_of(Value const& value);

// Runs a parsed expression. Integers saturate; nothing can fail at run time.
Value evaluate(Expression const& expression, Script const& script, State const& state,
               Standing const& standing);

// Whether a condition holds; one that is absent always does.
bool holds(std::optional<Expression> const& when, Script const& script, State const& state,
           Standing const& standing);

}  // namespace curveball::dialogue
