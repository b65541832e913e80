#include "evaluation/scoring_bench.hpp"

#include <iterator>
#include <utility>
#include <vector>

#include "evaluation/cost.hpp"
#include "evaluation/evidence.hpp"
#include "evaluation/false_masks.hpp"
#include "evaluation/own_figures.hpp"
#include "evaluation/polarity_set.hpp"
#include "evaluation/public_figures.hpp"
#include "evaluation/star_set.hpp"

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

void measure_own(BenchFolders const& folders, text::WordCache& words, Measured& measured) {
  auto& figures = measured.figures;
  auto const corpus = or_absent(read_corpus(folders.corpus), figures);
  auto const scored = score_corpus(corpus, words);
  append(figures, own_figures(corpus, scored, words));
  auto const judgements = or_absent(read_evidence(folders.corpus / "evidence.jsonl"), figures);
  append(figures, evidence_figures(corpus, scored, judgements));
  auto const sentences = or_absent(read_polarity(folders.corpus / "polarity.jsonl"), figures);
  append(figures, polarity_figures(sentences, words));
  auto const stories = or_absent(read_star(folders.corpus / "star.jsonl"), figures);
  append(figures, star_figures(stories, words));
  append(figures, cost_figures(corpus, words));
  measured.receipts = receipts_of(scored);
}

SafParts read_saf(std::filesystem::path const& folder, Figures& figures) {
  SafParts parts;
  for (auto const* part : {"training", "unseen_answers", "unseen_questions"}) {
    parts.push_back(or_absent(read_question_folder(folder / part), figures));
  }
  return parts;
}

void measure_public(BenchFolders const& folders, text::WordCache& words, Figures& figures) {
  auto const archive = folders.data / "semeval2013" / "semeval-3way.zip";
  auto const semeval = or_absent(read_question_archive(archive), figures);
  append(figures, semeval_figures(semeval, words));
  auto const saf = read_saf(folders.data / "saf", figures);
  append(figures, saf_figures(saf, words));
  append(figures, {false_mask_figure(saf, words)});
}

}  // namespace

Measured measure_scoring(BenchFolders const& folders) {
  Measured measured;
  text::WordCache words;
  measure_public(folders, words, measured.figures);
  measure_own(folders, words, measured);
  return measured;
}

}  // namespace curveball::evaluation
