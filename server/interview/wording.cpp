#include "interview/wording.hpp"

#include <vector>

namespace curveball::interview {
namespace {

std::string percent(std::uint16_t per_mille) { return std::to_string((per_mille + 5) / 10) + " %"; }

std::string quoted(std::string const& name) { return "\u201c" + name + "\u201d"; }

// At most so many names stand in one sentence; the rest is counted.
constexpr std::size_t names_in_a_sentence = 3;

std::string names(Program const& program, std::vector<std::uint16_t> const& concepts,
                  std::string const& last_joint) {
  auto const more = concepts.size() > names_in_a_sentence + 1
                        ? concepts.size() - names_in_a_sentence
                        : std::size_t{0};
  auto const named = concepts.size() - more;
  std::string text;
  for (std::size_t i = 0; i < named; ++i) {
    bool const last = i + 1 == named && more == 0;
    if (i > 0) text += last ? last_joint : ", ";
    text += quoted(program.concepts[concepts[i]].name);
  }
  if (more > 0) text += last_joint + std::to_string(more) + " more";
  return text;
}

std::string level(std::uint8_t number) { return "level " + std::to_string(number); }

std::string cap_in_words(Program const& program, rubric::CriterionResult const& result) {
  switch (result.limit) {
    case rubric::Limit::red_flag:
      return " Capped at level 2 by the red flag " +
             quoted(program.concepts[*result.limiting_concept].name) + ".";
    case rubric::Limit::thin_answers:
      return " Capped at level 2: every answer that fed it was too short to carry more.";
    case rubric::Limit::none:
      break;
  }
  return "";
}

}  // namespace

std::string level_rule_in_words(Program const& program, rubric::Criterion const& criterion,
                                rubric::CriterionResult const& result) {
  if (result.coverage_pm == 0) return "None of the evidence it looks for was heard.";
  std::string text = "Coverage " + percent(result.coverage_pm);
  if (result.uncapped_level > 1) {
    auto const& rule = criterion.levels[result.uncapped_level - 1];
    text += "; " + level(result.uncapped_level) + " asks for " +
            (rule.coverage_pm <= 1 ? std::string("any evidence")
                                   : "at least " + percent(rule.coverage_pm));
    if (!rule.needs.empty()) text += " and " + names(program, rule.needs, " and ");
    if (!rule.one_of.empty()) text += " and one of " + names(program, rule.one_of, " or ");
  }
  return text + "." + cap_in_words(program, result);
}

std::string next_condition_in_words(Program const& program, rubric::Criterion const& criterion,
                                    rubric::CriterionResult const& result) {
  if (result.next_missing == rubric::Missing::nothing) return "";
  if (result.next_missing == rubric::Missing::lifted_cap) {
    return "Without the cap this would be " + level(result.uncapped_level) + ".";
  }
  auto const next = static_cast<std::uint8_t>(result.level + 1);
  std::string const wants = "Level " + std::to_string(next) + " wants ";
  switch (result.next_missing) {
    case rubric::Missing::needs:
      return wants + names(program, result.next_concepts, " and ") + ".";
    case rubric::Missing::one_of:
      return wants + "one of " + names(program, result.next_concepts, " or ") + ".";
    default: {
      auto const asked = criterion.levels[result.level].coverage_pm;
      return wants +
             (asked <= 1 ? "any of " : "coverage of " + percent(asked) + "; not yet in full: ") +
             names(program, result.next_concepts, " or ") + ".";
    }
  }
}

}  // namespace curveball::interview
