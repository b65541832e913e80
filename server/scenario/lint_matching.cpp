#include <algorithm>
#include <utility>

#include "dialogue/speech.hpp"
#include "matching/pattern_set.hpp"
#include "scenario/lint.hpp"
#include "text/reading.hpp"

namespace curveball::scenario {
namespace {

class MatchingLint {
 public:
  MatchingLint(Compilation const& compilation, Findings& findings)
      : compilation_(compilation), program_(compilation.program), findings_(findings) {
    for (auto const& variable : program_.script.variables) {
      first_values_.push_back(variable.initial);
    }
  }

  void run() {
    build_single_patterns();
    for (std::size_t i = 0; i < program_.concepts.size(); ++i) {
      test_concept(static_cast<Index>(i));
    }
    for (std::size_t i = 0; i < program_.script.turns.size(); ++i) {
      test_turn(static_cast<Index>(i));
    }
  }

 private:
  // A set in which each pattern has a key of its own: its number in the program's set.
  void build_single_patterns() {
    matching::PatternSetBuilder builder = compilation_.word_lists;
    for (std::size_t number = 0; number < compilation_.patterns.size(); ++number) {
      builder.add(static_cast<std::uint32_t>(number),
                  *matching::parse(compilation_.patterns[number].text()));
    }
    single_patterns_ = *builder.build();
  }

  std::vector<matching::Hit> hits(matching::PatternSet const& set, std::string_view text) {
    return matching::find(set, text::read(text, cache_));
  }

  std::string pattern_of(matching::Hit const& hit) const {
    return in_quotes(compilation_.patterns[hit.pattern].text());
  }

  void test_concept(Index index) {
    auto const& node = compilation_.names.concepts.node(index);
    auto const name = in_quotes(program_.concepts[index].id);
    matching::KeySet wanted;
    wanted.add(index);
    auto const set = program_.patterns.only(wanted);
    auto const samples = node.at("samples");
    for (auto const& sample : samples.items("yes")) {
      if (!hits(set, sample.text()).empty()) continue;
      findings_.add(Code::sample_failed, sample, "this should hit " + name + ", but does not");
    }
    for (auto const& sample : samples.items("no")) {
      auto const found = hits(set, sample.text());
      if (found.empty()) continue;
      findings_.add(Code::sample_failed, sample,
                    "this should not hit " + name + ", but does by " + pattern_of(found.front()));
    }
    test_patterns(node, first_pattern_, samples.items("yes"));
    first_pattern_ += node.items("any").size();
  }

  // Each pattern of the concept must be hit by a sample on its own.
  void test_patterns(Node const& node, std::size_t first, std::vector<Node> const& samples) {
    auto const sources = node.items("any");
    matching::KeySet wanted;
    for (std::size_t i = 0; i < sources.size(); ++i) {
      wanted.add(static_cast<std::uint32_t>(first + i));
    }
    auto const set = single_patterns_.only(wanted);
    std::vector<bool> hit(sources.size());
    for (auto const& sample : samples) {
      for (auto const& found : hits(set, sample.text())) {
        hit[found.key - first] = true;
      }
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
      if (hit[i]) continue;
      findings_.add(Code::untested_phrase, sources[i],
                    "no yes sample hits " + in_quotes(sources[i].text()));
    }
  }

  // Reports `code` when a variant of the speech itself hits one of the concepts.
  void test_speech(Code code, Node const& node, dialogue::Speech const& speech,
                   std::vector<Index> const& concepts) {
    matching::KeySet wanted;
    for (auto const index : concepts) wanted.add(index);
    auto const set = program_.patterns.only(wanted);
    for (auto const& variant : speech.variants) {
      auto const found = hits(set, dialogue::fill(variant, first_values_));
      if (concepts.empty() || found.empty()) continue;
      return findings_.add(code, node,
                           "these words themselves hit " +
                               in_quotes(program_.concepts[found.front().key].id) + " by " +
                               pattern_of(found.front()));
    }
  }

  void test_turn(Index index) {
    auto const& turn = program_.script.turns[index];
    auto const& node = compilation_.names.turns.node(index);
    if (turn.kind != dialogue::TurnKind::ask) return;
    test_speech(Code::question_echo, node.at("ask"), turn.speech, turn.expects);
    auto const hints = node.items("hints");
    for (std::size_t i = 0; i < hints.size(); ++i) {
      test_speech(Code::hint_reveals_concept, hints[i].at("say"), turn.hints[i].say,
                  turn.hints[i].helps);
    }
    auto const probes =
        node.find("probes") ? node.at("probes").items("items") : std::vector<Node>{};
    for (std::size_t i = 0; i < probes.size(); ++i) {
      auto const& probe = program_.script.probes[turn.first_probe + i];
      test_speech(Code::probe_reveals_concept, probes[i].at("ask"), probe.ask,
                  {probe.concept_index});
    }
  }

  Compilation const& compilation_;
  interview::Program const& program_;
  Findings& findings_;
  text::WordCache cache_;
  matching::PatternSet single_patterns_;
  std::vector<dialogue::Value> first_values_;  // Of the variables.
  std::size_t first_pattern_ = 0;              // Of the concept under test.
};

}  // namespace

void lint_matching(Compilation const& compilation, Findings& findings) {
  MatchingLint(compilation, findings).run();
}

}  // namespace curveball::scenario
