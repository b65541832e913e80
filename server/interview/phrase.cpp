#include "interview/phrase.hpp"

#include <array>

namespace curveball::interview {

std::string quoted(std::string const& name) { return "\u201c" + name + "\u201d"; }

std::string joined(std::vector<std::string> const& items, std::string const& joint,
                   std::string const& last_joint) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? last_joint : joint;
    text += items[i];
  }
  return text;
}

std::string number(std::size_t value) {
  static constexpr std::array<char const*, 10> words{"none", "one", "two",   "three", "four",
                                                     "five", "six", "seven", "eight", "nine"};
  return value < words.size() ? words[value] : std::to_string(value);
}

}  // namespace curveball::interview
