// Random patterns and answers over a small vocabulary, so that they meet often.
#pragma once

#include <array>
#include <string>

#include "base/draw.hpp"

namespace curveball::matching {

class RandomPattern {
 public:
  explicit RandomPattern(std::uint64_t seed) : seed_(seed) {}

  std::string alternatives(int depth) {
    std::string text = weighted(depth);
    for (auto more = below(3); more > 1; --more) text += " | " + weighted(depth);
    return text;
  }

 private:
  std::uint64_t below(std::uint64_t bound) {
    return draw_below({.seed = seed_, .purpose = "pattern", .visit = visit_++}, bound);
  }
  std::string weighted(int depth) {
    std::string text = exclusion(depth);
    if (below(8) == 0) text += " >> " + exclusion(depth);
    if (below(6) == 0) text += " ^0." + std::to_string(1 + below(9));
    return text;
  }
  std::string exclusion(int depth) {
    std::string text = sequence(depth);
    if (below(8) == 0) text += " unless" + scope() + " " + sequence(depth);
    return text;
  }
  std::string sequence(int depth) {
    std::string text = item(depth);
    if (below(4) == 0) text += " " + item(depth);
    return text;
  }
  std::string scope() {
    auto const kind = below(4);
    if (kind == 0) return "~s";
    if (kind == 1) return "~d";
    return "~" + std::to_string(below(6));
  }
  std::string item(int depth) {
    auto const kind = depth > 0 ? below(9) : 8;
    if (kind == 0) return "[" + item(depth - 1) + " " + item(depth - 1) + "]" + scope();
    if (kind == 1) return "{" + item(depth - 1) + " " + item(depth - 1) + "}" + scope();
    if (kind == 2) return "(" + alternatives(depth - 1) + ")";
    if (kind == 3) return "[" + word() + "|" + word() + " " + item(depth - 1) + "]";
    if (kind == 4) return "firm(" + sequence(depth - 1) + ")";
    if (kind == 5 && !polarity_) return polar("not(", depth);
    if (kind == 6 && !polarity_) return polar("any(", depth);
    return word();
  }
  std::string polar(std::string_view name, int depth) {
    polarity_ = true;
    std::string text = std::string(name) + sequence(depth - 1) + ")";
    polarity_ = false;
    return text;
  }
  std::string word() {
    constexpr std::array<std::string_view, 12> words{"owner", "date", "=Team", "escalat*",
                                                     "the",   "not",  "@num",  "roll-out",
                                                     "CI/CD", "risk", "=it",   "team"};
    return std::string(words[below(words.size())]);
  }

  std::uint64_t seed_;
  std::uint32_t visit_ = 0;
  bool polarity_ = false;
};

inline std::string random_pattern(std::uint64_t seed) {
  return RandomPattern(seed).alternatives(2);
}

inline std::string random_answer(std::uint64_t seed) {
  constexpr std::array<std::string_view, 18> words{
      "owner", "dates", "Team",  "escalated", "the", "not",   "12%", "roll-out", "ci/cd",
      "risk",  "it",    "team.", "rollout",   "I",   "would", "no,", "maybe",    "naïve"};
  std::string text;
  auto const length = draw_below({.seed = seed, .purpose = "length"}, 40);
  for (std::uint32_t i = 0; i < length; ++i) {
    text += words[draw_below({.seed = seed, .purpose = "word", .visit = i}, words.size())];
    text += ' ';
  }
  return text;
}

}  // namespace curveball::matching
