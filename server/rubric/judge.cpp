#include "rubric/judge.hpp"

#include <algorithm>
#include <functional>

namespace curveball::rubric {
namespace {

constexpr std::uint16_t full_credit_pm = 1000;
constexpr std::uint8_t capped_level = 2;

std::uint16_t credit_of(Feed const& feed, Ledger const& ledger) {
  std::uint16_t best = 0;
  for (auto const slot : feed.slots) best = std::max(best, ledger.credit[slot]);
  return best;
}

bool has_credit(Criterion const& criterion, std::uint16_t concept_index, Ledger const& ledger) {
  return std::any_of(criterion.feeds.begin(), criterion.feeds.end(), [&](Feed const& feed) {
    return feed.concept_index == concept_index && credit_of(feed, ledger) > 0;
  });
}

bool has_all(Criterion const& criterion, LevelRule const& rule, Ledger const& ledger) {
  return std::all_of(rule.needs.begin(), rule.needs.end(),
                     [&](auto wanted) { return has_credit(criterion, wanted, ledger); });
}

bool has_one(Criterion const& criterion, LevelRule const& rule, Ledger const& ledger) {
  return rule.one_of.empty() ||
         std::any_of(rule.one_of.begin(), rule.one_of.end(),
                     [&](auto wanted) { return has_credit(criterion, wanted, ledger); });
}

bool has_named(Criterion const& criterion, LevelRule const& rule, Ledger const& ledger) {
  return has_all(criterion, rule, ledger) && has_one(criterion, rule, ledger);
}

// The highest level whose conditions, and those of every level below it, hold.
std::uint8_t level_by_conditions(Criterion const& criterion, std::uint16_t coverage_pm,
                                 Ledger const& ledger) {
  std::uint8_t level = 1;
  while (level < 4 && coverage_pm >= criterion.levels[level].coverage_pm &&
         has_named(criterion, criterion.levels[level], ledger)) {
    ++level;
  }
  return level;
}

bool only_thin_evidence(Criterion const& criterion, Ledger const& ledger) {
  for (auto const& feed : criterion.feeds) {
    for (auto const slot : feed.slots) {
      if (ledger.credit[slot] > 0 && ledger.slot_thin[slot] == 0) return false;
    }
  }
  return true;
}

std::optional<std::uint16_t> capping_flag(Rubric const& rubric, std::uint16_t criterion,
                                          Ledger const& ledger) {
  for (auto const& cap : rubric.caps) {
    bool const heard = ledger.flagged[cap.concept_index] > 0;
    bool const caps_this =
        std::find(cap.criteria.begin(), cap.criteria.end(), criterion) != cap.criteria.end();
    if (heard && caps_this) return cap.concept_index;
  }
  return std::nullopt;
}

std::vector<std::uint16_t> without_credit(Criterion const& criterion,
                                          std::vector<std::uint16_t> const& concepts,
                                          Ledger const& ledger) {
  std::vector<std::uint16_t> missing;
  for (auto const index : concepts) {
    if (!has_credit(criterion, index, ledger)) missing.push_back(index);
  }
  return missing;
}

// The credit of each of the criterion's concepts, in the order of its feeds.
std::vector<std::uint16_t> credits_of(Criterion const& criterion, Ledger const& ledger) {
  std::vector<std::uint16_t> credits;
  credits.reserve(criterion.feeds.size());
  for (auto const& feed : criterion.feeds) credits.push_back(credit_of(feed, ledger));
  return credits;
}

std::uint16_t coverage_of(std::vector<std::uint16_t> credits, std::uint8_t k) {
  std::sort(credits.begin(), credits.end(), std::greater<>());
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < credits.size() && i < k; ++i) sum += credits[i];
  std::uint32_t const rounded = (sum + k / 2U) / k;
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(full_credit_pm, rounded));
}

// How many of the credits up to `most_pm` must become full so that the coverage is `asked_pm`,
// whichever they are: those that gain least go first. None when all of them are not enough.
std::optional<std::uint8_t> full_ones_wanted(std::vector<std::uint16_t> credits, std::uint8_t k,
                                             std::uint16_t most_pm, std::uint16_t asked_pm) {
  std::sort(credits.begin(), credits.end(), std::greater<>());
  std::uint8_t raised = 0;
  for (auto& credit : credits) {
    if (coverage_of(credits, k) >= asked_pm) break;
    if (credit > most_pm) continue;
    credit = full_credit_pm;
    ++raised;
  }
  if (coverage_of(credits, k) < asked_pm) return std::nullopt;
  return raised;
}

