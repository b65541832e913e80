// The workbench of rubric authors: a rubric tried on answers whose level a person gave.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/what_if.hpp"

namespace curveball::evaluation {

// An answer to which the rubric gives another level than the person did.
struct WrongAnswer {
  std::string id;
  int given = 1;
  int computed = 1;
  std::vector<std::string> reasons;  // For each criterion what it found or what it still wants.
};

// A word of answers that are scored too low, and of none that is scored too high.
struct SuggestedWord {
  std::string word;  // As most of them write it.
  std::size_t answers = 0;
};

// A pattern, or one alternative of it, that no answer says.
struct SilentPattern {
  std::string heard;   // Id of the concept.
  std::string phrase;  // As in the file, or the alternative of it.
  friend bool operator==(SilentPattern const&, SilentPattern const&) = default;
};

struct RubricTrial {
  std::size_t answers = 0;
  std::array<std::array<std::size_t, 4>, 4> confusion{};  // [given - 1][computed - 1]
  std::optional<double> kappa;  // Quadratic weighted; nothing when all levels are the same.
  std::vector<WrongAnswer> wrong;
  std::vector<SuggestedWord> suggested;
  std::vector<SilentPattern> untested_patterns;  // No alternative of them is said.
  std::vector<SilentPattern> silent_phrases;     // Alternatives of the other patterns.
  std::vector<RubricChange> too_broad;
  std::vector<RubricChange> level_conditions;
  std::vector<RubricChange> missing_words;
};

// Tries the rubric of the question on its answers.
RubricTrial try_rubric(CorpusQuestion const& question, text::WordCache& words);

// The trial for people.
std::string to_table(RubricTrial const& trial);

// {"answers", "confusion": [[...] given 1, ...], "kappa", "wrong": [{"id", "given", "computed",
// "reasons"}], "suggested": [{"word", "answers"}], "untested_patterns": [{"concept", "phrase"}],
// "silent_phrases": [...], "too_broad": [{"where", "what", "before", "after"}],
// "level_conditions": [...], "missing_words": [...]}
std::string to_json(RubricTrial const& trial);

}  // namespace curveball::evaluation
