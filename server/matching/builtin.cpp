#include "matching/builtin.hpp"

#include <algorithm>

#include "matching/builtin_lists.hpp"
#include "matching/pattern_set.hpp"

namespace curveball::matching {
namespace {

using text::NumberForm;

// By name.
constexpr Builtin builtins[] = {
    {"baseline", {}, lists::baseline},
    {"cost_accepted", {}, lists::cost_accepted},
    {"day", {}, lists::day},
    {"deadline", {}, lists::deadline},
    {"decide_by", {}, lists::decide_by},
    {"delta", {}, lists::delta},
    {"did", {}, lists::did},
    {"duration", {NumberForm::duration}, lists::duration},
    {"i_did", {}, lists::i_did},
    {"mechanism", {}, lists::mechanism},
    {"money", {NumberForm::money}, lists::money},
    {"multiple", {}, lists::multiple},
    {"num",
     {NumberForm::amount, NumberForm::percent, NumberForm::money, NumberForm::duration},
     lists::num},
    {"option", {}, lists::option},
    {"owner", {}, lists::owner},
    {"percent", {NumberForm::percent}, lists::percent},
    {"quantified_result", {}, lists::quantified_result},
    {"recommend", {}, lists::recommend},
    {"reflection", {}, lists::reflection},
    {"result_cue", {}, lists::result_cue},
    {"tradeoff", {}, lists::tradeoff},
};

constexpr auto names = [] {
  std::array<std::string_view, std::size(builtins)> out{};
  std::transform(std::begin(builtins), std::end(builtins), out.begin(),
                 [](Builtin const& row) { return row.name; });
  return out;
}();

}  // namespace

Builtin const* find_builtin(std::string_view name) {
  auto const* found = std::find_if(std::begin(builtins), std::end(builtins),
                                   [name](Builtin const& row) { return row.name == name; });
  return found == std::end(builtins) ? nullptr : found;
}

std::span<std::string_view const> builtin_lexicons() { return names; }

}  // namespace curveball::matching