// What the coverage asks for beyond the concepts that are needed by name. Concepts that were not
// heard at all come first; those heard in part are named when the others cannot be enough.
void explain_coverage(Criterion const& criterion, Ledger const& ledger, std::uint16_t asked_pm,
                      NextLevel& next) {
  auto credits = credits_of(criterion, ledger);
  for (std::size_t i = 0; i < credits.size(); ++i) {
    auto const& needs = next.needs;
    auto const wanted = criterion.feeds[i].concept_index;
    if (std::find(needs.begin(), needs.end(), wanted) != needs.end()) credits[i] = full_credit_pm;
  }
  auto const unheard = full_ones_wanted(credits, criterion.k, 0, asked_pm);
  next.in_full = !unheard;
  std::uint16_t const most_pm = unheard ? 0 : full_credit_pm - 1;
  next.more = unheard
                  ? *unheard
                  : full_ones_wanted(credits, criterion.k, most_pm, asked_pm).value_or(criterion.k);
  if (next.more == 0) return;
  for (std::size_t i = 0; i < credits.size(); ++i) {
    if (credits[i] <= most_pm) next.more_of.push_back(criterion.feeds[i].concept_index);
  }
}

void explain_next_level(Criterion const& criterion, Ledger const& ledger, CriterionResult& result) {
  result.next.lifted_cap = result.level < result.uncapped_level;
  if (result.next.lifted_cap || result.level == 4) return;
  LevelRule const& rule = criterion.levels[result.level];
  result.next.needs = without_credit(criterion, rule.needs, ledger);
  if (!has_one(criterion, rule, ledger)) result.next.one_of = rule.one_of;
  explain_coverage(criterion, ledger, rule.coverage_pm, result.next);
}

std::int32_t count_at(std::span<Standing const> standings, std::uint8_t level) {
  return static_cast<std::int32_t>(
      std::count_if(standings.begin(), standings.end(),
                    [level](Standing const& standing) { return standing.level == level; }));
}

std::int32_t share_pm(std::int32_t part, std::size_t whole) {
  return whole == 0 ? 0 : part * 1000 / static_cast<std::int32_t>(whole);
}

std::vector<HeardFlag> flags_heard(Rubric const& rubric, Ledger const& ledger) {
  std::vector<HeardFlag> heard;
  for (auto const& cap : rubric.caps) {
    auto const times = ledger.flagged[cap.concept_index];
    if (!cap.criteria.empty() && times > 0) heard.push_back({cap.concept_index, times});
  }
  return heard;
}

void count_must_haves(std::span<Standing const> standings, std::uint8_t bar, Facts& facts) {
  auto& lowest = facts[static_cast<std::size_t>(Fact::must_haves_lowest)];
  lowest = 4;
  for (auto const& standing : standings) {
    if (!standing.must_have) continue;
    lowest = std::min<std::int32_t>(lowest, standing.level);
    if (standing.level == 1) ++facts[static_cast<std::size_t>(Fact::must_haves_at_1)];
    if (standing.level < bar) ++facts[static_cast<std::size_t>(Fact::must_haves_below_bar)];
  }
}

Facts facts_of(Rubric const& rubric, std::span<Standing const> standings,
               std::int32_t capping_flags) {
  Facts facts{};
  auto const fact = [&facts](Fact which) -> std::int32_t& {
    return facts[static_cast<std::size_t>(which)];
  };
  count_must_haves(standings, must_have_level(rubric), facts);
  fact(Fact::criteria_with_evidence) = static_cast<std::int32_t>(
      std::count_if(standings.begin(), standings.end(),
                    [](Standing const& standing) { return standing.evidence; }));
  fact(Fact::criteria_at_1) = count_at(standings, 1);
  fact(Fact::criteria_at_1_pm) = share_pm(count_at(standings, 1), standings.size());
  fact(Fact::criteria_at_4_pm) = share_pm(count_at(standings, 4), standings.size());
  fact(Fact::capping_flags) = capping_flags;
  return facts;
}

