// Answers as somebody writes them who knows the keywords and has nothing to say: for measuring how
// far a list of them lifts an answer (Higgins and Heilman 2014). Pure.
// Thread: any; no state.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace curveball::evaluation {

// How the list is joined to itself and to the answer before it.
enum class DumpStyle : std::uint8_t {
  plain,            // answer a b c
  after_period,     // answer. a b c.
  comma,            // answer, a, b, c
  shuffled,         // answer. c a b (always the same order)
  with_and,         // answer and a and b and c
  with_and_the,     // answer and the a and the b
  the_every_third,  // answer a b the c d e the f
};
inline constexpr std::array dump_styles{
    DumpStyle::plain,    DumpStyle::after_period, DumpStyle::comma,          DumpStyle::shuffled,
    DumpStyle::with_and, DumpStyle::with_and_the, DumpStyle::the_every_third};

// The words that make the first of the patterns hit which needs words alone: of alternatives the
// first, in the order of the pattern. Empty when there is none.
std::vector<std::string> keywords_of(std::vector<std::string> const& patterns);

// The answer with the words behind it.
std::string with_dump(std::string_view answer, std::vector<std::string> const& words,
                      DumpStyle style);

}  // namespace curveball::evaluation
