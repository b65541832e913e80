#include "evaluation/silent_patterns.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "matching/pattern_set.hpp"

namespace curveball::evaluation {
namespace {

using matching::Node;
using matching::NodeKind;
using matching::Pattern;
using nlohmann::json;

// The alternatives of a pattern; a pattern without them is its only one.
std::vector<Pattern> alternatives_of(Pattern const& pattern) {
  if (pattern.root().kind != NodeKind::any_of) return {pattern};
  std::vector<Pattern> alternatives;
  auto const& nodes = pattern.nodes();
  for (auto const child : pattern.root().children) {
    alternatives.emplace_back(std::vector<Node>(nodes.begin(), nodes.begin() + child + 1));
  }
  return alternatives;
}

// Whether one of the answers says the pattern; nothing when it cannot be looked for by itself.
std::optional<bool> is_said(Pattern const& pattern, std::vector<text::Reading> const& answers) {
  matching::PatternSetBuilder builder;
  builder.add(0, pattern);
  auto const set = builder.build();
  if (!set) return std::nullopt;
  return std::any_of(answers.begin(), answers.end(), [&set](text::Reading const& answer) {
    return !matching::find(*set, answer).empty();
  });
}

// What is silent in one pattern of the concept.
void note(std::string const& heard, std::string const& source,
          std::vector<text::Reading> const& answers, SilentPatterns& silent) {
  auto const pattern = matching::parse(source);
  if (!pattern) return;
  auto const said = is_said(*pattern, answers);
  if (said == false) silent.patterns.push_back({heard, source});
  if (said != true) return;
  for (auto const& alternative : alternatives_of(*pattern)) {
    if (is_said(alternative, answers) == false) {
      silent.phrases.push_back({heard, matching::to_string(alternative)});
    }
  }
}

}  // namespace

SilentPatterns silent_patterns(CorpusQuestion const& question, text::WordCache& words) {
  std::vector<text::Reading> answers;
  for (auto const& answer : question.answers) answers.push_back(text::read(answer.text, words));
  SilentPatterns silent;
  auto const script = json::parse(question.canonical);
  for (auto const& heard : script.value("concepts", json::array())) {
    for (auto const& source : heard.value("any", json::array())) {
      if (source.is_string()) {
        note(text_of(heard, "id"), source.get<std::string>(), answers, silent);
      }
    }
  }
  return silent;
}

}  // namespace curveball::evaluation
