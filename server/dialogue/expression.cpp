#include "dialogue/expression.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/limits.hpp"
#include "dialogue/grammar.hpp"

namespace curveball::dialogue {
namespace {

using namespace grammar;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Recursive descent over the source, one function for each rule of the grammar. Each gives the type
// of what it parsed, or nothing after the first error, which is kept.
class Parser {
 public:
  Parser(std::string_view source, Lookup const& lookup, std::vector<Variable> const& variables)
      : source_(source), lookup_(lookup), variables_(variables) {
    expression_.source = std::string{source};
  }

  Result<Expression, ExpressionError> parse(ValueType wanted) {
    if (source_.size() > limits::expression_bytes) {
      fail(ExpressionFault::too_long, limits::expression_bytes,
           "the expression is longer than " + std::to_string(limits::expression_bytes) + " bytes");
    } else if (auto const type = whole(); type && *type != wanted) {
      fail(ExpressionFault::type_mismatch, 0,
           "this must give " + type_name(wanted) + ", but gives " + type_name(*type));
    }
    if (error_) return Unexpected{std::move(*error_)};
    return std::move(expression_);
  }

 private:
  using Parsed = std::optional<ValueType>;

  Parsed whole() {
    if (at_end()) return syntax("the expression is empty");
    auto const type = parse_or();
    if (type && !at_end()) return unexpected();
    return type;
  }

  Parsed parse_or() {
    return chain("||", Op::jump_if_true, [this] { return parse_and(); });
  }

  Parsed parse_and() {
    return chain("&&", Op::jump_if_false, [this] { return parse_comparison(); });
  }

  template <class Operand>
  Parsed chain(std::string_view sign, Op jump, Operand const& operand) {
    auto start = here();
    auto type = operand();
    while (type && accept(sign)) {
      if (!expect_type(*type, ValueType::boolean, start, sign)) return {};
      auto const jump_at = emit(jump, 0);
      start = here();
      type = operand();
      if (!type || !expect_type(*type, ValueType::boolean, start, sign)) return {};
      expression_.code[jump_at].operand = static_cast<std::int64_t>(expression_.code.size());
    }
    return type;
  }

  Parsed parse_comparison() {
    auto const start = here();
    auto const left = parse_sum();
    if (!left) return {};
    auto const* const found = std::find_if(comparisons.begin(), comparisons.end(),
                                           [this](auto const& c) { return accept(c.sign); });
    if (found == comparisons.end()) return left;
    auto const right_start = here();
    auto const right = parse_sum();
    if (!right || !comparable({*left, *right}, *found, {start, right_start})) return {};
    emit(found->op, 0);
    return ValueType::boolean;
  }

  bool comparable(std::pair<ValueType, ValueType> types, Comparison const& comparison,
                  std::pair<std::size_t, std::size_t> starts) {
    if (comparison.op != Op::equal && comparison.op != Op::unequal) {
      return expect_type(types.first, ValueType::integer, starts.first, comparison.sign) &&
             expect_type(types.second, ValueType::integer, starts.second, comparison.sign);
    }
    if (types.first == types.second) return true;
    fail(ExpressionFault::type_mismatch, starts.second,
         std::string{comparison.sign} + " compares " + type_name(types.first) + " with " +
             type_name(types.second) + "; both sides must be of one type");
    return false;
  }

  Parsed parse_sum() {
    auto start = here();
    auto type = parse_unary();
    while (type) {
      bool const plus = accept("+");
      if (!plus && !accept("-")) break;
      std::string_view const sign = plus ? "+" : "-";
      if (!expect_type(*type, ValueType::integer, start, sign)) return {};
      start = here();
      type = parse_unary();
      if (!type || !expect_type(*type, ValueType::integer, start, sign)) return {};
      emit(plus ? Op::add : Op::subtract, 0);
    }
    return type;
  }

  Parsed parse_unary() {
    if (starts_with("!") && !starts_with("!=")) return prefixed("!", Op::logical_not);
    if (starts_with("-")) return prefixed("-", Op::negate);
    return parse_primary();
  }

  Parsed prefixed(std::string_view sign, Op op) {
    accept(sign);
    auto const wanted = op == Op::negate ? ValueType::integer : ValueType::boolean;
    auto const start = here();
    auto const type = parse_unary();
    if (!type || !expect_type(*type, wanted, start, sign)) return {};
    emit(op, 0);
    return wanted;
  }

  Parsed parse_primary() {
    if (at_end()) return syntax("the expression ends where a value is wanted");
    char const c = source_[at_];
    if (is_digit(c)) return integer();
    if (c == '\'') return text();
    if (is_name_char(c)) return named();
    if (accept("(")) return parenthesised();
    return unexpected();
  }

  Parsed parenthesised() {
    auto const type = parse_or();
    if (type && !accept(")")) return syntax("a ) is missing here");
    return type;
  }

  Parsed integer() {
    auto const start = at_;
    while (at_ < source_.size() && is_name_char(source_[at_])) ++at_;
    std::int64_t value = 0;
    auto const* const end = source_.data() + at_;
    auto const read = std::from_chars(source_.data() + start, end, value);
    if (read.ec != std::errc{} || read.ptr != end) {
      return syntax(
          quoted(source_.substr(start, at_ - start)) + " is not a whole number of 64 bits", start);
    }
    emit(Op::push_integer, value);
    return ValueType::integer;
  }

