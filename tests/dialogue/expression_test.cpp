#include "dialogue/expression.hpp"

#include <gtest/gtest.h>
#include <map>
#include <string>
#include <vector>

#include "base/limits.hpp"

namespace curveball::dialogue {
namespace {

std::vector<Variable> variables() {
  return {{"pressure", std::int64_t{0}}, {"calm", true}, {"customer", std::string{"Northwind"}}};
}

// Knows concept `path`, turn `open`, criterion `delivery`, probe `p_path` and the variables.
std::optional<Index> look_up(NameKind kind, std::string_view name) {
  static std::map<std::pair<NameKind, std::string>, Index> const names{
      {{NameKind::concept_name, "path"}, Index{0}},  {{NameKind::turn, "open"}, Index{1}},
      {{NameKind::criterion, "delivery"}, Index{2}}, {{NameKind::probe, "p_path"}, Index{3}},
      {{NameKind::variable, "pressure"}, Index{0}},  {{NameKind::variable, "calm"}, Index{1}},
      {{NameKind::variable, "customer"}, Index{2}}};
  auto const found = names.find({kind, std::string{name}});
  return found == names.end() ? std::nullopt : std::optional{found->second};
}

Result<Expression, ExpressionError> parse(std::string_view source,
                                          ValueType wanted = ValueType::boolean) {
  return parse_expression(source, wanted, look_up, variables());
}

ExpressionError error_of(std::string_view source, ValueType wanted = ValueType::boolean) {
  auto const parsed = parse(source, wanted);
  return parsed ? ExpressionError{.message = "no error"} : parsed.error();
}

TEST(Expression, KeepsItsSource) { EXPECT_EQ(parse("pressure < 2")->source, "pressure < 2"); }

TEST(Expression, EachFunctionRefersToWhatItNames) {
  std::map<std::string, std::pair<Op, std::int64_t>> const expected{
      {"hit(path)", {Op::hit, 0}},
      {"missed( path )", {Op::missed, 0}},
      {"asked(p_path)", {Op::asked, 3}}};

  for (auto const& [source, instruction] : expected) {
    auto const parsed = parse(source);

    ASSERT_TRUE(parsed) << source;
    EXPECT_EQ(parsed->code.at(0).op, instruction.first) << source;
    EXPECT_EQ(parsed->code.at(0).operand, instruction.second) << source;
  }
}

TEST(Expression, FunctionsThatCountGiveIntegers) {
  for (auto const* source : {"hits(open)", "visits(open)", "level(delivery)", "coverage(delivery)",
                             "turn_no()", "elapsed_s( )"}) {
    EXPECT_TRUE(parse(source, ValueType::integer)) << source;
    EXPECT_EQ(error_of(source).fault, ExpressionFault::type_mismatch) << source;
  }
}

TEST(Expression, FunctionWithoutItsNameSaysWhatItWants) {
  EXPECT_EQ(error_of("hit()").message, "hit() wants the id of a concept");
  EXPECT_EQ(error_of("hits() > 1").message, "hits() wants the id of a turn");
  EXPECT_EQ(error_of("coverage() > 1").message, "coverage() wants the id of a criterion");
  EXPECT_EQ(error_of("asked()").message, "asked() wants the id of a probe");
}

TEST(Expression, FunctionWithANameTooManySaysSo) {
  auto const error = error_of("turn_no(open) > 1");

  EXPECT_EQ(error.fault, ExpressionFault::syntax);
  EXPECT_EQ(error.offset, 8U);
  EXPECT_EQ(error.message, "turn_no() takes nothing between the parentheses");
}

TEST(Expression, UnknownNameIsReportedWithItsKindAndPlace) {
  auto const error = error_of("calm && hit(pth)");

  EXPECT_EQ(error.fault, ExpressionFault::unknown_name);
  EXPECT_EQ(error.offset, 12U);
  EXPECT_EQ(error.name, "pth");
  EXPECT_EQ(error.kind, NameKind::concept_name);
  EXPECT_EQ(error.message, "there is no concept 'pth'");
}

TEST(Expression, UndeclaredVariableIsUnknown) {
  auto const error = error_of("presure < 2");

  EXPECT_EQ(error.fault, ExpressionFault::unknown_name);
  EXPECT_EQ(error.kind, NameKind::variable);
  EXPECT_EQ(error.name, "presure");
}

TEST(Expression, NameOfAnotherKindIsUnknown) {
  EXPECT_EQ(error_of("hit(open)").fault, ExpressionFault::unknown_name);
  EXPECT_EQ(error_of("hits(path) > 0").fault, ExpressionFault::unknown_name);
}

TEST(Expression, UnknownFunctionListsTheKnownOnes) {
  auto const error = error_of("score() > 3");

  EXPECT_EQ(error.fault, ExpressionFault::syntax);
  EXPECT_EQ(error.offset, 0U);
  EXPECT_EQ(error.message,
            "there is no function score(); there are hit(), missed(), hits(), level(), coverage(), "
            "visits(), turn_no(), elapsed_s(), asked()");
}

TEST(Expression, FunctionWithoutParenthesesIsShownWithThem) {
  EXPECT_EQ(error_of("hit && calm").message, "hit is a function: write hit(concept)");
  EXPECT_EQ(error_of("turn_no > 1").message, "turn_no is a function: write turn_no()");
}

TEST(Expression, OperandOfTheWrongTypeIsReportedAtItsPlace) {
  struct Case {
    std::string source;
    std::uint32_t offset;
    std::string message;
  };
  std::vector<Case> const cases{
      {"calm && pressure", 8, "&& wants a boolean here, not an integer"},
      {"pressure || calm", 0, "|| wants a boolean here, not an integer"},
      {"!pressure", 1, "! wants a boolean here, not an integer"},
      {"-calm == 1", 1, "- wants an integer here, not a boolean"},
      {"1 + customer > 2", 4, "+ wants an integer here, not a text"},
      {"calm - 1 > 2", 0, "- wants an integer here, not a boolean"},
      {"customer < 'x'", 0, "< wants an integer here, not a text"},
      {"1 >= calm", 5, ">= wants an integer here, not a boolean"},
      {"customer == 3", 12, "== compares a text with an integer; both sides must be of one type"},
      {"calm != 'yes'", 8, "!= compares a boolean with a text; both sides must be of one type"},
  };

  for (auto const& [source, offset, message] : cases) {
    auto const error = error_of(source);

    EXPECT_EQ(error.fault, ExpressionFault::type_mismatch) << source;
    EXPECT_EQ(error.offset, offset) << source;
    EXPECT_EQ(error.message, message);
  }
}

TEST(Expression, ResultOfTheWrongTypeIsReported) {
  auto const error = error_of("pressure + 1");

  EXPECT_EQ(error.fault, ExpressionFault::type_mismatch);
  EXPECT_EQ(error.message, "this must give a boolean, but gives an integer");
  EXPECT_EQ(error_of("'x'", ValueType::integer).message,
            "this must give an integer, but gives a text");
}

TEST(Expression, SyntaxErrorsNameThePlaceAndTheWayOut) {
  struct Case {
    std::string source;
    std::uint32_t offset;
    std::string message;
  };
  std::vector<Case> const cases{
      {"", 0, "the expression is empty"},
      {"  ", 2, "the expression is empty"},
      {"calm &&", 7, "the expression ends where a value is wanted"},
      {"(calm", 5, "a ) is missing here"},
      {"hit(path", 8, "a ) is missing after hit("},
      {"calm)", 4, "')' does not belong here"},
      {"pressure = 2", 9, "one = is not an operator; compare with =="},
      {"calm & calm", 5, "one & is not an operator; write &&"},
      {"calm | calm", 5, "one | is not an operator; write ||"},
      {"calm and calm", 5, "'and' is written &&"},
      {"calm or calm", 5, "'or' is written ||"},
      {"customer == \"x\"", 12, "texts stand between single quotes: 'text'"},
      {"customer == 'x", 12, "the closing ' is missing"},
      {"1 < 2 < 3", 6, "'<' does not belong here"},
      {"12ab > 1", 0, "'12ab' is not a whole number of 64 bits"},
      {"9223372036854775808 > 1", 0, "'9223372036854775808' is not a whole number of 64 bits"},
  };

  for (auto const& [source, offset, message] : cases) {
    auto const error = error_of(source);

    EXPECT_EQ(error.fault, ExpressionFault::syntax) << source;
    EXPECT_EQ(error.offset, offset) << source;
    EXPECT_EQ(error.message, message) << source;
  }
}

TEST(Expression, LongestExpressionParsesAndOneByteMoreDoesNot) {
  std::string const longest = "calm" + std::string(limits::expression_bytes - 4, ' ');

  EXPECT_TRUE(parse(longest));
  EXPECT_EQ(error_of(longest + " ").fault, ExpressionFault::too_long);
}

TEST(Expression, DeepestNestingThatFitsParses) {
  auto const depth = (limits::expression_bytes - 4) / 2;

  EXPECT_TRUE(parse(std::string(depth, '(') + "calm" + std::string(depth, ')')));
  EXPECT_TRUE(parse(std::string(limits::expression_bytes - 4, '!') + "calm"));
}

TEST(Expression, BytesThatAreNoTextAreRefusedNotCrashedOn) {
  for (int first = 0; first < 256; ++first) {
    std::string const source{static_cast<char>(first)};

    EXPECT_FALSE(parse(source, ValueType::text)) << first;
  }
}

TEST(Expression, TypeOfAValueIsThatOfWhatItHolds) {
  EXPECT_EQ(type_of(std::int64_t{1}), ValueType::integer);
  EXPECT_EQ(type_of(true), ValueType::boolean);
  EXPECT_EQ(type_of(std::string{"x"}), ValueType::text);
}

}  // namespace
}  // namespace curveball::dialogue
