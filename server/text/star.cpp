#include "text/star.hpp"

#include <algorithm>
#include <array>

#include "text/star_cues.hpp"

namespace curveball::text {
namespace {

using Scores = std::array<int, 4>;  // By StarPart.

constexpr Scores no_scores{};
constexpr int most_from_cues = 6;

// How well a part follows another: from each row to each column. Stories go from the situation over
// a task to what was done and how it ended; a step back is rare.
constexpr std::array<Scores, 4> follows{{
    {0, 0, 0, -4},
    {-2, -2, 1, -4},
    {-4, -4, 1, 0},
    {-5, -6, -3, 1},
}};

Scores by_place(std::size_t index, std::size_t count) {
  constexpr std::array<Scores, 4> from_begin{
      {{4, 1, 0, -6}, {2, 2, 1, -4}, {0, 1, 2, -2}, {-1, -2, 2, 0}}};
  Scores scores = from_begin[std::min(index, from_begin.size() - 1)];
  constexpr Scores last{-3, -3, -1, 3};
  bool const is_last = count > 2 && index + 1 == count;
  for (std::size_t part = 0; is_last && part < 4; ++part) scores[part] += last[part];
  bool const before_last = count > 4 && index + 2 == count;
  if (before_last) ++scores[static_cast<std::size_t>(StarPart::result)];
  return scores;
}

// What speaks for each part of one sentence by itself.
Scores by_itself(Reading const& reading, std::size_t index) {
  Scores scores = by_place(index, reading.sentences.size());
  Scores const cues = star_weights(reading, reading.sentences[index]);
  for (std::size_t part = 0; part < 4; ++part) {
    scores[part] += std::clamp(cues[part], -most_from_cues, most_from_cues);
  }
  return scores;
}

// The first of the highest.
std::size_t best(Scores const& scores) {
  auto const found = std::max_element(scores.begin(), scores.end());
  return static_cast<std::size_t>(found - scores.begin());
}

// The best sequence that ends in each part, one sentence further; `came_from` is what it has
// before.
Scores extend(Scores const& until, Scores const& here, std::array<std::size_t, 4>& came_from) {
  Scores next{};
  for (std::size_t part = 0; part < 4; ++part) {
    Scores way = until;
    for (std::size_t before = 0; before < 4; ++before) way[before] += follows[before][part];
    came_from[part] = best(way);
    next[part] = way[came_from[part]] + here[part];
  }
  return next;
}

}  // namespace

std::vector<StarPart> star_parts(Reading const& reading) {
  std::size_t const count = reading.sentences.size();
  std::vector<StarPart> parts(count);
  if (count == 0) return parts;
  std::vector<std::array<std::size_t, 4>> came_from(count);
  Scores until = by_itself(reading, 0);
  for (std::size_t i = 1; i < count; ++i) {
    until = extend(until, by_itself(reading, i), came_from[i]);
  }
  std::size_t part = best(until);
  for (std::size_t i = count; i-- > 0;) {
    parts[i] = static_cast<StarPart>(part);
    part = came_from[i][part];
  }
  return parts;
}

std::optional<StarPart> star_part_within(Reading const& reading, std::span<StarPart const> parts,
                                         ByteSpan span) {
  Scores tokens = no_scores;
  for (Token const& token : reading.tokens) {
    bool const inside = token.span.begin >= span.begin && token.span.begin < span.end;
    if (inside) ++tokens[static_cast<std::size_t>(parts[token.sentence])];
  }
  if (tokens == no_scores) return {};
  return static_cast<StarPart>(best(tokens));
}

}  // namespace curveball::text
