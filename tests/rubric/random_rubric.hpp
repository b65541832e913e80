// Made-up rubrics and what was said in them, by a seed, for laws that hold for all of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "rubric/lift.hpp"
#include "rubric/rubric.hpp"

namespace curveball::rubric::testing {

// Rules of the shipped four-step scale.
inline Profile four_step() {
  Profile profile;
  profile.verdicts = {{"strong_hire", ""}, {"hire", ""}, {"no_hire", ""}, {"strong_no_hire", ""}};
  auto const at_least = [](Fact fact, int value) { return FactCondition{fact, value, {}}; };
  auto const at_most = [](Fact fact, int value) { return FactCondition{fact, {}, value}; };
  profile.rules = {
      {"nothing", 3, "", {at_most(Fact::criteria_with_evidence, 0)}},
      {"flags", 3, "", {at_least(Fact::capping_flags, 2)}},
      {"mostly_1",
       3,
       "",
       {at_least(Fact::must_haves_at_1, 1), at_least(Fact::criteria_at_1_pm, 501)}},
      {"strong",
       0,
       "",
       {at_most(Fact::must_haves_below_bar, 0), at_least(Fact::criteria_at_4_pm, 500),
        at_most(Fact::criteria_at_1, 0)}},
      {"solid", 1, "", {at_most(Fact::must_haves_below_bar, 0), at_most(Fact::criteria_at_1, 1)}},
      {"else", 2, "", {}}};
  profile.expectations = {{0, 3}, {85, 3}, {170, 3}, {255, 3}, {340, 4}};
  return profile;
}

// A rubric, an interview's slots and what was heard there. Concept i stands in slot i; of the first
// three concepts a second slot, among the last three, is in another place.
struct Made {
  Rubric rubric;
  std::vector<std::uint16_t> credit;
  std::vector<std::uint8_t> thin;
  std::vector<std::uint8_t> flagged;
  std::vector<std::uint16_t> slot_turn;
  std::vector<std::uint8_t> open;

  Ledger ledger() const { return {credit, thin, flagged}; }
  Openings openings() const { return {slot_turn, open}; }
};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  Made make() {
    Made made;
    concepts_ = 4 + below(5);
    for (std::size_t i = 0; i < concepts_ + repeated; ++i) {
      static constexpr std::uint16_t credits[] = {0, 0, 250, 500, 1000};
      made.credit.push_back(credits[below(5)]);
      made.slot_turn.push_back(static_cast<std::uint16_t>(below(2)));
      made.open.push_back(below(10) == 0 ? 0 : 1);
    }
    std::uint8_t const thin[] = {static_cast<std::uint8_t>(below(4) == 0), 0};
    for (auto const turn : made.slot_turn) made.thin.push_back(thin[turn]);
    make_rubric(made.rubric);
    made.flagged.assign(concepts_ + 2, 0);
    if (below(4) == 0) made.flagged[concepts_] = static_cast<std::uint8_t>(1 + below(2));
    if (below(8) == 0) made.flagged[concepts_ + 1] = 1;
    return made;
  }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  void make_rubric(Rubric& rubric) {
    rubric.grade = static_cast<Grade>(4 + below(5));
    auto const count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) rubric.criteria.push_back(make_criterion());
    rubric.caps = {{number(concepts_), {0}}, {number(concepts_ + 1), {number(count - 1)}}};
    rubric.profile = four_step();
  }

  static std::uint16_t number(std::size_t index) { return static_cast<std::uint16_t>(index); }

  Criterion make_criterion() {
    Criterion criterion;
    if (below(3) > 0) criterion.must_have_from = static_cast<Grade>(4 + below(5));
    auto const concepts = std::min<std::size_t>(concepts_ - 1, 1 + below(4));
    auto const first = below(concepts_ - concepts);
    for (auto i = first; i < first + concepts; ++i) {
      criterion.feeds.push_back({number(i), {number(i)}});
      bool const again = i < repeated && below(2) == 0;
      if (again) criterion.feeds.back().slots.push_back(number(concepts_ + i));
    }
    criterion.k = static_cast<std::uint8_t>(1 + below(concepts));
    criterion.levels[1].coverage_pm = 1;
    criterion.levels[2].coverage_pm = static_cast<std::uint16_t>(400 + below(300));
    criterion.levels[3].coverage_pm = static_cast<std::uint16_t>(700 + below(301));
    auto const any = [&] { return criterion.feeds[below(concepts)].concept_index; };
    if (below(3) == 0) criterion.levels[2].needs = {any()};
    if (below(3) == 0) criterion.levels[3].one_of = {any(), any()};
    return criterion;
  }

  static constexpr std::size_t repeated = 3;
  std::mt19937_64 random_;
  std::size_t concepts_ = 0;
};

}  // namespace curveball::rubric::testing
