// The single changes that a lift is made of, and which of them bring one criterion to a level.
// Pure; for lift.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rubric/lift.hpp"

namespace curveball::rubric {

// One single change: a concept said at a slot, or an ask answered in full.
struct Option {
  bool fuller = false;
  std::uint16_t index = 0;  // Of the slot, or of the ask.
  std::size_t group = 0;    // Options of one group are interchangeable: take the first ones.
};

// All that could help some criterion, must-haves first, then in the order of criteria and feeds.
// Of the slots of a concept that serve the same criteria one alone, an ask with a full answer
// before one that was too short.
std::vector<Option> lift_options(Rubric const& rubric, Ledger const& ledger,
                                 Openings const& openings);

// Options by their place in the list, ascending.
using OptionSet = std::vector<std::uint16_t>;

// The changes of a set, as a lift.
Lift lift_of(std::vector<Option> const& options, OptionSet const& set);

// What is known while a lift is searched.
class LiftTask {
 public:
  // All of it must outlive the task.
  LiftTask(Rubric const& rubric, Ledger const& ledger, Openings const& openings);

  Rubric const& rubric() const { return rubric_; }
  Ledger const& ledger() const { return ledger_; }
  Openings const& openings() const { return openings_; }
  std::vector<Option> const& options() const { return options_; }

  // To be called for each set that is looked at.
  void take_step() { ++steps_; }
  bool exhausted() const { return steps_ >= lift_steps; }

  // The result of `look`, called with the ledger as it is after the changes of the set.
  template <class Look>
  auto after(OptionSet const& set, Look const& look) {
    for (auto const index : set) apply(options_[index]);
    auto result = look(book_.view());
    for (auto const index : set) undo(options_[index]);
    return result;
  }

 private:
  void apply(Option const& option);
  void undo(Option const& option);

  Rubric const& rubric_;
  Ledger const& ledger_;
  Openings const& openings_;
  std::vector<Option> options_;
  Changed book_;           // The ledger, but while `after` looks.
  std::size_t steps_ = 0;  // Taken so far.
};

// The sets that bring the criterion to at least `level` (level 1: to any evidence at all) and of
// which no part does; fewest changes first.
std::vector<OptionSet> ways(LiftTask& task, std::uint16_t criterion, std::uint8_t level);

}  // namespace curveball::rubric
