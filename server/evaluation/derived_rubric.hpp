// A rubric made from a question and its reference answers by one fixed rule, for sets that come
// without one. Everything is found by the real matcher in the real reading.
//
// The rule. Each reference answer is a rubric; the best one counts. Its clauses of at least
// `clause_words` words with content are its concepts, each word in it one pattern, once:
// - a word with content: in any form; a longer word that begins with the same letters is half as
//   strong; "two" is also 2;
// - a function word: as it stands, with a small weight;
// - a word of the question: with less weight, so that an echo is not sole evidence;
// - a word that the reference denies must be denied, any other must not be.
// A concept has the weight of its words; it is there in full from `full_share` of that weight on.
// The score is the weighted mean of the concepts, and to a small part the share of the answer's
// own words with content that stand in the reference.
//
// The numbers were chosen on training parts (docs/SCORING.md).
// Thread: one; a WordCache belongs to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "evaluation/reference_question.hpp"
#include "matching/pattern_set.hpp"
#include "text/reading.hpp"

namespace curveball::evaluation {

struct DerivedWeights {
  double question_word = 0.4;
  double function_word = 0.2;
  std::size_t clause_words = 2;
  double full_share = 0.8;
  double precision = 0.1;
};

class DerivedRubric {
 public:
  DerivedRubric(ReferenceQuestion const& question, text::WordCache& words,
                DerivedWeights const& weights = {});

  // 0 to 1. 0 without references or for an empty answer.
  double score(text::Reading const& answer) const;

  // Concepts of the reference with the most of them.
  std::size_t concepts() const;

 private:
  struct Word {
    double weight = 0;
    std::uint32_t key = 0;  // Of its pattern.
  };
  using Concept = std::vector<Word>;
  struct Reference {
    std::vector<Concept> concepts;
    std::vector<text::WordId> stems;  // Of its words, sorted.
  };
  class Builder;

  double coverage(Reference const& reference, std::vector<double> const& strengths) const;

  DerivedWeights weights_;
  std::vector<Reference> references_;
  matching::PatternSet patterns_;
  std::size_t keys_ = 0;
};

}  // namespace curveball::evaluation
