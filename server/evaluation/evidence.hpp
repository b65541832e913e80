// Whether the words that the scorer shows as evidence are evidence: judgements that a person wrote
// down for the places found in the measured half of the corpus.
// Thread: any; values.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "evaluation/corpus.hpp"
#include "evaluation/figures.hpp"
#include "evaluation/own_scores.hpp"

namespace curveball::evaluation {

struct EvidenceJudgement {
  std::string question;
  std::string answer;
  HeardWords heard;
  bool right = false;
};

// {"question", "answer", "concept", "words": [texts], "right": boolean} a line; further fields are
// for people. A fault when one of these is missing.
Result<std::vector<EvidenceJudgement>, Fault> read_evidence(std::filesystem::path const& file);

// evidence_precision: of the places found in the measured half, the share that is judged right;
// places without a judgement are left out of it. evidence_judged: the share that has one. "Not
// measured" when nothing is judged.
std::vector<Figure> evidence_figures(Corpus const& corpus, std::span<ScoredAnswer const> scored,
                                     std::span<EvidenceJudgement const> judgements);

}  // namespace curveball::evaluation
