#include <algorithm>

#include "base/limits.hpp"
#include "scenario/flow.hpp"
#include "scenario/lint.hpp"

namespace curveball::scenario {
namespace {

class FlowLint {
 public:
  FlowLint(Compilation const& compilation, Findings& findings)
      : compilation_(compilation),
        script_(compilation.program.script),
        findings_(findings),
        flow_(script_) {}

  void run() {
    for (std::size_t turn = 0; turn < script_.turns.size(); ++turn) {
      shadowed_rules(static_cast<Index>(turn));
    }
    unreachable_turns();
    turns_without_exit();
    if (calls_are_bounded()) loops_without_answer();
  }

 private:
  Node id_of(Index turn) const { return compilation_.names.turns.node(turn).at("id"); }
  std::string name_of(Index turn) const { return in_quotes(script_.turns[turn].id); }

  void shadowed_rules(Index index) {
    auto const& rules = script_.turns[index].next;
    auto const nodes = compilation_.names.turns.node(index).items("next");
    for (std::size_t later = 1; later < nodes.size(); ++later) {
      auto const shadow = std::find_if(
          rules.begin(), rules.begin() + static_cast<std::ptrdiff_t>(later),
          [&](dialogue::Rule const& rule) { return always_before(rule, rules[later]); });
      if (shadow == rules.begin() + static_cast<std::ptrdiff_t>(later)) continue;
      findings_.add(Code::shadowed_rule, nodes[later].at("id"),
                    "rule " + in_quotes(rules[later].id) + " of turn " + name_of(index) +
                        " is never taken, because " + in_quotes(shadow->id) +
                        " before it holds whenever it does");
    }
  }

  static bool always_before(dialogue::Rule const& rule, dialogue::Rule const& later) {
    if (later.now && !rule.now) return false;
    return !rule.when || (later.when && rule.when->source == later.when->source);
  }

  // One report for each group of turns that lead to each other.
  void unreachable_turns() {
    Flags known = flow_.reached_turns();
    for (bool const heads_only : {true, false}) {
      for (std::size_t index = 0; index < known.size(); ++index) {
        auto const turn = static_cast<Index>(index);
        bool const in_use = flow_.reached_dialogues()[script_.turns[index].dialogue];
        if (known[index] || !in_use || (heads_only && is_followed(turn, known))) continue;
        findings_.add(Code::unreachable_turn, id_of(turn),
                      "nothing leads to turn " + name_of(turn));
        add(known, flow_.reached_from(turn, false));
        known[index] = true;
      }
    }
  }

  // Whether another unknown turn leads to this one.
  bool is_followed(Index turn, Flags const& known) const {
    for (std::size_t index = 0; index < known.size(); ++index) {
      auto const& rules = script_.turns[index].next;
      bool const leads =
          std::any_of(rules.begin(), rules.end(),
                      [turn](dialogue::Rule const& rule) { return rule.go_to == turn; });
      if (!known[index] && index != turn && leads) return true;
    }
    return false;
  }

  static void add(Flags& flags, Flags const& more) {
    for (std::size_t index = 0; index < flags.size(); ++index) {
      flags[index] = flags[index] || more[index];
    }
  }

  // The first trapped turn of each dialogue.
  void turns_without_exit() {
    auto const exits = flow_.exits();
    Flags reported(script_.dialogues.size());
    for (std::size_t index = 0; index < exits.size(); ++index) {
      auto const dialogue = script_.turns[index].dialogue;
      if (exits[index] || !flow_.reached_turns()[index] || reported[dialogue]) continue;
      reported[dialogue] = true;
      auto const turn = static_cast<Index>(index);
      if (dialogue == 0) {
        findings_.add(Code::no_path_to_end, id_of(turn),
                      "no path leads from turn " + name_of(turn) + " to an end");
      } else {
        findings_.add(Code::call_without_return, id_of(turn),
                      "no path leads from turn " + name_of(turn) + " back out of dialogue " +
                          in_quotes(script_.dialogues[dialogue].id));
      }
    }
  }

  bool calls_are_bounded() {
    auto const& dialogues = compilation_.names.dialogues;
    if (auto const recursive = flow_.recursive_dialogue()) {
      findings_.add(Code::recursive_call, dialogues.node(*recursive).at("id"),
                    "dialogue " + in_quotes(dialogues.ids()[*recursive]) +
                        " calls itself, directly or through others");
      return false;
    }
    // A curveball's dialogue may run on top of what the main dialogue waits in, never inside it.
    for (std::size_t index = 0; index < dialogues.size(); ++index) {
      std::size_t const below_main = index == 0 ? 0 : 1;
      auto const depth = below_main + flow_.call_depth(static_cast<Index>(index));
      if (depth <= limits::call_depth) continue;
      findings_.add(Code::recursive_call, dialogues.nodes()[index].at("id"),
                    "calls are nested " + std::to_string(depth) + " deep; at most " +
                        std::to_string(limits::call_depth) + " are");
      return false;
    }
    return true;
  }

  void loops_without_answer() {
    Flags reported(script_.turns.size());
    for (std::size_t index = 0; index < script_.turns.size(); ++index) {
      auto const turn = static_cast<Index>(index);
      if (reported[index] || !flow_.reached_turns()[index] || !flow_.is_silent(turn)) continue;
      auto const reached = flow_.reached_from(turn, true);
      if (!reached[index]) continue;
      add(reported, reached);
      findings_.add(Code::loop_without_answer, id_of(turn),
                    "turn " + name_of(turn) +
                        " can come again and again without a question to the candidate");
    }
  }

  Compilation const& compilation_;
  dialogue::Script const& script_;
  Findings& findings_;
  Flow flow_;
};

}  // namespace

void lint_flow(Compilation const& compilation, Findings& findings) {
  FlowLint(compilation, findings).run();
}

}  // namespace curveball::scenario
