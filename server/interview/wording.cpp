#include "interview/wording.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "interview/phrase.hpp"

namespace curveball::interview {
namespace {

// Points are told in quarters: what was heard after a probe counts a half, after a hint a quarter.
constexpr std::uint32_t quarter_pm = 250;

// "2½", "¼", "3".
std::string points(std::uint32_t quarters) {
  static constexpr std::array<char const*, 4> parts{"", "\u00bc", "\u00bd", "\u00be"};
  auto const whole = quarters / 4;
  return (whole > 0 ? std::to_string(whole) : std::string()) + parts[quarters % 4];
}

// The fewest quarters that reach the coverage, which is a rounded number itself.
std::uint32_t quarters_for(std::uint16_t coverage_pm, std::uint8_t k) {
  std::uint32_t quarters = 0;
  while ((quarters * quarter_pm + k / 2U) / k < coverage_pm) ++quarters;
  return quarters;
}

std::uint32_t quarters_earned(rubric::Criterion const& criterion,
                              rubric::CriterionResult const& result) {
  std::uint32_t const sum_pm = std::uint32_t{result.coverage_pm} * criterion.k + criterion.k / 2U;
  auto const& reached = criterion.levels[result.uncapped_level - 1];
  return std::max(sum_pm / quarter_pm, quarters_for(reached.coverage_pm, criterion.k));
}

std::string names(Program const& program, std::vector<std::uint16_t> const& concepts,
                  std::string const& last_joint) {
  std::vector<std::string> items;
  items.reserve(concepts.size());
  for (auto const index : concepts) items.push_back(quoted(program.concepts[index].name));
  return joined(items, ", ", last_joint);
}

std::string level(std::uint8_t number) { return "level " + std::to_string(number); }

// What holds a capped level.
std::string holder(Program const& program, rubric::CriterionResult const& result) {
  return result.limit == rubric::Limit::red_flag
             ? program.concepts[*result.limiting_concept].name
             : "every answer that counted here was too short to carry more";
}

std::string without_the_cap(Program const& program, rubric::CriterionResult const& result) {
  auto const reached = level(result.uncapped_level);
  return result.limit == rubric::Limit::red_flag
             ? "Without " + quoted(holder(program, result)) + " this would be " + reached + "."
             : "Say the same in a fuller answer: it is enough for " + reached + ".";
}

// ", with A, B and one of C or D among them"; empty when the level names nothing.
std::string by_name(Program const& program, rubric::LevelRule const& rule) {
  std::vector<std::string> wanted;
  for (auto const index : rule.needs) wanted.push_back(quoted(program.concepts[index].name));
  if (!rule.one_of.empty()) wanted.push_back("one of " + names(program, rule.one_of, " or "));
  return wanted.empty() ? "" : ", with " + joined(wanted, ", ", " and ") + " among them";
}

// "both of: A, B", "two more of: A, B, C".
std::string some_of(Program const& program, rubric::CriterionResult const& result) {
  auto const& next = result.next;
  auto const list = names(program, next.more_of, ", ");
  std::string const in_full = next.in_full ? " in full and without help" : "";
  if (next.more_of.size() == 1) return list + in_full;
  if (next.more == next.more_of.size()) {
    return (next.more == 2 ? "both of these" : "all of these") + in_full + ": " + list;
  }
  bool const adds = !next.in_full && (result.coverage_pm > 0 || !next.needs.empty());
  return number(next.more) + (adds ? " more of" : " of") + (next.in_full ? " these" : "") +
         in_full + ": " + list;
}

}  // namespace

std::string level_in_words(Program const& program, rubric::Criterion const& criterion,
                           rubric::CriterionResult const& result) {
  if (result.limit == rubric::Limit::none) return criterion.levels[result.level - 1].anchor;
  return "Would be " + level(result.uncapped_level) + "; held at " + std::to_string(result.level) +
         " by: " + holder(program, result) + ".";
}

std::string level_rule_in_words(Program const& program, rubric::Criterion const& criterion,
                                rubric::CriterionResult const& result) {
  if (result.coverage_pm == 0) return "None of the evidence it looks for was heard.";
  auto const earned = quarters_earned(criterion, result);
  std::string text = "You earned " + points(earned) + " of " + std::to_string(criterion.k) +
                     (criterion.k == 1 ? " point" : " points");
  if (result.uncapped_level > 1) {
    auto const& rule = criterion.levels[result.uncapped_level - 1];
    text += "; " + level(result.uncapped_level) + " asks for " +
            (rule.coverage_pm <= 1 ? std::string("anything at all")
                                   : points(quarters_for(rule.coverage_pm, criterion.k))) +
            by_name(program, rule);
  }
  bool const in_part = earned % 4 != 0;
  return text + "." + (in_part ? " What you say with help, or only in part, counts in part." : "");
}

std::string next_condition_in_words(Program const& program, rubric::CriterionResult const& result) {
  auto const& next = result.next;
  if (next.lifted_cap) return without_the_cap(program, result);
  std::vector<std::string> wants;
  if (!next.needs.empty()) wants.push_back(names(program, next.needs, " and "));
  if (!next.one_of.empty()) wants.push_back("one of: " + names(program, next.one_of, ", "));
  if (next.more > 0) wants.push_back(some_of(program, result));
  if (wants.empty()) return "";
  return "Level " + std::to_string(result.level + 1) + " needs " + joined(wants, "; ", "; and ") +
         ".";
}

}  // namespace curveball::interview
