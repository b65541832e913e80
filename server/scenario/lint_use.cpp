#include <algorithm>
#include <map>

#include "base/limits.hpp"
#include "dialogue/state.hpp"
#include "matching/pattern.hpp"
#include "scenario/flow.hpp"
#include "scenario/lint.hpp"

namespace curveball::scenario {
namespace {

// Whether the scenario file itself holds the node: what shared files offer need not be used.
bool is_own(Compilation const& compilation, Node const& node) {
  return &node.document() == compilation.bundle.scenario.get();
}

bool is_expected(dialogue::Script const& script, Index concept_index) {
  return std::any_of(script.slots.begin(), script.slots.end(), [&](dialogue::Slot const& slot) {
    return slot.concept_index == concept_index;
  });
}

bool is_counted(rubric::Rubric const& rubric, Index concept_index) {
  auto const feeds = [&](rubric::Feed const& feed) { return feed.concept_index == concept_index; };
  return std::any_of(rubric.criteria.begin(), rubric.criteria.end(),
                     [&](rubric::Criterion const& criterion) {
                       return std::any_of(criterion.feeds.begin(), criterion.feeds.end(), feeds);
                     });
}

void unused_concepts(Compilation const& compilation, Findings& findings) {
  auto const& program = compilation.program;
  for (std::size_t i = 0; i < program.concepts.size(); ++i) {
    auto const index = static_cast<Index>(i);
    auto const& node = compilation.names.concepts.node(index);
    if (program.concepts[i].red_flag || !is_own(compilation, node)) continue;
    auto const name = in_quotes(program.concepts[i].id);
    if (!is_expected(program.script, index)) {
      findings.add(Code::unused_concept, node.at("id"), "no turn expects " + name);
    } else if (!is_counted(program.rubric, index)) {
      findings.add(Code::concept_not_in_rubric, node.at("id"),
                   name + " is expected, but no criterion counts it");
    }
  }
}

void unused_variables(Compilation const& compilation, Findings& findings) {
  auto const& variables = compilation.names.variables;
  for (std::size_t i = 0; i < variables.size(); ++i) {
    auto const index = static_cast<Index>(i);
    if (compilation.read_variables.count(index) > 0) continue;
    findings.add_at_key(Code::unused_variable, variables.node(index),
                        "no text or condition reads " + in_quotes(variables.ids()[i]));
  }
}

void unused_dialogues(Compilation const& compilation, Findings& findings) {
  auto const& dialogues = compilation.names.dialogues;
  Flow const flow(compilation.program.script);
  for (std::size_t i = 1; i < dialogues.size(); ++i) {
    auto const& node = dialogues.nodes()[i];
    if (flow.reached_dialogues()[i] || !is_own(compilation, node)) continue;
    findings.add(Code::unused_dialogue, node.at("id"),
                 "nothing calls dialogue " + in_quotes(dialogues.ids()[i]));
  }
}

void repeated_patterns(Compilation const& compilation, Findings& findings) {
  std::map<std::string, std::string> first_concept;
  for (auto const& node : compilation.names.concepts.nodes()) {
    auto const id = node.text("id");
    for (auto const& source : node.items("any")) {
      auto const spelling = matching::to_string(*matching::parse(source.text()));
      auto const& owner = first_concept.emplace(spelling, id).first->second;
      if (owner == id) continue;
      findings.add(Code::phrase_in_two_concepts, source,
                   in_quotes(source.text()) + " stands in concept " + in_quotes(owner) + " too");
    }
  }
}

bool has_grade(interview::Ask const& ask, std::string_view grade) {
  return std::any_of(ask.samples.begin(), ask.samples.end(),
                     [&](interview::Sample const& sample) { return sample.grade == grade; });
}

void missing_exemplars(Compilation const& compilation, Findings& findings) {
  auto const& program = compilation.program;
  for (std::size_t i = 0; i < program.asks.size(); ++i) {
    if (program.script.turns[i].expects.empty()) continue;
    for (std::string const grade : {"strong", "weak"}) {
      if (has_grade(program.asks[i], grade)) continue;
      findings.add(
          Code::missing_exemplar, compilation.names.turns.nodes()[i].at("id"),
          "turn " + in_quotes(program.script.turns[i].id) + " has no " + grade + " exemplar");
    }
  }
}

void large_state(Compilation const& compilation, Findings& findings) {
  auto const bytes = dialogue::largest_state_bytes(compilation.program.script);
  if (bytes <= limits::state_bytes) return;
  findings.add(Code::state_too_large, compilation.root(),
               "a session could take " + std::to_string(bytes) + " bytes, which must be at most " +
                   std::to_string(limits::state_bytes) +
                   "; use fewer variables, turns, expected concepts or probes");
}

}  // namespace

void lint_use(Compilation const& compilation, Findings& findings) {
  unused_concepts(compilation, findings);
  unused_variables(compilation, findings);
  unused_dialogues(compilation, findings);
  repeated_patterns(compilation, findings);
  missing_exemplars(compilation, findings);
}

void lint_safety(Compilation const& compilation, Findings& findings) {
  lint_flow(compilation, findings);
  large_state(compilation, findings);
}

void lint_sense(Compilation const& compilation, Findings& findings) {
  lint_use(compilation, findings);
  lint_matching(compilation, findings);
}

}  // namespace curveball::scenario
