#include "rubric/grades.hpp"

#include <algorithm>
#include <utility>

namespace curveball::rubric {
namespace {

constexpr std::uint16_t full_coverage_pm = 1000;
constexpr std::uint8_t top_level = 4;

std::int32_t expected_coverage(Profile const& profile, Grade grade) {
  if (profile.expectations.empty()) return 0;
  auto const index = static_cast<std::size_t>(grade) - static_cast<std::size_t>(Grade::l4);
  return profile.expectations[index].coverage_pm;
}

// The most coverage that the criterion's concepts can give.
std::int32_t most_coverage(Criterion const& criterion) {
  auto const most = criterion.feeds.size() * full_coverage_pm / criterion.k;
  return static_cast<std::int32_t>(std::min<std::size_t>(most, full_coverage_pm));
}

void shift(Criterion& criterion, std::int32_t by_pm) {
  for (std::size_t level = 3; level <= top_level; ++level) {
    auto& asked = criterion.levels[level - 1].coverage_pm;
    auto const most = std::max<std::int32_t>(most_coverage(criterion), asked);
    asked = static_cast<std::uint16_t>(std::clamp<std::int32_t>(asked + by_pm, 0, most));
  }
}

std::int32_t times_flagged(Judgement const& judgement) {
  std::int32_t times = 0;
  for (auto const& flag : judgement.flags) times += flag.times;
  return times;
}

// Every criterion at the top but `kept`, which stays as it is; no such criterion: all at the top.
std::vector<Standing> others_at_the_top(Judgement const& judgement, std::size_t kept) {
  std::vector<Standing> standings;
  for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
    auto const& result = judgement.criteria[i];
    if (i == kept) {
      standings.push_back({result.level, result.must_have, result.coverage_pm > 0});
    } else {
      standings.push_back({top_level, result.must_have, true});
    }
  }
  return standings;
}

bool stays_down(Rubric const& rubric, Judgement const& judgement, std::size_t kept) {
  auto const standings = others_at_the_top(judgement, kept);
  auto const rule = deciding_rule(rubric, standings, times_flagged(judgement));
  return rubric.profile.rules[rule].verdict >= judgement.verdict;
}

std::optional<std::uint16_t> alone_stops(Rubric const& rubric, Judgement const& judgement) {
  std::optional<std::uint16_t> found;
  for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
    if (!stays_down(rubric, judgement, i)) continue;
    auto const lower = !found || judgement.criteria[i].level < judgement.criteria[*found].level;
    if (lower) found = static_cast<std::uint16_t>(i);
  }
  return found;
}

// Of criteria that keep the verdict down only together: one at level 1, else the one nearest to the
// top, which all of them have not reached.
std::optional<std::uint16_t> stops_with_others(Judgement const& judgement) {
  std::optional<std::uint16_t> nearest;
  for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
    auto const level = judgement.criteria[i].level;
    if (level == 1) return static_cast<std::uint16_t>(i);
    bool const nearer = !nearest || level > judgement.criteria[*nearest].level;
    if (level < top_level && nearer) nearest = static_cast<std::uint16_t>(i);
  }
  return nearest;
}

}  // namespace

Rubric at_grade(Rubric const& rubric, Grade grade) {
  Rubric moved = rubric;
  moved.grade = grade;
  auto const by_pm =
      expected_coverage(rubric.profile, grade) - expected_coverage(rubric.profile, rubric.grade);
  for (auto& criterion : moved.criteria) shift(criterion, by_pm);
  return moved;
}

Stop what_stops(Rubric const& rubric, Judgement const& judgement) {
  if (judgement.verdict == 0) return {};
  if (stays_down(rubric, judgement, judgement.criteria.size())) return {.by_flags = true};
  if (auto const alone = alone_stops(rubric, judgement)) return {.criterion = alone};
  return {.criterion = stops_with_others(judgement)};
}

std::vector<GradeView> level_lens(Rubric const& rubric, Ledger const& ledger) {
  std::vector<GradeView> views;
  for (auto const grade : all_grades) {
    auto const moved = at_grade(rubric, grade);
    GradeView view{.grade = grade, .judgement = judge(moved, ledger)};
    view.stop = what_stops(moved, view.judgement);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace curveball::rubric