bool holds(FactCondition const& condition, Facts const& facts) {
  auto const value = facts[static_cast<std::size_t>(condition.fact)];
  return (!condition.at_least || value >= *condition.at_least) &&
         (!condition.at_most || value <= *condition.at_most);
}

std::uint8_t first_that_holds(Profile const& profile, Facts const& facts) {
  for (std::size_t i = 0; i < profile.rules.size(); ++i) {
    auto const& when = profile.rules[i].when;
    bool const decides = std::all_of(when.begin(), when.end(), [&](FactCondition const& condition) {
      return holds(condition, facts);
    });
    if (decides) return static_cast<std::uint8_t>(i);
  }
  return static_cast<std::uint8_t>(profile.rules.size() - 1);
}

std::vector<Standing> standings_of(Judgement const& judgement) {
  std::vector<Standing> standings;
  standings.reserve(judgement.criteria.size());
  for (auto const& result : judgement.criteria) {
    standings.push_back({result.level, result.must_have, result.coverage_pm > 0});
  }
  return standings;
}

std::int32_t times_flagged(Judgement const& judgement) {
  std::int32_t times = 0;
  for (auto const& flag : judgement.flags) times += flag.times;
  return times;
}

std::uint16_t mean_level_pm(Judgement const& judgement) {
  std::size_t sum = 0;
  for (auto const& result : judgement.criteria) sum += result.level;
  auto const count = std::max<std::size_t>(judgement.criteria.size(), 1);
  return static_cast<std::uint16_t>(sum * 1000 / count);
}

}  // namespace

bool is_must_have(Rubric const& rubric, Criterion const& criterion) {
  return criterion.must_have_from && *criterion.must_have_from <= rubric.grade;
}

std::uint8_t must_have_level(Rubric const& rubric) {
  auto const& expectations = rubric.profile.expectations;
  if (expectations.empty()) return usual_must_have_level;
  return expectations[static_cast<std::size_t>(rubric.grade) - static_cast<std::size_t>(Grade::l4)]
      .must_have_level;
}

bool holds(FactCondition const& condition, Judgement const& judgement) {
  return holds(condition, judgement.facts);
}

std::uint8_t deciding_rule(Rubric const& rubric, std::span<Standing const> standings,
                           std::int32_t capping_flags) {
  return first_that_holds(rubric.profile, facts_of(rubric, standings, capping_flags));
}

std::uint16_t coverage(Criterion const& criterion, Ledger const& ledger) {
  return coverage_of(credits_of(criterion, ledger), criterion.k);
}

CriterionResult stand(Rubric const& rubric, std::uint16_t criterion, Ledger const& ledger) {
  Criterion const& judged = rubric.criteria[criterion];
  CriterionResult result;
  result.coverage_pm = coverage(judged, ledger);
  result.must_have = is_must_have(rubric, judged);
  result.uncapped_level = level_by_conditions(judged, result.coverage_pm, ledger);
  result.level = result.uncapped_level;
  if (result.level > capped_level) {
    if (auto const flag = capping_flag(rubric, criterion, ledger)) {
      result.limit = Limit::red_flag;
      result.limiting_concept = flag;
      result.level = capped_level;
    } else if (only_thin_evidence(judged, ledger)) {
      result.limit = Limit::thin_answers;
      result.level = capped_level;
    }
  }
  return result;
}

CriterionResult judge_criterion(Rubric const& rubric, std::uint16_t criterion,
                                Ledger const& ledger) {
  auto result = stand(rubric, criterion, ledger);
  explain_next_level(rubric.criteria[criterion], ledger, result);
  return result;
}

Judgement judge(Rubric const& rubric, Ledger const& ledger) {
  Judgement judgement;
  judgement.criteria.reserve(rubric.criteria.size());
  for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
    judgement.criteria.push_back(judge_criterion(rubric, static_cast<std::uint16_t>(i), ledger));
  }
  judgement.flags = flags_heard(rubric, ledger);
  judgement.facts = facts_of(rubric, standings_of(judgement), times_flagged(judgement));
  judgement.rule = first_that_holds(rubric.profile, judgement.facts);
  judgement.verdict = rubric.profile.rules[judgement.rule].verdict;
  judgement.mean_level_pm = mean_level_pm(judgement);
  return judgement;
}

}  // namespace curveball::rubric
