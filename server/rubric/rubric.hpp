// How an interview is judged: criteria over the whole interview, levels with anchors, a verdict by
// rule. Plain immutable data; every number is an integer per mille.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace curveball::rubric {

// The level an interview is pitched at.
enum class Grade : std::uint8_t { l4 = 4, l5, l6, l7, l8 };

// One concept that feeds a criterion, with the slots (dialogue::Script::slots) where it counts.
struct Feed {
  std::uint16_t concept_index = 0;
  std::vector<std::uint16_t> slots;
};

// Conditions of one level. Level 1 has none. A level holds when its conditions and those below
// hold.
struct LevelRule {
  std::string anchor;                // Observable behaviour, in words.
  std::uint16_t coverage_pm = 0;     // At least this coverage.
  std::vector<std::uint16_t> needs;  // All of these concepts have credit in this criterion's slots.
  std::vector<std::uint16_t> one_of;  // At least one of these, when not empty.
};

struct Criterion {
  std::string id;
  std::string name;
  std::optional<Grade> must_have_from;  // A must-have from this grade up; absent: never.
  std::vector<Feed> feeds;
  std::uint8_t k = 1;   // Coverage = sum of the k best credits / k.
  LevelRule levels[4];  // Of level 1 to 4.
};

// A red flag that caps criteria at level 2.
struct Cap {
  std::uint16_t concept_index = 0;
  std::vector<std::uint16_t> criteria;
};

enum class Fact : std::uint8_t {
  must_haves_lowest,  // Lowest level of a must-have; 4 when there is none.
  must_haves_at_1,    // How many.
  criteria_at_1,      // How many.
  criteria_at_1_pm,   // Share of all criteria, per mille.
  criteria_at_4_pm,
  criteria_with_evidence,  // How many have any credit.
  capping_flags,           // How often capping red flags were heard.
  must_haves_below_bar,    // How many must-haves are below the level that the grade asks of them.
};
inline constexpr std::size_t fact_count = 8;

struct FactCondition {
  Fact fact = Fact::criteria_at_1;
  std::optional<std::int32_t> at_least;
  std::optional<std::int32_t> at_most;
};

struct Verdict {
  std::string id;
  std::string name;
};

struct VerdictRule {
  std::string id;
  std::uint8_t verdict = 0;         // Into Profile::verdicts.
  std::string why;                  // A plain sentence.
  std::vector<FactCondition> when;  // All must hold.
};

// The level that a must-have needs where a profile has no expectations.
inline constexpr std::uint8_t usual_must_have_level = 3;

// What a grade asks for. Patterns and concepts are the same at every grade.
struct Expectation {
  std::uint16_t coverage_pm = 0;  // The difference to that of the interview's own grade is added to
                                  // the coverage that levels 3 and 4 of each criterion ask for.
  std::uint8_t must_have_level = usual_must_have_level;
};

// A hire scale: verdicts best first, rules of which the first that holds decides; the last always
// does.
struct Profile {
  std::string id;
  std::string name;
  std::vector<Verdict> verdicts;
  std::vector<VerdictRule> rules;
  std::vector<Expectation> expectations;  // Of L4 to L8, none below the one before; or empty: every
                                          // grade asks for the same.
};

struct Rubric {
  Grade grade = Grade::l5;
  std::vector<Criterion> criteria;
  std::vector<Cap> caps;
  Profile profile;
};

}  // namespace curveball::rubric
