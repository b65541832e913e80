// From credits to levels to a verdict, each with the rule that produced it.
// Pure: equal arguments give equal results.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "rubric/rubric.hpp"

namespace curveball::rubric {

// What the answers brought, as views of the dialogue's state.
struct Ledger {
  std::span<std::uint16_t const> credit;    // Per slot, per mille.
  std::span<std::uint8_t const> slot_thin;  // Per slot: 1 when the main answer there was too short.
  std::span<std::uint8_t const> flagged;    // Per concept: times a red flag was heard.
};

enum class Limit : std::uint8_t { none, red_flag, thin_answers };

// What the next level still wants. All that stands here is wanted together; nothing at level 4.
struct NextLevel {
  bool lifted_cap = false;             // Only that the cap goes; nothing else stands here then.
  std::vector<std::uint16_t> needs;    // All of these concepts.
  std::vector<std::uint16_t> one_of;   // One of these.
  std::vector<std::uint16_t> more_of;  // So many of these as `more` says, whichever they are.
  std::uint8_t more = 0;
  bool in_full = false;  // Those of more_of count with full credit only; some have part of it.
  friend bool operator==(NextLevel const&, NextLevel const&) = default;
};

// The judgement of one criterion.
struct CriterionResult {
  std::uint8_t level = 1;  // 1..4, after caps.
  std::uint8_t uncapped_level = 1;
  std::uint16_t coverage_pm = 0;
  Limit limit = Limit::none;                      // What capped it, if anything did.
  std::optional<std::uint16_t> limiting_concept;  // Of red_flag.
  bool must_have = false;
  NextLevel next;
  friend bool operator==(CriterionResult const&, CriterionResult const&) = default;
};

// A red flag that can cap, with how often it was heard: at least once.
struct HeardFlag {
  std::uint16_t concept_index = 0;
  std::uint8_t times = 0;
  friend bool operator==(HeardFlag const&, HeardFlag const&) = default;
};

using Facts = std::array<std::int32_t, fact_count>;  // By Fact.

struct Judgement {
  std::vector<CriterionResult> criteria;
  Facts facts{};
  std::vector<HeardFlag> flags;     // In the rubric's order of caps.
  std::uint8_t verdict = 0;         // Into Profile::verdicts.
  std::uint8_t rule = 0;            // Into Profile::rules: the one that decided.
  std::uint16_t mean_level_pm = 0;  // For orientation only; 1000 to 4000.
  friend bool operator==(Judgement const&, Judgement const&) = default;
};

// Sum of the k best credits of the criterion's concepts, divided by k, rounded, in per mille
// (0..1000): two of three are 667.
std::uint16_t coverage(Criterion const& criterion, Ledger const& ledger);

// Whether the criterion is a must-have at the rubric's grade.
bool is_must_have(Rubric const& rubric, Criterion const& criterion);

// The level that a must-have needs at the rubric's grade.
std::uint8_t must_have_level(Rubric const& rubric);

// One criterion as far as a verdict looks at it.
struct Standing {
  std::uint8_t level = 1;
  bool must_have = false;
  bool evidence = false;  // Any coverage.
};

// The judgement of one criterion without `next`.
CriterionResult stand(Rubric const& rubric, std::uint16_t criterion, Ledger const& ledger);

// The place in Profile::rules of the rule that decides when the criteria stand so and capping red
// flags were heard so often in all.
std::uint8_t deciding_rule(Rubric const& rubric, std::span<Standing const> standings,
                           std::int32_t capping_flags);

// The level of one criterion, with what capped it and what the next level wants.
CriterionResult judge_criterion(Rubric const& rubric, std::uint16_t criterion,
                                Ledger const& ledger);

// Whether the facts of the judgement meet the condition.
bool holds(FactCondition const& condition, Judgement const& judgement);

// Everything at once.
Judgement judge(Rubric const& rubric, Ledger const& ledger);

}  // namespace curveball::rubric
