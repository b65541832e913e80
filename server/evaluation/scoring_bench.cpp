#include "evaluation/scoring_bench.hpp"

#include <iterator>
#include <utility>
#include <vector>

#include "evaluation/cost.hpp"
#include "evaluation/own_figures.hpp"
#include "evaluation/polarity_set.hpp"

namespace curveball::evaluation {
namespace {

void append(Figures& figures, std::vector<Figure> more) {
  std::move(more.begin(), more.end(), std::back_inserter(figures.figures));
}

// What was read; or nothing, and a line that says why.
template <class T>
T or_absent(Result<T, Fault> read, Figures& figures) {
  if (read) return *std::move(read);
  figures.absent.push_back(read.error().message);
  return {};
}

std::string receipts_of(std::vector<ScoredAnswer> const& scored) {
  std::string bytes;
  for (auto const& answer : scored) bytes += answer.score.receipt;
  return bytes;
}

void measure_own(BenchFolders const& folders, text::WordCache& words, Measured& measured) {
  auto& figures = measured.figures;
  auto const corpus = or_absent(read_corpus(folders.corpus), figures);
  auto const scored = score_corpus(corpus, words);
  append(figures, own_figures(corpus, scored, words));
  append(figures, {single("evidence_precision", "evidence spans judged right", {}, 0.92)});
  auto const sentences = or_absent(read_polarity(folders.corpus / "polarity.jsonl"), figures);
  append(figures, polarity_figures(sentences, words));
  append(figures, {single("star_macro_f1", "STAR part of a sentence, macro-F1", {}, 0.80)});
  append(figures, cost_figures(corpus, words));
  measured.receipts = receipts_of(scored);
}

}  // namespace

Measured measure_scoring(BenchFolders const& folders) {
  Measured measured;
  text::WordCache words;
  measure_own(folders, words, measured);
  return measured;
}

}  // namespace curveball::evaluation