  Parsed text() {
    auto const start = at_;
    auto const end = source_.find('\'', start + 1);
    if (end == std::string_view::npos) return syntax("the closing ' is missing", start);
    emit(Op::push_text, static_cast<std::int64_t>(expression_.texts.size()));
    expression_.texts.emplace_back(source_.substr(start + 1, end - start - 1));
    at_ = end + 1;
    return ValueType::text;
  }

  std::string_view name() {
    auto const start = here();
    while (at_ < source_.size() && is_name_char(source_[at_])) ++at_;
    return source_.substr(start, at_ - start);
  }

  Parsed named() {
    auto const start = at_;
    auto const word = name();
    if (word == "true" || word == "false") {
      emit(Op::push_boolean, word == "true" ? 1 : 0);
      return ValueType::boolean;
    }
    if (accept("(")) return call(word, start);
    return variable(word, start);
  }

  Parsed variable(std::string_view word, std::size_t start) {
    auto const index = lookup_(NameKind::variable, word);
    if (index && *index < variables_.size()) {
      emit(Op::push_variable, *index);
      return type_of(variables_[*index].initial);
    }
    auto const* const function = find_function(word);
    if (function == functions.end()) return unknown(NameKind::variable, word, start);
    auto const inside = function->takes ? kind_name(*function->takes) : std::string{};
    return syntax(
        std::string{word} + " is a function: write " + std::string{word} + "(" + inside + ")",
        start);
  }

  Parsed call(std::string_view word, std::size_t start) {
    auto const* const function = find_function(word);
    if (function == functions.end()) {
      return syntax(
          "there is no function " + std::string{word} + "(); there are " + function_names(), start);
    }
    if (!argument(*function)) return {};
    if (!accept(")")) return syntax("a ) is missing after " + std::string{word} + "(");
    return function->gives;
  }

  bool argument(Function const& function) {
    auto const start = here();
    auto const word = name();
    if (word.empty() == function.takes.has_value()) {
      auto const rule = function.takes ? "() wants the id of a " + kind_name(*function.takes)
                                       : std::string{"() takes nothing between the parentheses"};
      syntax(std::string{function.name} + rule, start);
      return false;
    }
    auto const index =
        function.takes ? lookup_(*function.takes, word) : std::optional<Index>{Index{0}};
    if (!index) {
      unknown(*function.takes, word, start);
      return false;
    }
    emit(function.op, *index);
    return true;
  }

  static decltype(functions)::const_iterator find_function(std::string_view word) {
    return std::find_if(functions.begin(), functions.end(),
                        [word](Function const& function) { return function.name == word; });
  }

  std::size_t emit(Op op, std::int64_t operand) {
    expression_.code.push_back({op, operand});
    return expression_.code.size() - 1;
  }

  std::size_t here() {
    while (at_ < source_.size() && is_space(source_[at_])) ++at_;
    return at_;
  }

  bool at_end() { return here() == source_.size(); }

  bool starts_with(std::string_view sign) { return source_.substr(here()).starts_with(sign); }

  bool accept(std::string_view sign) {
    bool const there = starts_with(sign);
    if (there) at_ += sign.size();
    return there;
  }

  void fail(ExpressionFault fault, std::size_t offset, std::string message) {
    error_ = ExpressionError{fault, static_cast<std::uint32_t>(offset), std::move(message), {}, {}};
  }

  Parsed syntax(std::string message, std::optional<std::size_t> offset = {}) {
    fail(ExpressionFault::syntax, offset ? *offset : here(), std::move(message));
    return {};
  }

  Parsed unknown(NameKind kind, std::string_view word, std::size_t offset) {
    fail(ExpressionFault::unknown_name, offset,
         "there is no " + kind_name(kind) + " " + quoted(word));
    error_->name = std::string{word};
    error_->kind = kind;
    return {};
  }

  bool expect_type(ValueType type, ValueType wanted, std::size_t offset, std::string_view sign) {
    if (type == wanted) return true;
    fail(ExpressionFault::type_mismatch, offset,
         std::string{sign} + " wants " + type_name(wanted) + " here, not " + type_name(type));
    return false;
  }

  Parsed unexpected() {
    if (starts_with("=")) return syntax("one = is not an operator; compare with ==");
    if (starts_with("&")) return syntax("one & is not an operator; write &&");
    if (starts_with("|")) return syntax("one | is not an operator; write ||");
    if (starts_with("\"")) return syntax("texts stand between single quotes: 'text'");
    auto end = here();
    while (end < source_.size() && is_name_char(source_[end])) ++end;
    auto const what = source_.substr(at_, std::max<std::size_t>(end - at_, 1));
    if (what == "and") return syntax("'and' is written &&");
    if (what == "or") return syntax("'or' is written ||");
    return syntax(quoted(what) + " does not belong here");
  }

  std::string_view source_;
  Lookup const& lookup_;
  std::vector<Variable> const& variables_;
  std::size_t at_ = 0;
  Expression expression_;
  std::optional<ExpressionError> error_;
};

}  // namespace

Result<Expression, ExpressionError> parse_expression(std::string_view source, ValueType wanted,
                                                     Lookup const& lookup,
                                                     std::vector<Variable> const& variables) {
  return Parser{source, lookup, variables}.parse(wanted);
}

ValueType type_of(Value const& value) { return static_cast<ValueType>(value.index()); }

}  // namespace curveball::dialogue
