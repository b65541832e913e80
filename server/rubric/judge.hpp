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

// Which condition of the next level is not met.
enum class Missing : std::uint8_t { nothing, coverage, needs, one_of, lifted_cap };

// The judgement of one criterion.
struct CriterionResult {
  std::uint8_t level = 1;  // 1..4, after caps.
  std::uint8_t uncapped_level = 1;
  std::uint16_t coverage_pm = 0;
  Limit limit = Limit::none;                      // What capped it, if anything did.
  std::optional<std::uint16_t> limiting_concept;  // Of red_flag.
  bool must_have = false;
  Missing next_missing = Missing::nothing;   // What the next level still wants.
  std::vector<std::uint16_t> next_concepts;  // Concepts without credit that would serve it.
  friend bool operator==(CriterionResult const&, CriterionResult const&) = default;
};

struct Judgement {
  std::vector<CriterionResult> criteria;
  std::array<std::int32_t, 7> facts{};  // By Fact.
  std::uint8_t verdict = 0;             // Into Profile::verdicts.
  std::uint8_t rule = 0;                // Into Profile::rules: the one that decided.
  std::uint16_t mean_level_pm = 0;      // For orientation only; 1000 to 4000.
  friend bool operator==(Judgement const&, Judgement const&) = default;
};

// Sum of the k best credits of the criterion's concepts, divided by k, rounded, in per mille
// (0..1000): two of three are 667.
std::uint16_t coverage(Criterion const& criterion, Ledger const& ledger);

// Whether the criterion is a must-have at the rubric's grade.
bool is_must_have(Rubric const& rubric, Criterion const& criterion);

// The level of one criterion, with what capped it and what the next level wants.
CriterionResult judge_criterion(Rubric const& rubric, std::uint16_t criterion,
                                Ledger const& ledger);

// Everything at once.
Judgement judge(Rubric const& rubric, Ledger const& ledger);

}  // namespace curveball::rubric
