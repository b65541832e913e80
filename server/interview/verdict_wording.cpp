#include <algorithm>
#include <functional>

#include "interview/wording.hpp"

namespace curveball::interview {
namespace {

using rubric::CriterionResult;
using rubric::Fact;
using rubric::FactCondition;
using rubric::Judgement;

// The rules are of one profile, so what they say of a judgement needs the same three things.
struct Case {
  Program const* program;
  Judgement const* judgement;
  std::string allowing;  // The verdict whose rule is looked at.

  std::size_t criteria() const { return judgement->criteria.size(); }
};

std::string counted(std::size_t count) { return count == 0 ? "none" : std::to_string(count); }

// "A", "A and B", "A, B and C"; empty when no criterion is meant.
std::string criteria_where(Case const& of,
                           std::function<bool(CriterionResult const&)> const& meant) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < of.criteria(); ++i) {
    if (meant(of.judgement->criteria[i])) found.push_back(of.program->rubric.criteria[i].name);
  }
  std::string text;
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (i > 0) text += i + 1 == found.size() ? " and " : ", ";
    text += found[i];
  }
  return text;
}

std::size_t criteria_at(Case const& of, std::uint8_t level) {
  auto const& all = of.judgement->criteria;
  return static_cast<std::size_t>(std::count_if(
      all.begin(), all.end(), [level](auto const& result) { return result.level == level; }));
}

std::string at_level(Case const& of, std::uint8_t level) {
  return criteria_where(of, [level](auto const& result) { return result.level == level; });
}

std::string is_or_are(std::size_t count) { return count == 1 ? " is" : " are"; }

std::string held_by_flag(Case const& of, CriterionResult const& result) {
  if (!result.limiting_concept) return "";
  return ", held there by the red flag \u201c" +
         of.program->concepts[*result.limiting_concept].name + "\u201d";
}

// "A is at level 2, B is at level 1; a must-have needs 3."
std::string must_haves_below(Case const& of, std::int32_t needed) {
  std::string text;
  for (std::size_t i = 0; i < of.criteria(); ++i) {
    auto const& result = of.judgement->criteria[i];
    if (!result.must_have || result.level >= needed) continue;
    text += (text.empty() ? "" : ", ") + of.program->rubric.criteria[i].name + " is at level " +
            std::to_string(result.level) + held_by_flag(of, result);
  }
  return text + "; a must-have needs " + std::to_string(needed) + ".";
}

std::string must_haves_at_1(Case const& of) {
  return "Must-have at level 1: " +
         criteria_where(of,
                        [](auto const& result) { return result.must_have && result.level == 1; }) +
         ".";
}

std::string all_at_1(Case const& of) {
  return "At level 1: " + std::to_string(criteria_at(of, 1)) + " of " +
         std::to_string(of.criteria()) + " criteria (" + at_level(of, 1) + ").";
}

std::string too_many_at_1(Case const& of, std::int32_t allowed) {
  auto const count = criteria_at(of, 1);
  return at_level(of, 1) + is_or_are(count) + " at level 1; " + of.allowing + " allows " +
         counted(static_cast<std::size_t>(allowed)) + ".";
}

std::string too_few_at_4(Case const& of, std::int32_t share_pm) {
  auto const all = of.criteria();
  auto const needed = (static_cast<std::size_t>(share_pm) * all + 999) / 1000;
  auto const count = criteria_at(of, 4);
  return of.allowing + " needs " + std::to_string(needed) + " of " + std::to_string(all) +
         " criteria at level 4; " +
         (count == 0 ? "none is" : "only " + at_level(of, 4) + is_or_are(count)) + ".";
}

std::string those_at_4(Case const& of) {
  auto const count = criteria_at(of, 4);
  return count == 0 ? "" : at_level(of, 4) + is_or_are(count) + " at level 4.";
}

std::string red_flags(Case const& of) {
  std::string text;
  for (auto const& flag : of.judgement->flags) {
    text += (text.empty() ? "" : ", ") +
            ("\u201c" + of.program->concepts[flag.concept_index].name) + "\u201d" +
            (flag.times == 1 ? "" : " (" + std::to_string(flag.times) + " times)");
  }
  return "Red flag: " + text + ".";
}

// What makes a condition hold that counts against the candidate; empty for all others.
std::string against(Case const& of, FactCondition const& condition) {
  if (!condition.at_least) return "";
  switch (condition.fact) {
    case Fact::must_haves_at_1:
      return must_haves_at_1(of);
    case Fact::criteria_at_1:
    case Fact::criteria_at_1_pm:
      return all_at_1(of);
    case Fact::capping_flags:
      return red_flags(of);
    default:
      return "";
  }
}

// What keeps a condition of a better verdict from holding.
std::string short_of(Case const& of, FactCondition const& condition) {
  switch (condition.fact) {
    case Fact::must_haves_lowest:
      return must_haves_below(of, condition.at_least.value_or(1));
    case Fact::must_haves_below_bar:
      return must_haves_below(of, rubric::must_have_level(of.program->rubric));
    case Fact::must_haves_at_1:
      return must_haves_at_1(of);
    case Fact::criteria_at_1:
      return too_many_at_1(of, condition.at_most.value_or(0));
    case Fact::criteria_at_1_pm:
      return all_at_1(of);
    case Fact::criteria_at_4_pm:
      return too_few_at_4(of, condition.at_least.value_or(0));
    case Fact::capping_flags:
      return red_flags(of);
    case Fact::criteria_with_evidence:
      break;
  }
  return "";
}

void add_sentence(std::string& text, std::string const& sentence) {
  if (!sentence.empty()) text += (text.empty() ? "" : " ") + sentence;
}

// The rule of the verdict next above that of the deciding rule; null at the top of the scale.
rubric::VerdictRule const* rule_above(rubric::Profile const& profile, std::uint8_t verdict) {
  rubric::VerdictRule const* above = nullptr;
  for (auto const& rule : profile.rules) {
    bool const nearer = above == nullptr || rule.verdict > above->verdict;
    if (rule.verdict < verdict && nearer) above = &rule;
  }
  return above;
}

std::string what_decided(Program const& program, Judgement const& judgement) {
  auto const& profile = program.rubric.profile;
  auto const& rule = profile.rules[judgement.rule];
  Case of{&program, &judgement, profile.verdicts[rule.verdict].name};
  std::string text;
  for (auto const& condition : rule.when) add_sentence(text, against(of, condition));
  bool const nothing_heard =
      judgement.facts[static_cast<std::size_t>(Fact::criteria_with_evidence)] == 0;
  if (!text.empty() || nothing_heard) return text;
  auto const* above = rule_above(profile, rule.verdict);
  if (above == nullptr) return those_at_4(of);
  of.allowing = profile.verdicts[above->verdict].name;
  for (auto const& condition : above->when) {
    if (!rubric::holds(condition, judgement)) add_sentence(text, short_of(of, condition));
  }
  return text;
}

}  // namespace

std::string verdict_in_words(Program const& program, Judgement const& judgement) {
  auto text = what_decided(program, judgement);
  add_sentence(text, program.rubric.profile.rules[judgement.rule].why);
  return text;
}

}  // namespace curveball::interview
