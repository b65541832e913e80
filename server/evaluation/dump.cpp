#include "evaluation/dump.hpp"

#include <utility>

#include "base/draw.hpp"
#include "matching/example.hpp"

namespace curveball::evaluation {
namespace {

// The same order for the same words.
void shuffle(std::vector<std::string>& words) {
  for (std::size_t left = words.size(); left > 1; --left) {
    auto const drawn =
        draw_below({.seed = 1, .purpose = "dump", .visit = static_cast<std::uint32_t>(left)}, left);
    std::swap(words[left - 1], words[static_cast<std::size_t>(drawn)]);
  }
}

std::string_view behind_the_answer(DumpStyle style) {
  switch (style) {
    case DumpStyle::after_period:
    case DumpStyle::shuffled:
      return ". ";
    case DumpStyle::comma:
      return ", ";
    case DumpStyle::with_and:
      return " and ";
    case DumpStyle::with_and_the:
      return " and the ";
    default:
      return " ";
  }
}

std::string_view between(DumpStyle style, std::size_t word) {
  switch (style) {
    case DumpStyle::comma:
    case DumpStyle::with_and:
    case DumpStyle::with_and_the:
      return behind_the_answer(style);
    case DumpStyle::the_every_third:
      return word % 3 == 2 ? " the " : " ";
    default:
      return " ";
  }
}

}  // namespace

std::vector<std::string> keywords_of(std::vector<std::string> const& patterns) {
  for (auto const& source : patterns) {
    auto const pattern = matching::parse(source);
    auto words = pattern ? matching::example_words(*pattern) : std::vector<std::string>{};
    if (!words.empty()) return words;
  }
  return {};
}

std::string with_dump(std::string_view answer, std::vector<std::string> const& words,
                      DumpStyle style) {
  auto order = words;
  if (style == DumpStyle::shuffled) shuffle(order);
  std::string text(answer);
  bool const closed = text.ends_with('.');
  if (closed) text.pop_back();
  for (std::size_t i = 0; i < order.size(); ++i) {
    text.append(i == 0 ? behind_the_answer(style) : between(style, i)).append(order[i]);
  }
  return text.append(".");
}

}  // namespace curveball::evaluation
