#include "matching/builtin.hpp"

#include <algorithm>

#include "matching/pattern_set.hpp"

namespace curveball::matching {
namespace {

using text::NumberForm;

// By name.
constexpr std::array<Builtin, 4> builtins{{
    {"duration",
     {NumberForm::duration},
     {"[@num ms|millisecond|second|sec|secs|minute|min|mins|hour|hr|hrs|day|week|month|quarter"
      "|sprint|year]",
      "[=a|=an|one millisecond|second|minute|hour|day|week|month|quarter|sprint|year]"}},
    {"money",
     {NumberForm::money},
     {"[@num dollar|euro|pound|yen|usd|eur|gbp|buck]",
      "[@num k|m|thousand|million|billion dollar|euro|pound|yen|usd|eur|gbp|buck]"}},
    {"num",
     {NumberForm::amount, NumberForm::percent, NumberForm::money, NumberForm::duration},
     {"=two | =three | =four | =five | =six | =seven | =eight | =nine | =ten | =eleven | =twelve",
      "=fifteen | =twenty | =thirty | =forty | =fifty | =sixty | =seventy | =eighty | =ninety",
      "=hundred | =thousand | =million | =billion | =dozen | =half"}},
    {"percent", {NumberForm::percent}, {"[@num percent|percentage|pct]", "[@num per cent]"}},
}};

constexpr std::array<std::string_view, 4> names{builtins[0].name, builtins[1].name,
                                                builtins[2].name, builtins[3].name};

}  // namespace

Builtin const* find_builtin(std::string_view name) {
  auto const* found = std::find_if(builtins.begin(), builtins.end(),
                                   [name](Builtin const& row) { return row.name == name; });
  return found == builtins.end() ? nullptr : found;
}

std::span<std::string_view const> builtin_lexicons() { return names; }

}  // namespace curveball::matching
