#include "evaluation/evidence.hpp"

#include <map>
#include <optional>
#include <tuple>

namespace curveball::evaluation {
namespace {

using Place = std::tuple<std::string, std::string, HeardWords>;  // Question, answer, what.

std::optional<EvidenceJudgement> judgement_of(nlohmann::json const& line) {
  auto const words = line.find("words");
  auto const right = line.find("right");
  if (words == line.end() || !words->is_array() || right == line.end() || !right->is_boolean()) {
    return std::nullopt;
  }
  EvidenceJudgement judgement{.question = text_of(line, "question"),
                              .answer = text_of(line, "answer"),
                              .heard = {.concept_id = text_of(line, "concept"), .words = {}},
                              .right = right->get<bool>()};
  for (auto const& word : *words) {
    if (!word.is_string()) return std::nullopt;
    judgement.heard.words.push_back(word.get<std::string>());
  }
  if (judgement.question.empty() || judgement.answer.empty()) return std::nullopt;
  return judgement;
}

struct Sums {
  double places = 0;
  double judged = 0;
  double right = 0;
};

std::optional<double> share(double part, double whole) {
  if (whole == 0) return std::nullopt;
  return part / whole;
}

}  // namespace

Result<std::vector<EvidenceJudgement>, Fault> read_evidence(std::filesystem::path const& file) {
  auto const lines = read_json_lines(file);
  if (!lines) return Unexpected{lines.error()};
  std::vector<EvidenceJudgement> judgements;
  for (auto const& line : *lines) {
    auto judgement = judgement_of(line);
    if (!judgement) {
      return Unexpected{Fault{file.string() + ": a line lacks question, answer, words or right"}};
    }
    judgements.push_back(*std::move(judgement));
  }
  return judgements;
}

std::vector<Figure> evidence_figures(Corpus const& corpus, std::span<ScoredAnswer const> scored,
                                     std::span<EvidenceJudgement const> judgements) {
  std::map<Place, bool> known;
  for (auto const& each : judgements) known[{each.question, each.answer, each.heard}] = each.right;
  Sums sums;
  for (auto const& item : scored) {
    auto const& question = corpus[item.question];
    if (question.half != Half::measured) continue;
    for (auto const& heard : item.score.heard) {
      ++sums.places;
      auto const found = known.find({question.id, question.answers[item.answer].id, heard});
      if (found == known.end()) continue;
      ++sums.judged;
      if (found->second) ++sums.right;
    }
  }
  auto const judged = sums.judged == 0 ? std::nullopt : share(sums.judged, sums.places);
  return {single("evidence_precision", "evidence spans judged right",
                 share(sums.right, sums.judged), 0.92),
          single("evidence_judged", "evidence spans that have a judgement", judged, {})};
}

}  // namespace curveball::evaluation
