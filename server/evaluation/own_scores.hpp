// What the real core makes of the answers of the corpus.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/corpus.hpp"
#include "rubric/judge.hpp"
#include "text/word_cache.hpp"

namespace curveball::evaluation {

// A concept that was heard, and the words of the answer that showed it.
struct HeardWords {
  std::string concept_id;
  std::vector<std::string> words;
  friend auto operator<=>(HeardWords const&, HeardWords const&) = default;
};

// One answer as `curveball score` scores it.
struct OwnScore {
  int level = 1;                  // See level_of(); 1 to 4.
  std::uint16_t coverage_pm = 0;  // Mean of the criteria's coverage.
  std::vector<HeardWords> heard;  // In the order of their concepts.
  std::string receipt;            // Canonical bytes of all that was heard and judged.

  // For comparing two answers: the level first, then the coverage.
  double order() const { return level * 1001.0 + coverage_pm; }
};

// The level of an answer: the mean of the criteria's levels, rounded half up; 1 without criteria.
int level_of(rubric::Judgement const& judgement);

// `text` must be fit for an answer (limits::answer_bytes, UTF-8, not only white space); otherwise
// it scores as nothing said and has no receipt.
OwnScore score_answer(CorpusQuestion const& question, std::string_view text,
                      text::WordCache& words);

struct ScoredAnswer {
  std::uint32_t question = 0;  // Into the corpus;
  std::uint32_t answer = 0;    // into its answers.
  OwnScore score;
};

// All answers, question by question.
std::vector<ScoredAnswer> score_corpus(Corpus const& corpus, text::WordCache& words);

// The receipts of all of them, one behind the other: equal for every compiler.
std::string receipts_of(std::vector<ScoredAnswer> const& scored);

}  // namespace curveball::evaluation
