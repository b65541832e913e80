#include "evaluation/workbench.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "evaluation/metrics.hpp"
#include "evaluation/own_scores.hpp"
#include "evaluation/silent_patterns.hpp"
#include "interview/interview.hpp"
#include "interview/wording.hpp"
#include "scenario/conversation.hpp"

namespace curveball::evaluation {
namespace {

constexpr std::size_t most_words = 12;
// A word of one answer alone is its story, not a synonym.
constexpr std::size_t fewest_answers = 2;

// One answer as the rubric scores it, with what it needs to be told.
struct Tried {
  CorpusAnswer const& answer;
  int computed = 1;
  rubric::Judgement judgement;
  interview::Event event;
};

Tried try_answer(CorpusQuestion const& question, CorpusAnswer const& answer,
                 text::WordCache& words) {
  auto const& program = *question.program;
  scenario::Conversation conversation(program, words);
  conversation.jump_to(question.ask);
  Tried tried{.answer = answer, .computed = 1, .judgement = {}, .event = {}};
  if (!conversation.say(answer.text)) return tried;
  tried.judgement = interview::judge(program, conversation.state());
  tried.event = conversation.last_event();
  tried.computed = level_of(tried.judgement);
  return tried;
}

std::string quoted(std::string_view text, interview::EvidenceHit const& hit) {
  std::string words;
  for (auto const& evidence : hit.evidence) {
    auto const span = text.substr(evidence.span.begin, evidence.span.end - evidence.span.begin);
    words.append(words.empty() ? "" : " ").append(span);
  }
  return "\"" + words + "\"";
}

// What the criterion found, or for an answer scored too low what it still wants.
std::string reason(interview::Program const& program, Tried const& tried, std::size_t number) {
  auto const& criterion = program.rubric.criteria[number];
  auto const& result = tried.judgement.criteria[number];
  auto text = criterion.id + " at level " + std::to_string(result.level);
  if (tried.computed < tried.answer.level) {
    auto const wanted = interview::next_condition_in_words(program, result);
    return wanted.empty() ? text : text + ": " + wanted;
  }
  std::string found;
  for (auto const& hit : tried.event.reading.hits) {
    bool const feeds = std::any_of(
        criterion.feeds.begin(), criterion.feeds.end(),
        [&hit](rubric::Feed const& feed) { return feed.concept_index == hit.concept_index; });
    if (!feeds) continue;
    found.append(found.empty() ? ": " : "; ")
        .append(program.concepts[hit.concept_index].id + " by ")
        .append(quoted(tried.answer.text, hit));
  }
  return text + found;
}

WrongAnswer explained(interview::Program const& program, Tried const& tried) {
  WrongAnswer wrong{.id = tried.answer.id,
                    .given = tried.answer.level,
                    .computed = tried.computed,
                    .reasons = {}};
  for (std::size_t i = 0; i < tried.judgement.criteria.size(); ++i) {
    wrong.reasons.push_back(reason(program, tried, i));
  }
  return wrong;
}

// The different stems of an answer with content, each with one word that has it.
std::map<text::WordId, std::string> content_of(std::string const& text, text::WordCache& words) {
  std::map<text::WordId, std::string> content;
  auto const reading = text::read(text, words);
  for (auto const& token : reading.tokens) {
    bool const word = token.kind == text::TokenKind::word;
    if (word && !token.function_word && !token.negator) {
      content.emplace(token.stem, reading.folded_of(token));
    }
  }
  return content;
}

std::vector<SuggestedWord> suggestions(std::vector<Tried> const& tried, text::WordCache& words) {
  std::map<text::WordId, SuggestedWord> found;
  std::set<text::WordId> elsewhere;
  for (auto const& one : tried) {
    auto const content = content_of(one.answer.text, words);
    for (auto const& [stem, word] : content) {
      if (one.computed > one.answer.level) elsewhere.insert(stem);
      if (one.computed >= one.answer.level) continue;
      auto& entry = found[stem];
      if (entry.answers++ == 0) entry.word = word;
    }
  }
  std::vector<SuggestedWord> suggested;
  for (auto const& [stem, word] : found) {
    if (word.answers >= fewest_answers && !elsewhere.contains(stem)) suggested.push_back(word);
  }
  std::sort(suggested.begin(), suggested.end(), [](auto const& a, auto const& b) {
    return a.answers != b.answers ? a.answers > b.answers : a.word < b.word;
  });
  if (suggested.size() > most_words) suggested.resize(most_words);
  return suggested;
}

void count(std::vector<Tried> const& tried, interview::Program const& program, RubricTrial& trial) {
  std::vector<int> given;
  std::vector<int> computed;
  for (auto const& one : tried) {
    given.push_back(one.answer.level);
    computed.push_back(one.computed);
    auto const row = static_cast<std::size_t>(one.answer.level - 1);
    ++trial.confusion[row][static_cast<std::size_t>(one.computed - 1)];
    if (one.answer.level != one.computed) trial.wrong.push_back(explained(program, one));
  }
  trial.answers = tried.size();
  trial.kappa = quadratic_weighted_kappa(given, computed);
}

}  // namespace

RubricTrial try_rubric(CorpusQuestion const& question, text::WordCache& words) {
  std::vector<Tried> tried;
  for (auto const& answer : question.answers) tried.push_back(try_answer(question, answer, words));
  RubricTrial trial;
  count(tried, *question.program, trial);
  trial.suggested = suggestions(tried, words);
  auto silent = silent_patterns(question, words);
  trial.untested_patterns = std::move(silent.patterns);
  trial.silent_phrases = std::move(silent.phrases);
  std::vector<std::string> candidates;
  for (auto const& word : trial.suggested) candidates.push_back(word.word);
  auto const helpful = [&](ChangeKind kind) {
    return helpful_changes(question, kind, candidates, words);
  };
  trial.too_broad = helpful(ChangeKind::too_broad);
  trial.level_conditions = helpful(ChangeKind::level_condition);
  trial.missing_words = helpful(ChangeKind::missing_word);
  return trial;
}

}  // namespace curveball::evaluation
