#include "authoring/coverage.hpp"

#include <algorithm>

namespace curveball::authoring {
namespace {

using dialogue::ChangeKind;
using dialogue::Script;
using dialogue::Speech;

constexpr std::array<std::string_view, part_count> names = {
    "turn",    "rule",       "probe",      "hint",  "clarification", "curveball",
    "variant", "soft limit", "hard limit", "level", "verdict"};
constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

std::string source_of(std::optional<dialogue::Expression> const& when) {
  return when ? when->source : "";
}

// Whether `text` can be the variant, its variables filled in.
bool is_variant(std::string_view text, dialogue::Template const& variant) {
  std::size_t at = 0;
  for (auto const& piece : variant) {
    auto const found = text.find(piece.literal, at);
    if (found == std::string_view::npos || (at == 0 && found != 0)) return false;
    at = found + piece.literal.size();
  }
  return true;
}

// Why a rule is shut: its own condition, and that those before it do not hold.
std::string rule_shut(dialogue::Turn const& turn, std::size_t rule) {
  if (turn.next[rule].when) return turn.next[rule].when->source;
  std::string shut;
  for (std::size_t before = 0; before < rule; ++before) {
    auto const source = source_of(turn.next[before].when);
    shut += (shut.empty() ? "!(" : " && !(") + source + ")";
  }
  return shut;
}

}  // namespace

std::string_view name_of(Part part) { return names[static_cast<std::size_t>(part)]; }

Coverage::Coverage(interview::Program const& program) : program_(&program) {
  list_turns();
  list_variants();
  list_judgement();
}

void Coverage::list(Part part, std::string id, std::string shut) {
  items_.push_back({.part = part, .id = std::move(id), .shut = std::move(shut)});
}

void Coverage::list_turns() {
  auto const& script = program_->script;
  begin(Part::turn);
  for (auto const& turn : script.turns) list(Part::turn, turn.id);
  begin(Part::rule);
  for (auto const& turn : script.turns) {
    first_rule_.push_back(items_.size() - first_[static_cast<std::size_t>(Part::rule)]);
    for (std::size_t rule = 0; rule < turn.next.size(); ++rule) {
      list(Part::rule, turn.id + ".next." + std::to_string(rule), rule_shut(turn, rule));
    }
  }
  begin(Part::probe);
  for (auto const& probe : script.probes) {
    auto const& wanted = script.concepts[probe.concept_index].id;
    auto const when = source_of(probe.when);
    list(Part::probe, probe.ask.id, "missed(" + wanted + ")" + (when.empty() ? "" : " && " + when));
  }
  begin(Part::hint);
  for (auto const& turn : script.turns) {
    first_hint_.push_back(items_.size() - first_[static_cast<std::size_t>(Part::hint)]);
    for (auto const& hint : turn.hints) list(Part::hint, hint.say.id, "a hint is asked for");
  }
  begin(Part::clarification);
  for (auto const& turn : script.turns) {
    first_clarification_.push_back(items_.size() -
                                   first_[static_cast<std::size_t>(Part::clarification)]);
    for (auto const& each : turn.clarify) list(Part::clarification, each.say.id, "it is asked for");
  }
  begin(Part::curveball);
  for (auto const& item : script.curveballs.items) {
    list(Part::curveball, item.id, source_of(item.when));
  }
}

void Coverage::list_speech(Speech const& speech) {
  if (speech.variants.size() < 2) return;
  speeches_.push_back(&speech);
  first_variant_.push_back(items_.size() - first_[static_cast<std::size_t>(Part::variant)]);
  for (std::size_t variant = 0; variant < speech.variants.size(); ++variant) {
    list(Part::variant, speech.id + "." + std::to_string(variant));
  }
}

void Coverage::list_variants() {
  auto const& script = program_->script;
  begin(Part::variant);
  for (auto const& turn : script.turns) list_speech(turn.speech);
  for (auto const& probe : script.probes) list_speech(probe.ask);
  begin(Part::soft_limit);
  for (auto const& turn : script.turns) {
    soft_.push_back(turn.time.soft_ms == 0
                        ? nowhere
                        : items_.size() - first_[static_cast<std::size_t>(Part::soft_limit)]);
    if (turn.time.soft_ms > 0) list(Part::soft_limit, turn.id, "nothing is said so long");
  }
  begin(Part::hard_limit);
  for (auto const& turn : script.turns) {
    hard_.push_back(turn.time.hard_ms == 0
                        ? nowhere
                        : items_.size() - first_[static_cast<std::size_t>(Part::hard_limit)]);
    if (turn.time.hard_ms > 0) list(Part::hard_limit, turn.id, "nothing is said so long");
  }
}

void Coverage::list_judgement() {
  begin(Part::level);
  for (auto const& criterion : program_->rubric.criteria) {
    for (int level = 1; level <= 4; ++level) {
      list(Part::level, criterion.id + "." + std::to_string(level));
    }
  }
  begin(Part::verdict);
  for (auto const& verdict : program_->rubric.profile.verdicts) list(Part::verdict, verdict.id);
}

void Coverage::add(std::span<interview::Event const> events, rubric::Judgement const& judgement) {
  for (auto const& event : events) {
    for (auto const& change : event.outcome.changes) add(change);
    for (auto const& line : event.outcome.lines) add(line);
    auto const* timed = std::get_if<interview::TimedOut>(&event.input);
    if (timed == nullptr || timed->timer.kind != dialogue::TimerKind::hard) continue;
    for (auto const& change : event.outcome.changes) {
      if (change.kind != ChangeKind::rule || hard_[change.a] == nowhere) continue;
      meet(Part::hard_limit, hard_[change.a]);
      break;
    }
  }
  for (std::size_t i = 0; i < judgement.criteria.size(); ++i) {
    meet(Part::level, i * 4 + judgement.criteria[i].level - 1U);
  }
  meet(Part::verdict, judgement.verdict);
}

void Coverage::add(dialogue::Change const& change) {
  switch (change.kind) {
    case ChangeKind::enter:
      return meet(Part::turn, change.a);
    case ChangeKind::rule:
      return meet(Part::rule, first_rule_[change.a] + change.b);
    case ChangeKind::probe:
      return meet(Part::probe, change.a);
    case ChangeKind::hint:
      return meet(Part::hint, first_hint_[change.a] + static_cast<std::size_t>(change.value) - 1);
    case ChangeKind::clarified:
      return meet(Part::clarification, first_clarification_[change.a] + change.b);
    case ChangeKind::throw_curveball:
      return meet(Part::curveball, change.b);
    case ChangeKind::soft_time:
      return meet(Part::soft_limit, soft_[change.a]);
    default:
      return;
  }
}

void Coverage::add(dialogue::Line const& line) {
  for (std::size_t i = 0; i < speeches_.size(); ++i) {
    if (speeches_[i]->id != line.id) continue;
    auto const& variants = speeches_[i]->variants;
    auto const found = std::find_if(variants.begin(), variants.end(), [&](auto const& variant) {
      return is_variant(line.text, variant);
    });
    if (found == variants.end()) return;
    meet(Part::variant, first_variant_[i] + static_cast<std::size_t>(found - variants.begin()));
    return;
  }
}

void Coverage::add(Coverage const& other) {
  for (std::size_t i = 0; i < items_.size(); ++i) items_[i].met += other.items_[i].met;
}

GraphCounts Coverage::counts_of(Graph const& graph) const {
  GraphCounts counts;
  std::size_t curveball = 0;
  for (auto const& node : graph.nodes) {
    if (node.turn != dialogue::none) {
      counts.nodes.push_back(met(Part::turn, node.turn));
    } else if (node.kind == NodeKind::curveball) {
      counts.nodes.push_back(met(Part::curveball, curveball++));
    } else {
      counts.nodes.push_back(0);
    }
  }
  for (auto const& edge : graph.edges) {
    auto const turn = graph.nodes[edge.from].turn;
    auto const taken = turn == dialogue::none || edge.kind == EdgeKind::calls
                           ? counts.nodes[edge.from]
                           : met(Part::rule, first_rule_[turn] + edge.rule);
    counts.edges.push_back(taken);
    if (graph.nodes[edge.to].kind == NodeKind::way_back) counts.nodes[edge.to] += taken;
  }
  return counts;
}

}  // namespace curveball::authoring
