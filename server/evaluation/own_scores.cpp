#include "evaluation/own_scores.hpp"

#include "interview/interview.hpp"
#include "scenario/conversation.hpp"
#include "wire/score.hpp"

namespace curveball::evaluation {
namespace {

std::uint16_t mean_coverage(rubric::Judgement const& judgement) {
  std::size_t sum = 0;
  for (auto const& criterion : judgement.criteria) sum += criterion.coverage_pm;
  auto const count = judgement.criteria.size();
  return count == 0 ? std::uint16_t{0} : static_cast<std::uint16_t>(sum / count);
}

std::vector<HeardWords> heard_in(interview::Program const& program, interview::Event const& event) {
  std::vector<HeardWords> all;
  auto const& text = std::get<interview::Answered>(event.input).text;
  for (auto const& hit : event.reading.hits) {
    auto& heard = all.emplace_back();
    heard.concept_id = program.concepts[hit.concept_index].id;
    for (auto const& each : hit.evidence) {
      heard.words.push_back(text.substr(each.span.begin, each.span.end - each.span.begin));
    }
  }
  return all;
}

}  // namespace

int level_of(rubric::Judgement const& judgement) {
  int sum = 0;
  for (auto const& criterion : judgement.criteria) sum += criterion.level;
  auto const count = static_cast<int>(judgement.criteria.size());
  return count == 0 ? 1 : (2 * sum + count) / (2 * count);
}

OwnScore score_answer(CorpusQuestion const& question, std::string_view text,
                      text::WordCache& words) {
  auto const& program = *question.program;
  scenario::Conversation conversation(program, words);
  conversation.jump_to(question.ask);
  if (!conversation.say(text)) return {};
  auto const judgement = interview::judge(program, conversation.state());
  auto const& event = conversation.last_event();
  return {.level = level_of(judgement),
          .coverage_pm = mean_coverage(judgement),
          .heard = heard_in(program, event),
          .receipt = interview::canonical_bytes(event) +
                     wire::encode_score(program, event, conversation.state())};
}

std::vector<ScoredAnswer> score_corpus(Corpus const& corpus, text::WordCache& words) {
  std::vector<ScoredAnswer> scored;
  for (std::size_t q = 0; q < corpus.size(); ++q) {
    for (std::size_t a = 0; a < corpus[q].answers.size(); ++a) {
      scored.push_back({.question = static_cast<std::uint32_t>(q),
                        .answer = static_cast<std::uint32_t>(a),
                        .score = score_answer(corpus[q], corpus[q].answers[a].text, words)});
    }
  }
  return scored;
}

std::string receipts_of(std::vector<ScoredAnswer> const& scored) {
  std::string bytes;
  for (auto const& answer : scored) bytes += answer.score.receipt;
  return bytes;
}

}  // namespace curveball::evaluation
