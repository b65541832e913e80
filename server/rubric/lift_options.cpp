#include "rubric/lift_options.hpp"

#include <algorithm>
#include <utility>

namespace curveball::rubric {
namespace {

constexpr std::uint16_t full_credit_pm = 1000;

std::uint16_t best_credit(Feed const& feed, Ledger const& ledger) {
  std::uint16_t best = 0;
  for (auto const slot : feed.slots) best = std::max(best, ledger.credit[slot]);
  return best;
}

bool has(std::vector<std::uint16_t> const& list, std::uint16_t value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

std::vector<std::uint16_t> must_haves_first(Rubric const& rubric) {
  std::vector<std::uint16_t> order;
  for (bool const must_have : {true, false}) {
    for (std::size_t i = 0; i < rubric.criteria.size(); ++i) {
      if (is_must_have(rubric, rubric.criteria[i]) == must_have) {
        order.push_back(static_cast<std::uint16_t>(i));
      }
    }
  }
  return order;
}

// What a slot does for each criterion, as numbers: equal for slots that can stand for each other.
using Role = std::vector<std::uint32_t>;

class Collector {
 public:
  Collector(Rubric const& rubric, Ledger const& ledger, Openings const& openings)
      : rubric_(rubric), ledger_(ledger), openings_(openings) {}

  std::vector<Option> run() {
    for (auto const index : must_haves_first(rubric_)) {
      for (auto const& feed : rubric_.criteria[index].feeds) add(feed);
    }
    for (std::size_t i = 0; i < says_.size(); ++i) options_.push_back(option_of(i));
    for (auto const turn : thin_) {
      options_.push_back({.fuller = true, .index = turn, .group = groups_.size() + turn});
    }
    return std::move(options_);
  }

 private:
  struct Say {
    std::uint16_t slot = 0;
    std::uint16_t concept_index = 0;
    std::vector<std::uint16_t> serves;  // Criteria.
  };

  void add(Feed const& feed) {
    for (bool const thin : {false, true}) {
      for (auto const slot : feed.slots) {
        bool const fits = openings_.open[slot] != 0 && (ledger_.slot_thin[slot] != 0) == thin;
        if (!fits) continue;
        if (thin) add_thin(openings_.slot_turn[slot]);
        if (best_credit(feed, ledger_) < full_credit_pm) add_say(slot, feed.concept_index);
      }
    }
  }

  void add_thin(std::uint16_t turn) {
    if (!has(thin_, turn)) thin_.push_back(turn);
  }

  void add_say(std::uint16_t slot, std::uint16_t concept_index) {
    auto serves = served_by(slot, concept_index);
    bool const known = std::any_of(says_.begin(), says_.end(), [&](Say const& say) {
      return say.concept_index == concept_index && (say.slot == slot || say.serves == serves);
    });
    if (!known) says_.push_back({slot, concept_index, std::move(serves)});
  }

  std::vector<std::uint16_t> served_by(std::uint16_t slot, std::uint16_t concept_index) const {
    std::vector<std::uint16_t> serves;
    for (std::size_t i = 0; i < rubric_.criteria.size(); ++i) {
      for (auto const& feed : rubric_.criteria[i].feeds) {
        if (feed.concept_index == concept_index && has(feed.slots, slot)) {
          serves.push_back(static_cast<std::uint16_t>(i));
        }
      }
    }
    return serves;
  }

  // A concept with several places, or said in an answer that was too short, is like no other.
  Role role_of(Say const& say) const {
    auto const places = std::count_if(says_.begin(), says_.end(), [&](Say const& other) {
      return other.concept_index == say.concept_index;
    });
    Role role;
    if (places > 1 || ledger_.slot_thin[say.slot] != 0) role.push_back(say.slot);
    for (auto const index : say.serves) {
      role.push_back(1'000'000U + index);
      add_conditions(rubric_.criteria[index], say.concept_index, role);
    }
    return role;
  }

  void add_conditions(Criterion const& criterion, std::uint16_t concept_index, Role& role) const {
    for (auto const& feed : criterion.feeds) {
      if (feed.concept_index == concept_index) role.push_back(best_credit(feed, ledger_));
    }
    for (auto const& level : criterion.levels) {
      role.push_back((has(level.needs, concept_index) ? 2U : 0U) +
                     (has(level.one_of, concept_index) ? 1U : 0U));
    }
  }

  Option option_of(std::size_t index) {
    auto role = role_of(says_[index]);
    auto const found = std::find(groups_.begin(), groups_.end(), role);
    auto const group = static_cast<std::size_t>(found - groups_.begin());
    if (found == groups_.end()) groups_.push_back(std::move(role));
    return {.fuller = false, .index = says_[index].slot, .group = group};
  }

  Rubric const& rubric_;
  Ledger const& ledger_;
  Openings const& openings_;
  std::vector<Say> says_;
  std::vector<std::uint16_t> thin_;  // Asks.
  std::vector<Role> groups_;
  std::vector<Option> options_;
};

// The sets that bring one criterion to one level: for each group of interchangeable options, how
// many of it.
class WayFinder {
 public:
  WayFinder(LiftTask& task, std::uint16_t criterion, std::uint8_t level)
      : task_(task), criterion_(criterion), level_(level) {
    for (std::size_t i = 0; i < task.options().size(); ++i) {
      if (concerns(task.options()[i])) place(i);
    }
  }

  std::vector<OptionSet> run() {
    OptionSet none;
    if (!reached(none)) search(0, none);
    drop_larger();
    return std::move(found_);
  }

 private:
  bool concerns(Option const& option) const {
    auto const& feeds = task_.rubric().criteria[criterion_].feeds;
    return std::any_of(feeds.begin(), feeds.end(), [&](Feed const& feed) {
      return std::any_of(feed.slots.begin(), feed.slots.end(), [&](std::uint16_t slot) {
        return option.fuller ? task_.openings().slot_turn[slot] == option.index
                             : slot == option.index;
      });
    });
  }

  void place(std::size_t index) {
    auto const group = task_.options()[index].group;
    auto const found = std::find_if(groups_.begin(), groups_.end(), [&](auto const& members) {
      return task_.options()[members.front()].group == group;
    });
    auto const member = static_cast<std::uint16_t>(index);
    if (found == groups_.end()) {
      groups_.push_back({member});
    } else {
      found->push_back(member);
    }
  }

  bool reached(OptionSet const& set) {
    task_.take_step();
    return task_.after(set, [this](Ledger const& ledger) {
      auto const result = stand(task_.rubric(), criterion_, ledger);
      return level_ == 1 ? result.coverage_pm > 0 : result.level >= level_;
    });
  }

  bool within_reach(std::size_t from, OptionSet set) {
    for (auto i = from; i < groups_.size(); ++i) {
      set.insert(set.end(), groups_[i].begin(), groups_[i].end());
    }
    return reached(set);
  }

  // `set` is not enough; adds to it from the groups at `from` and after.
  void search(std::size_t from, OptionSet const& set) {
    if (from == groups_.size() || task_.exhausted() || !within_reach(from, set)) return;
    search(from + 1, set);
    auto grown = set;
    for (auto const member : groups_[from]) {
      grown.push_back(member);
      if (reached(grown)) {
        found_.push_back(grown);
        return;
      }
      search(from + 1, grown);
    }
  }

  // Leaves the sets of which no other is a part.
  void drop_larger() {
    for (auto& set : found_) std::sort(set.begin(), set.end());
    std::stable_sort(found_.begin(), found_.end(), [](OptionSet const& a, OptionSet const& b) {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    });
    std::vector<OptionSet> kept;
    for (auto& set : found_) {
      bool const larger = std::any_of(kept.begin(), kept.end(), [&](OptionSet const& part) {
        return std::includes(set.begin(), set.end(), part.begin(), part.end());
      });
      if (!larger) kept.push_back(std::move(set));
    }
    found_ = std::move(kept);
  }

  LiftTask& task_;
  std::uint16_t criterion_;
  std::uint8_t level_;
  std::vector<OptionSet> groups_;  // Members of each, in order.
  std::vector<OptionSet> found_;
};

}  // namespace

LiftTask::LiftTask(Rubric const& rubric, Ledger const& ledger, Openings const& openings)
    : rubric_(rubric),
      ledger_(ledger),
      openings_(openings),
      options_(lift_options(rubric, ledger, openings)),
      book_(changed(ledger, openings, {})) {}

void LiftTask::apply(Option const& option) {
  if (!option.fuller) {
    book_.credit[option.index] = full_credit_pm;
    return;
  }
  for (std::size_t slot = 0; slot < book_.slot_thin.size(); ++slot) {
    if (openings_.slot_turn[slot] == option.index) book_.slot_thin[slot] = 0;
  }
}

void LiftTask::undo(Option const& option) {
  if (!option.fuller) {
    book_.credit[option.index] = ledger_.credit[option.index];
    return;
  }
  for (std::size_t slot = 0; slot < book_.slot_thin.size(); ++slot) {
    if (openings_.slot_turn[slot] == option.index) book_.slot_thin[slot] = ledger_.slot_thin[slot];
  }
}

std::vector<Option> lift_options(Rubric const& rubric, Ledger const& ledger,
                                 Openings const& openings) {
  return Collector(rubric, ledger, openings).run();
}

Lift lift_of(std::vector<Option> const& options, OptionSet const& set) {
  Lift lift;
  for (auto const index : set) {
    auto const& option = options[index];
    (option.fuller ? lift.fuller : lift.say).push_back(option.index);
  }
  return lift;
}

std::vector<OptionSet> ways(LiftTask& task, std::uint16_t criterion, std::uint8_t level) {
  return WayFinder(task, criterion, level).run();
}

}  // namespace curveball::rubric
