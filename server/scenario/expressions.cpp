#include <utility>

#include "scenario/compile.hpp"

namespace curveball::scenario {
namespace {

using dialogue::ExpressionError;
using dialogue::ExpressionFault;
using dialogue::NameKind;

NameTable const& table_of(Names const& names, NameKind kind) {
  switch (kind) {
    case NameKind::concept_name:
      return names.concepts;
    case NameKind::turn:
      return names.turns;
    case NameKind::criterion:
      return names.criteria;
    case NameKind::probe:
      return names.probes;
    case NameKind::variable:
      break;
  }
  return names.variables;
}

Code code_of_name(NameKind kind) {
  switch (kind) {
    case NameKind::concept_name:
      return Code::unknown_concept;
    case NameKind::turn:
      return Code::unknown_turn;
    case NameKind::variable:
      return Code::unknown_variable;
    case NameKind::criterion:
    case NameKind::probe:
      break;
  }
  return Code::unknown_name;
}

Code code_of(ExpressionError const& error) {
  switch (error.fault) {
    case ExpressionFault::unknown_name:
      return code_of_name(error.kind);
    case ExpressionFault::type_mismatch:
      return Code::type_mismatch;
    case ExpressionFault::syntax:
    case ExpressionFault::too_long:
      break;
  }
  return Code::bad_expression;
}

void report(Compilation& compilation, Node const& node, ExpressionError const& error) {
  auto const suggestion = error.fault == ExpressionFault::unknown_name
                              ? nearest(error.name, table_of(compilation.names, error.kind).ids())
                              : std::string();
  compilation.findings.add_inside(code_of(error), node, error.offset,
                                  "in " + in_quotes(node.text()) + ": " + error.message,
                                  suggestion);
}

void note_reads(Compilation& compilation, dialogue::Expression const& expression) {
  using enum dialogue::Op;
  for (auto const& instruction : expression.code) {
    if (instruction.op == push_variable) {
      compilation.read_variables.insert(static_cast<Index>(instruction.operand));
    } else if (instruction.op == level || instruction.op == coverage) {
      compilation.program.asks_for_standing = true;
    }
  }
}

bool reads_nothing(dialogue::Expression const& expression) {
  using enum dialogue::Op;
  for (auto const& instruction : expression.code) {
    switch (instruction.op) {
      case push_variable:
      case hit:
      case missed:
      case hits:
      case level:
      case coverage:
      case visits:
      case turn_no:
      case elapsed_s:
      case asked:
        return false;
      default:
        break;
    }
  }
  return true;
}

}  // namespace

dialogue::Expression compile_expression(Compilation& compilation, Node const& node,
                                        dialogue::ValueType wanted) {
  auto const& names = compilation.names;
  dialogue::Lookup const lookup = [&names](NameKind kind, std::string_view name) {
    return table_of(names, kind).find(name);
  };
  auto parsed =
      dialogue::parse_expression(node.text(), wanted, lookup, compilation.program.script.variables);
  if (!parsed) {
    report(compilation, node, parsed.error());
    return {};
  }
  note_reads(compilation, *parsed);
  return *std::move(parsed);
}

std::optional<dialogue::Expression> compile_condition(Compilation& compilation,
                                                      std::optional<Node> const& node) {
  if (!node) return std::nullopt;
  auto expression = compile_expression(compilation, *node, dialogue::ValueType::boolean);
  if (!expression.code.empty() && reads_nothing(expression)) {
    compilation.findings.add(Code::constant_condition, *node,
                             in_quotes(node->text()) + " has the same value in every interview");
  }
  return expression;
}

std::vector<dialogue::Assignment> compile_assignments(Compilation& compilation, Node const& owner) {
  std::vector<dialogue::Assignment> result;
  for (auto const& [name, value] : owner.members("set")) {
    auto const& variables = compilation.names.variables;
    auto const variable = variables.find(name);
    if (!variable) {
      compilation.findings.add_at_key(Code::unknown_variable, value,
                                      in_quotes(name) + " is set, but vars does not declare it",
                                      nearest(name, variables.ids()));
      continue;
    }
    auto const type = dialogue::type_of(compilation.program.script.variables[*variable].initial);
    result.push_back(
        {.variable = *variable, .value = compile_expression(compilation, value, type)});
  }
  return result;
}

}  // namespace curveball::scenario
