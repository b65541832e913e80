#include <string>

#include "base/limits.hpp"

#include "search.hpp"

namespace curveball::matching {
namespace {

TEST(Parser, ReadsEveryRule) {
  struct Case {
    std::string_view source;
    std::string_view canonical;
  };
  Case const cases[] = {
      {"conflict", "conflict"},
      {"  conflict  ", "conflict"},
      {"critical path", "[critical path]"},
      {"[critical path]", "[critical path]"},
      {"[a]", "a"},
      {"prioriti*", "prioriti*"},
      {"=Kafka", "=Kafka"},
      {"C++ | C# | .NET | CI/CD", "C++ | C# | .NET | CI/CD"},
      {"a|b|c", "a | b | c"},
      {"a | [root cause]", "a | [root cause]"},
      {"[a b c]~3", "[a b c]~3"},
      {"[a b]~0", "[a b]"},
      {"{a b c}~8", "{a b c}~8"},
      {"{a b}~s", "{a b}~s"},
      {"{a b}~d", "{a b}~d"},
      {"[a b]~s", "[a b]~s"},
      {"a >> b >> c d", "a >> b >> [c d]"},
      {"a unless~5 b", "a unless~5 b"},
      {"a b unless~s c d", "[a b] unless~s [c d]"},
      {"a unless~5 b unless~d c", "a unless~5 b unless~d c"},
      {"a unless~5 (b unless~d c)", "a unless~5 (b unless~d c)"},
      {"not(a)", "not(a)"},
      {"any(a | b)", "any(a | b)"},
      {"firm(not(a b))", "firm(not([a b]))"},
      {"@team", "@team"},
      {"[@num week]", "[@num week]"},
      {"a ^0.6", "a ^0.6"},
      {"a b ^0.65 | c ^1 | d ^0.125", "[a b] ^0.65 | c ^1 | d ^0.125"},
      {"a >> b ^0.5", "a >> b ^0.5"},
      {"a >> (b ^0.5)", "a >> (b ^0.5)"},
      {"(a | b) c", "[(a | b) c]"},
      {"[a|b c]", "[(a | b) c]"},
      {"{owner|lead date | deadline}~8", "{(owner | lead) (date | deadline)}~8"},
      {"(a | b) | c", "(a | b) | c"},
      {"((a))", "a"},
      {"not any firm", "[not any firm]"},
      {"=unless", "=unless"},
      {"don't", "don't"},
      {"naïve 日本", "[naïve 日本]"},
      {"40% $2M 24/7 3.5", "[40% $2M 24/7 3.5]"},
  };

  for (Case const& c : cases) {
    Result<Pattern, PatternError> const pattern = parse(c.source);
    ASSERT_TRUE(pattern) << c.source << ": " << pattern.error().message;
    EXPECT_EQ(to_string(*pattern), c.canonical) << c.source;
  }
}

TEST(Parser, SaysWhereAndWhatIsWrong) {
  struct Case {
    std::string_view source;
    std::size_t offset;
    std::string_view message;  // A part of it.
  };
  Case const cases[] = {
      {"", 0, "a word is missing"},
      {"   ", 3, "a word is missing"},
      {"a |", 3, "a word is missing"},
      {"| a", 0, "a word is missing before '|'"},
      {"a >>", 4, "a word is missing"},
      {"a > b", 2, "write a >> b"},
      {"a ... b", 2, "'...' is no gap"},
      {"a, b", 1, "write a | b"},
      {"\"a\"", 0, "means nothing"},
      {"“a”", 0, "means nothing"},
      {"[a b", 4, "']' is missing for the bracket at byte 0"},
      {"x (a b", 6, "')' is missing for the bracket at byte 2"},
      {"{a b", 4, "'}' is missing"},
      {"a b)", 3, "closes nothing"},
      {"a]", 1, "closes nothing"},
      {"[]", 0, "empty"},
      {"()", 1, "closes nothing"},
      {"{a b}", 5, "say how far apart"},
      {"[a]~3", 0, "at least two parts"},
      {"{a}~3", 0, "at least two parts"},
      {"[a b]~", 5, "after ~ stands"},
      {"[a b]~x", 5, "after ~ stands"},
      {"[a b]~3x", 5, "after ~ stands"},
      {"a~3", 1, "belongs behind"},
      {"a unless b", 2, "unless needs a width"},
      {"a unless~ b", 8, "after ~ stands"},
      {"a unless~3", 10, "a word is missing"},
      {"not(any(a))", 4, "cannot stand inside one another"},
      {"not(a", 5, "')' is missing"},
      {"a ^", 3, "a strength is"},
      {"a ^0", 3, "a strength is"},
      {"a ^1.001", 3, "a strength is"},
      {"a ^0.0001", 3, "a strength is"},
      {"a ^.5", 3, "a strength is"},
      {"a ^0.5 b", 7, "an operator such as |"},
      {"[a >> b]", 3, "inside brackets put ( )"},
      {"[a ^0.5 b]", 3, "inside brackets put ( )"},
      {"[a unless~3 b]", 3, "put ( ) around"},
      {"=", 1, "a word is missing"},
      {"=kafka*", 1, "= and * cannot go together"},
      {"a*", 0, "at least two letters"},
      {"pri*ority", 0, "at the end of a word only"},
      {"*", 0, "means nothing"},
      {"@", 0, "after @ stands"},
      {"@Team", 0, "after @ stands"},
      {"@team-x", 5, "only a-z, 0-9 and _"},
      {"-a", 0, "cannot begin with '-'"},
      {"$ a", 0, "no letter or digit"},
      {"cause.", 0, "no full stops"},
      {"a\xFF", 0, "not UTF-8"},
  };

  for (Case const& c : cases) {
    Result<Pattern, PatternError> const pattern = parse(c.source);
    ASSERT_FALSE(pattern) << c.source;
    EXPECT_EQ(pattern.error().offset, c.offset) << c.source << ": " << pattern.error().message;
    EXPECT_NE(pattern.error().message.find(c.message), std::string::npos)
        << c.source << ": " << pattern.error().message;
  }
}

TEST(Parser, APatternHasAtMostItsLimitOfBytes) {
  std::string const longest(limits::pattern_bytes, 'a');

  EXPECT_TRUE(parse(longest));
  Result<Pattern, PatternError> const past = parse(longest + "a");

  ASSERT_FALSE(past);
  EXPECT_EQ(past.error().offset, limits::pattern_bytes);
}

TEST(Parser, APatternHasAtMostItsLimitOfWords) {
  std::string most = "a";
  for (std::size_t i = 1; i < limits::pattern_atoms; ++i) most += " | a";

  EXPECT_TRUE(parse(most));
  Result<Pattern, PatternError> const past = parse(most + " | a");

  ASSERT_FALSE(past);
  EXPECT_EQ(past.error().offset, most.size() + 3);
}

TEST(Parser, BracketsNestUpToTheirLimit) {
  auto const nested = [](std::size_t depth) {
    return std::string(depth, '(') + "a" + std::string(depth, ')');
  };

  EXPECT_TRUE(parse(nested(limits::pattern_depth)));
  Result<Pattern, PatternError> const past = parse(nested(limits::pattern_depth + 1));

  ASSERT_FALSE(past);
  EXPECT_EQ(past.error().offset, limits::pattern_depth);
}

TEST(Parser, AWindowIsAtMostAnAnswerWide) {
  EXPECT_TRUE(parse("[a b]~2000"));
  EXPECT_FALSE(parse("[a b]~2001"));
  EXPECT_FALSE(parse("[a b]~99999999999999999999"));
}

}  // namespace
}  // namespace curveball::matching
