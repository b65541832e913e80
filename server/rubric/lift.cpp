#include "rubric/lift.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "rubric/lift_options.hpp"

namespace curveball::rubric {
namespace {

constexpr std::uint8_t top_level = 4;

std::int32_t times_flagged(Rubric const& rubric, Ledger const& ledger) {
  std::int32_t times = 0;
  for (auto const& cap : rubric.caps) {
    if (!cap.criteria.empty()) times += ledger.flagged[cap.concept_index];
  }
  return times;
}

Standing standing_of(CriterionResult const& result) {
  return {result.level, result.must_have, result.coverage_pm > 0};
}

// Looks for the smallest set of options that brings the verdict above `verdict`. The order of the
// criteria is that of the search: those of which most is asked come first, so that a branch without
// hope is left early.
class Search {
 public:
  Search(LiftTask& task, std::uint8_t verdict)
      : task_(task), verdict_(verdict), flags_(times_flagged(task.rubric(), task.ledger())) {
    for (bool const must_have : {true, false}) {
      for (std::size_t i = 0; i < task.rubric().criteria.size(); ++i) {
        if (is_must_have(task.rubric(), task.rubric().criteria[i]) == must_have) {
          order_.push_back(static_cast<std::uint16_t>(i));
        }
      }
    }
  }

