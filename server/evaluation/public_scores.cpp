#include "evaluation/public_scores.hpp"

#include <map>
#include <string>

namespace curveball::evaluation {
namespace {

Surface best_surface(text::Reading const& answer, std::vector<text::Reading> const& references) {
  Surface best = surface_of(answer, {});
  for (auto const& reference : references) {
    auto const surface = surface_of(answer, reference);
    if (surface.overlap > best.overlap) best = surface;
  }
  return best;
}

}  // namespace

std::vector<PublicScore> score_questions(std::span<ReferenceQuestion const> questions,
                                         text::WordCache& words) {
  std::vector<PublicScore> scores;
  std::map<std::string, std::uint32_t> numbers;  // The same question may stand in several parts.
  for (auto const& question : questions) {
    DerivedRubric const rubric(question, words);
    std::vector<text::Reading> references;
    for (auto const& text : question.references) references.push_back(text::read(text, words));
    auto const number =
        numbers.emplace(question.id, static_cast<std::uint32_t>(numbers.size())).first->second;
    for (auto const& answer : question.answers) {
      auto const reading = text::read(answer.text, words);
      scores.push_back({.question = number,
                        .label = answer.label.value_or(Label::incorrect),
                        .human = answer.score.value_or(0),
                        .score = rubric.score(reading),
                        .surface = best_surface(reading, references)});
    }
  }
  return scores;
}

}  // namespace curveball::evaluation
