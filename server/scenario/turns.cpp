#include <algorithm>
#include <utility>

#include "scenario/compile.hpp"
#include "scenario/vocabulary.hpp"

namespace curveball::scenario {
namespace {

constexpr std::int64_t ms_per_s = 1'000;

template <class T>
Index size_of(std::vector<T> const& items) {
  return static_cast<Index>(items.size());
}

// Compiles one turn; everything of it is named below its own id.
class TurnCompiler {
 public:
  TurnCompiler(Compilation& compilation, Index number)
      : compilation_(compilation),
        number_(number),
        node_(compilation.names.turns.node(number)),
        id_(node_.text("id")),
        script_(compilation.program.script) {}

  void run() {
    turn_.id = id_;
    turn_.dialogue = compilation_.names.dialogue_of[number_];
    turn_.set = compile_assignments(compilation_, node_);
    turn_.first_slot = size_of(script_.slots);
    turn_.first_probe = size_of(script_.probes);
    interview::Ask ask;
    if (node_.find("ask")) {
      compile_ask(ask);
    } else if (auto const call = node_.find("call")) {
      turn_.kind = dialogue::TurnKind::call;
      turn_.calls = compile_call(compilation_, *call, "turn " + in_quotes(id_) + " calls ");
    } else {
      bool const says = node_.find("say").has_value();
      turn_.kind = says ? dialogue::TurnKind::say : dialogue::TurnKind::end;
      turn_.speech = speech(node_.find(says ? "say" : "end"), "");
    }
    if (turn_.kind != dialogue::TurnKind::end) compile_next();
    script_.turns.push_back(std::move(turn_));
    compilation_.program.asks.push_back(std::move(ask));
  }

 private:
  dialogue::Speech speech(std::optional<Node> const& node, std::string const& suffix) {
    return compile_speech(compilation_, node, id_ + suffix);
  }

  void compile_ask(interview::Ask& ask) {
    turn_.kind = dialogue::TurnKind::ask;
    turn_.speech = speech(node_.find("ask"), "");
    compile_expects();
    for (auto const& item : node_.items("clarify")) {
      auto const id = item.text("id");
      turn_.clarify.push_back({.id = id, .say = speech(item.find("say"), ".clarify." + id)});
    }
    for (auto const& item : node_.items("hints")) compile_hint(item);
    compile_time();
    if (auto const item = node_.find("no_answer")) {
      turn_.no_answer = {.max = static_cast<std::uint8_t>(item->integer("max")),
                         .say = speech(item->find("say"), ".no_answer")};
    }
    if (auto const probes = node_.find("probes")) compile_probes(*probes);
    compile_samples(ask);
  }

  void compile_expects() {
    for (auto const& name : node_.items("expects")) {
      auto const found = resolve(compilation_, compilation_.names.concepts, Code::unknown_concept,
                                 name, "turn " + in_quotes(id_) + " expects ");
      if (!found) continue;
      if (script_.concepts[*found].red_flag) {
        compilation_.findings.add(
            Code::red_flag_misused, name,
            in_quotes(name.text()) + " is a red flag; those are heard everywhere, not expected");
      }
      if (expects(*found)) {
        compilation_.findings.add(Code::duplicate_id, name,
                                  in_quotes(name.text()) + " is expected already");
        continue;
      }
      turn_.expects.push_back(*found);
      script_.slots.push_back({.turn = number_, .concept_index = *found});
    }
  }

  bool expects(Index concept_index) const {
    return std::find(turn_.expects.begin(), turn_.expects.end(), concept_index) !=
           turn_.expects.end();
  }

  // A concept that this turn must expect, or none after a report.
  Index expected_concept(Node const& name, std::string const& context) {
    auto const found =
        resolve(compilation_, compilation_.names.concepts, Code::unknown_concept, name, context);
    if (found && !expects(*found)) {
      compilation_.findings.add(
          Code::unexpected_concept, name,
          context + in_quotes(name.text()) + ", which turn " + in_quotes(id_) + " does not expect");
    }
    return found.value_or(dialogue::none);
  }

  void compile_hint(Node const& node) {
    auto const id = node.text("id");
    dialogue::Hint hint{.id = id, .say = speech(node.find("say"), ".hints." + id)};
    for (auto const& name : node.items("helps")) {
      hint.helps.push_back(expected_concept(name, "hint " + in_quotes(id) + " helps "));
    }
    if (!node.find("helps")) hint.helps = turn_.expects;
    turn_.hints.push_back(std::move(hint));
  }

