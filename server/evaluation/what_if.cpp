#include "evaluation/what_if.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "evaluation/own_scores.hpp"
#include "scenario/load.hpp"

namespace curveball::evaluation {
namespace {

using nlohmann::json;

// Takes the place of a concept's only pattern when it is tried without it: nobody says it.
constexpr std::string_view never_said = "=qqxqqxqqx";

struct Trial {
  RubricChange change;
  json script;
};

bool is_wanted(json const& heard) {
  return text_of(heard, "kind") != "red_flag" && heard.contains("any");
}

void try_without_patterns(json const& script, std::vector<Trial>& trials) {
  auto const& concepts = script["concepts"];
  for (std::size_t c = 0; c < concepts.size(); ++c) {
    auto const patterns = concepts[c].value("any", json::array());
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      if (!patterns[p].is_string()) continue;
      auto changed = script;
      auto& left = changed["concepts"][c]["any"];
      left.erase(p);
      if (left.empty()) left.push_back(never_said);
      trials.push_back({{.kind = ChangeKind::too_broad,
                         .where = text_of(concepts[c], "id"),
                         .what = patterns[p].get<std::string>()},
                        std::move(changed)});
    }
  }
}

void try_words(json const& script, std::vector<std::string> const& words,
               std::vector<Trial>& trials) {
  auto const& concepts = script["concepts"];
  for (auto const& word : words) {
    for (std::size_t c = 0; c < concepts.size(); ++c) {
      if (!is_wanted(concepts[c])) continue;
      auto changed = script;
      changed["concepts"][c]["any"].push_back(word);
      trials.push_back(
          {{.kind = ChangeKind::missing_word, .where = text_of(concepts[c], "id"), .what = word},
           std::move(changed)});
    }
  }
}

// One level of one criterion, to be changed.
struct LevelPlace {
  json const& script;
  std::size_t criterion;
  std::size_t level;  // Index into "levels".

  json const& node() const { return script["criteria"][criterion]["levels"][level]; }
  std::string name() const {
    return text_of(script["criteria"][criterion], "id") + ", level " +
           std::to_string(number_of(node(), "level", 0));
  }
};

template <class Edit>
void try_level(LevelPlace const& place, std::string what, std::vector<Trial>& trials,
               Edit const& edit) {
  auto changed = place.script;
  edit(changed["criteria"][place.criterion]["levels"][place.level]);
  trials.push_back(
      {{.kind = ChangeKind::level_condition, .where = place.name(), .what = std::move(what)},
       std::move(changed)});
}

void try_conditions(LevelPlace const& place, int step, std::vector<Trial>& trials) {
  auto const& level = place.node();
  for (auto const* key : {"needs", "one_of"}) {
    if (!level.contains(key)) continue;
    try_level(place, std::string("without ") + key, trials, [key](json& node) { node.erase(key); });
  }
  auto const coverage = number_of(level, "coverage", 0);
  if (coverage == 0) return;
  for (int const other : {coverage - step, coverage + step}) {
    if (other < 1 || other > 1000) continue;
    auto what = "coverage " + std::to_string(other) + " and not " + std::to_string(coverage);
    try_level(place, std::move(what), trials, [other](json& node) { node["coverage"] = other; });
  }
}

void try_levels(json const& script, std::vector<Trial>& trials) {
  auto const& criteria = script["criteria"];
  for (std::size_t c = 0; c < criteria.size(); ++c) {
    auto const step = 1000 / std::max(1, number_of(criteria[c], "k", 1));
    for (std::size_t l = 0; l < criteria[c]["levels"].size(); ++l) {
      try_conditions({script, c, l}, step, trials);
    }
  }
}

std::vector<Trial> trials_of(CorpusQuestion const& question, ChangeKind kind,
                             std::vector<std::string> const& candidates) {
  auto const script = json::parse(question.canonical);
  std::vector<Trial> trials;
  if (kind == ChangeKind::too_broad) try_without_patterns(script, trials);
  if (kind == ChangeKind::level_condition) try_levels(script, trials);
  if (kind == ChangeKind::missing_word) try_words(script, candidates, trials);
  return trials;
}

}  // namespace

int squared_error(CorpusQuestion const& question, text::WordCache& words) {
  int sum = 0;
  for (auto const& answer : question.answers) {
    int const off = score_answer(question, answer.text, words).level - answer.level;
    sum += off * off;
  }
  return sum;
}

std::vector<RubricChange> helpful_changes(CorpusQuestion const& question, ChangeKind kind,
                                          std::vector<std::string> const& candidates,
                                          text::WordCache& words, std::size_t limit) {
  auto const before = squared_error(question, words);
  auto changed = question;
  std::vector<RubricChange> helpful;
  for (auto& trial : trials_of(question, kind, candidates)) {
    changed.program = scenario::load_canonical(trial.script.dump()).program;
    if (!changed.program) continue;  // The change makes no sound rubric.
    trial.change.before = before;
    trial.change.after = squared_error(changed, words);
    if (trial.change.after < before) helpful.push_back(std::move(trial.change));
  }
  std::stable_sort(helpful.begin(), helpful.end(),
                   [](auto const& a, auto const& b) { return a.after < b.after; });
  if (helpful.size() > limit) helpful.resize(limit);
  return helpful;
}

}  // namespace curveball::evaluation