  // None when all options together are not enough.
  std::optional<OptionSet> run() {
    OptionSet all(task_.options().size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = static_cast<std::uint16_t>(i);
    if (!lifts(all)) return std::nullopt;
    best_ = without_the_needless(std::move(all));
    bound_ = best_.size() + 1;
    find_ways();
    choose(0, {});
    return std::move(best_);
  }

 private:
  std::vector<Standing> standings(OptionSet const& set) {
    return task_.after(set, [this](Ledger const& ledger) {
      std::vector<Standing> result;
      for (std::size_t i = 0; i < task_.rubric().criteria.size(); ++i) {
        auto const criterion = static_cast<std::uint16_t>(i);
        result.push_back(standing_of(stand(task_.rubric(), criterion, ledger)));
      }
      return result;
    });
  }

  bool better(std::vector<Standing> const& standings) const {
    auto const rule = deciding_rule(task_.rubric(), standings, flags_);
    return task_.rubric().profile.rules[rule].verdict < verdict_;
  }

  bool lifts(OptionSet const& set) { return better(standings(set)); }

  // Leaves out one after the other, the last first, what the verdict does not need.
  OptionSet without_the_needless(OptionSet set) {
    for (auto i = set.size(); i-- > 0;) {
      auto fewer = set;
      fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
      if (lifts(fewer)) set = std::move(fewer);
    }
    return set;
  }

  void find_ways() {
    for (auto const criterion : order_) {
      std::vector<OptionSet> all;
      for (std::uint8_t level = 1; level <= top_level; ++level) {
        auto found = ways(task_, criterion, level);
        std::move(found.begin(), found.end(), std::back_inserter(all));
      }
      std::stable_sort(all.begin(), all.end(),
                       [](OptionSet const& a, OptionSet const& b) { return a.size() < b.size(); });
      ways_.push_back(std::move(all));
    }
  }

  // Whether the verdict could rise if every criterion not looked at yet were at the top.
  bool has_hope(std::vector<Standing> standings, std::size_t from) const {
    for (auto i = from; i < order_.size(); ++i) {
      standings[order_[i]].level = top_level;
      standings[order_[i]].evidence = true;
    }
    return better(standings);
  }

  // Every criterion before `from` has what it takes; the others may take one of their ways or none.
  void choose(std::size_t from, OptionSet const& set) {
    if (task_.exhausted() || set.size() >= bound_) return;
    task_.take_step();
    auto const now = standings(set);
    if (better(now)) {
      best_ = set;
      bound_ = set.size();
      return;
    }
    if (from == order_.size() || !has_hope(now, from)) return;
    for (auto const& way : ways_[from]) {
      OptionSet grown;
      std::set_union(set.begin(), set.end(), way.begin(), way.end(), std::back_inserter(grown));
      if (grown.size() > set.size()) choose(from + 1, grown);
    }
    choose(from + 1, set);
  }

  LiftTask& task_;
  std::uint8_t verdict_;
  std::int32_t flags_;                        // How often capping ones were heard.
  std::vector<std::uint16_t> order_;          // Criteria.
  std::vector<std::vector<OptionSet>> ways_;  // By place in order_.
  OptionSet best_;
  std::size_t bound_ = 0;  // Sets of this size and larger ones are not wanted.
};

std::uint8_t verdict_of(Rubric const& rubric, Ledger const& ledger) {
  return judge(rubric, ledger).verdict;
}

// Without those red flags, what else it takes.
std::optional<Lift> lift_without(Rubric const& rubric, Ledger const& ledger,
                                 Openings const& openings, std::vector<std::uint16_t> unsay) {
  auto const rest = changed(ledger, openings, {.unsay = unsay});
  auto const remaining = rest.view();
  LiftTask task(rubric, remaining, openings);
  auto const set = Search(task, verdict_of(rubric, ledger)).run();
  if (!set) return std::nullopt;
  Lift lift = lift_of(task.options(), *set);
  lift.unsay = std::move(unsay);
  lift.smallest = !task.exhausted();
  lift.verdict = verdict_of(rubric, changed(ledger, openings, lift).view());
  return lift;
}

// The capping red flags that were heard, in the rubric's order; one concept once.
std::vector<std::uint16_t> heard_flags(Rubric const& rubric, Ledger const& ledger) {
  std::vector<std::uint16_t> heard;
  for (auto const& cap : rubric.caps) {
    bool const known = std::find(heard.begin(), heard.end(), cap.concept_index) != heard.end();
    if (ledger.flagged[cap.concept_index] > 0 && !cap.criteria.empty() && !known) {
      heard.push_back(cap.concept_index);
    }
  }
  return heard;
}

std::vector<std::uint16_t> chosen(std::vector<std::uint16_t> const& flags, std::size_t bits) {
  std::vector<std::uint16_t> result;
  for (std::size_t i = 0; i < flags.size(); ++i) {
    if (((bits >> i) & 1U) != 0) result.push_back(flags[i]);
  }
  return result;
}

// The best of all that leave out exactly so many of the flags.
std::optional<Lift> lift_leaving_out(Rubric const& rubric, Ledger const& ledger,
                                     Openings const& openings, std::size_t count) {
  auto const flags = heard_flags(rubric, ledger);
  std::optional<Lift> best;
  for (std::size_t bits = 0; bits < (std::size_t{1} << flags.size()); ++bits) {
    auto unsay = chosen(flags, bits);
    if (unsay.size() != count) continue;
    auto lift = lift_without(rubric, ledger, openings, std::move(unsay));
    if (lift && (!best || lift->size() < best->size())) best = std::move(lift);
  }
  return best;
}

}  // namespace

Changed changed(Ledger const& ledger, Openings const& openings, Lift const& lift) {
  Changed after{{ledger.credit.begin(), ledger.credit.end()},
                {ledger.slot_thin.begin(), ledger.slot_thin.end()},
                {ledger.flagged.begin(), ledger.flagged.end()}};
  for (auto const slot : lift.say) after.credit[slot] = 1000;
  for (auto const turn : lift.fuller) {
    for (std::size_t slot = 0; slot < after.slot_thin.size(); ++slot) {
      if (openings.slot_turn[slot] == turn) after.slot_thin[slot] = 0;
    }
  }
  for (auto const concept_index : lift.unsay) after.flagged[concept_index] = 0;
  return after;
}

std::optional<Lift> smallest_lift(Rubric const& rubric, Ledger const& ledger,
                                  Openings const& openings) {
  if (verdict_of(rubric, ledger) == 0) return std::nullopt;
  auto const flags = heard_flags(rubric, ledger);
  if (flags.size() > lift_flags) {
    if (auto lift = lift_without(rubric, ledger, openings, {})) return lift;
    auto lift = lift_without(rubric, ledger, openings, flags);
    if (lift) lift->smallest = false;
    return lift;
  }
  for (std::size_t count = 0; count <= flags.size(); ++count) {
    if (auto lift = lift_leaving_out(rubric, ledger, openings, count)) return lift;
  }
  return std::nullopt;
}

}  // namespace curveball::rubric