  void compile_time() {
    auto const time = node_.find("time");
    if (!time) return;
    turn_.time = {.soft_ms = time->integer("soft_s") * ms_per_s,
                  .hard_ms = time->integer("hard_s") * ms_per_s,
                  .soft_say = speech(time->find("soft_say"), ".time.soft")};
    if (time->find("soft_s").has_value() != time->find("soft_say").has_value()) {
      compilation_.findings.add(Code::schema_violation, *time,
                                "\"soft_s\" and \"soft_say\" belong together");
    }
    bool const both = turn_.time.soft_ms > 0 && turn_.time.hard_ms > 0;
    if (both && turn_.time.soft_ms >= turn_.time.hard_ms) {
      compilation_.findings.add(
          Code::soft_not_before_hard, time->at("soft_s"),
          "the soft limit of turn " + in_quotes(id_) + " does not come before the hard one");
    }
  }

  void compile_probes(Node const& probes) {
    turn_.probes_max = static_cast<std::uint8_t>(probes.integer("max"));
    for (auto const& item : probes.items("items")) {
      auto const id = item.text("id");
      script_.probes.push_back({.id = id,
                                .concept_index = expected_concept(
                                    item.at("for"), "probe " + in_quotes(id) + " asks for "),
                                .when = compile_condition(compilation_, item.find("when")),
                                .ask = speech(item.find("ask"), ".probes." + id)});
      ++turn_.probe_count;
    }
  }

  void compile_samples(interview::Ask& ask) {
    ask.mode = vocabulary::value_of<interview::Mode>(vocabulary::modes, node_.text("mode"));
    ask.lists_ok = node_.find("lists").has_value();
    for (auto const& item : node_.items("exemplars")) {
      ask.samples.push_back(
          {.id = item.text("id"), .grade = item.text("grade"), .text = item.text("text")});
    }
  }

  void compile_next() {
    for (auto const& item : node_.items("next")) {
      auto const now = item.find("now");
      turn_.next.push_back({.id = item.text("id"),
                            .when = compile_condition(compilation_, item.find("when")),
                            .go_to = compile_goto(item.at("goto")),
                            .now = now && now->boolean(),
                            .set = compile_assignments(compilation_, item)});
    }
    if (turn_.next.empty()) return follow();
    if (turn_.next.back().when) {
      compilation_.findings.add(Code::missing_else, node_.items("next").back().at("when"),
                                "the last rule of turn " + in_quotes(id_) +
                                    " must have no condition, so that one always holds");
    }
  }

  // Without rules: on to the following turn, or back from the last one of a sub-dialogue.
  void follow() {
    auto const& dialogues = compilation_.names.dialogue_of;
    auto const following = static_cast<Index>(number_ + 1);
    bool const is_last = following == dialogues.size() || dialogues[following] != turn_.dialogue;
    turn_.next.push_back({.id = "next", .go_to = is_last ? dialogue::none : following});
    if (is_last && turn_.dialogue == 0) {
      compilation_.findings.add(
          Code::dead_end, node_,
          "turn " + in_quotes(id_) + " is the last one and no end; say where it leads in \"next\"");
    }
  }

  Index compile_goto(Node const& name) {
    auto const context = "turn " + in_quotes(id_) + " goes to ";
    if (name.text() == "return") {
      if (turn_.dialogue == 0) {
        compilation_.findings.add(Code::dead_end, name,
                                  context + "\"return\", but the main dialogue returns to nothing");
      }
      return dialogue::none;
    }
    auto const found =
        resolve(compilation_, compilation_.names.turns, Code::unknown_turn, name, context);
    if (found && compilation_.names.dialogue_of[*found] != turn_.dialogue) {
      compilation_.findings.add(
          Code::unknown_turn, name,
          context + in_quotes(name.text()) + ", which belongs to another dialogue; use \"call\"");
    }
    return found.value_or(dialogue::none);
  }

  Compilation& compilation_;
  Index number_;
  Node node_;
  std::string id_;
  dialogue::Script& script_;
  dialogue::Turn turn_;
};

}  // namespace

void compile_turns(Compilation& compilation) {
  auto const& names = compilation.names;
  for (std::size_t index = 0; index < names.dialogues.size(); ++index) {
    auto const first = std::find(names.dialogue_of.begin(), names.dialogue_of.end(), index);
    compilation.program.script.dialogues.push_back(
        {.id = names.dialogues.ids()[index],
         .first_turn = static_cast<Index>(first - names.dialogue_of.begin())});
  }
  for (std::size_t index = 0; index < names.turns.size(); ++index) {
    TurnCompiler(compilation, static_cast<Index>(index)).run();
  }
}

}  // namespace curveball::scenario
