// Scripts written by hand for the tests of the engine: ids instead of indexes, sources instead of
// compiled conditions. compile() fails the test when an id or a condition is wrong.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dialogue/expression.hpp"
#include "dialogue/script.hpp"

namespace curveball::dialogue::testing {

using Sources = std::vector<std::pair<std::string, std::string>>;

struct RuleSpec {
  std::string to;  // Empty: return.
  std::string when{};
  bool now = false;
  Sources set{};
};

struct ProbeSpec {
  std::string id;
  std::string wants;
  std::string when{};
};

struct HintSpec {
  std::string id;
  std::vector<std::string> helps;
};

struct TurnSpec {
  std::string id;
  TurnKind kind = TurnKind::ask;
  std::string dialogue{"main"};
  std::vector<std::string> variants{};  // Empty: the id is what is said. {{x}} is a variable.
  Pick pick = Pick::single;
  std::string calls{};
  Sources set{};
  std::vector<std::string> expects{};
  std::vector<std::string> clarify{};
  std::vector<HintSpec> hints{};
  std::int64_t soft_ms = 0;
  std::int64_t hard_ms = 0;
  std::uint8_t no_answer_max = 0;
  std::uint8_t probes_max = 0;
  std::vector<ProbeSpec> probes{};
  std::vector<RuleSpec> next{};
};

struct CurveballSpec {
  std::string id;
  std::string dialogue;
  std::uint32_t weight = 1;
  std::string when{};
  std::optional<std::int64_t> after_ms{};
};

struct ScriptSpec {
  std::vector<std::string> concepts{};
  std::vector<std::string> red_flags{};
  std::vector<std::string> criteria{};
  std::vector<Variable> variables{};
  std::vector<TurnSpec> turns{};  // Those of one dialogue stand together; the first one starts.
  std::uint8_t curveball_count = 0;
  std::vector<std::string> before{};
  std::vector<CurveballSpec> curveballs{};
};

// Turns a ScriptSpec into a Script in two passes: first all ids, then what refers to them.
class Compiler {
 public:
  Script compile(ScriptSpec const& spec) {
    declare(spec);
    for (TurnSpec const& turn : spec.turns) add_turn(turn);
    add_curveballs(spec);
    script_.manners = {speech("repeat_say"), speech("skip_say"), speech("end_say"),
                       speech("time_up_say"), speech("no_more_say")};
    return std::move(script_);
  }

 private:
  void declare(ScriptSpec const& spec) {
    script_.variables = spec.variables;
    script_.criteria = spec.criteria;
    for (auto const& id : spec.concepts) script_.concepts.push_back({id, false});
    for (auto const& id : spec.red_flags) script_.concepts.push_back({id, true});
    for (std::size_t i = 0; i < script_.concepts.size(); ++i) {
      name(NameKind::concept_name, script_.concepts[i].id, i);
    }
    for (std::size_t i = 0; i < spec.criteria.size(); ++i) {
      name(NameKind::criterion, spec.criteria[i], i);
    }
    for (std::size_t i = 0; i < spec.variables.size(); ++i) {
      name(NameKind::variable, spec.variables[i].id, i);
    }
    std::size_t probes = 0;
    for (std::size_t i = 0; i < spec.turns.size(); ++i) {
      TurnSpec const& turn = spec.turns[i];
      name(NameKind::turn, turn.id, i);
      for (ProbeSpec const& probe : turn.probes) name(NameKind::probe, probe.id, probes++);
      if (script_.dialogues.empty() || script_.dialogues.back().id != turn.dialogue) {
        script_.dialogues.push_back({turn.dialogue, static_cast<Index>(i)});
      }
    }
  }

  void name(NameKind kind, std::string const& id, std::size_t index) {
    names_[{kind, id}] = static_cast<Index>(index);
  }

  Index find(NameKind kind, std::string const& id) const {
    auto const found = names_.find({kind, id});
    EXPECT_NE(found, names_.end()) << "no such id: " << id;
    return found == names_.end() ? none : found->second;
  }

  Index find_dialogue(std::string const& id) const {
    auto const found = std::find_if(script_.dialogues.begin(), script_.dialogues.end(),
                                    [&](Dialogue const& dialogue) { return dialogue.id == id; });
    EXPECT_NE(found, script_.dialogues.end()) << "no such dialogue: " << id;
    return static_cast<Index>(found - script_.dialogues.begin());
  }

  Expression expression(std::string const& source, ValueType type) const {
    auto const look_up = [this](NameKind kind, std::string_view id) -> std::optional<Index> {
      auto const found = names_.find({kind, std::string{id}});
      return found == names_.end() ? std::nullopt : std::optional{found->second};
    };
    auto parsed = parse_expression(source, type, look_up, script_.variables);
    if (parsed) return *parsed;
    ADD_FAILURE() << source << ": " << parsed.error().message;
    return {};
  }

  std::optional<Expression> condition(std::string const& source) const {
    if (source.empty()) return {};
    return expression(source, ValueType::boolean);
  }

  std::vector<Assignment> assignments(Sources const& sources) const {
    std::vector<Assignment> result;
    for (auto const& [id, source] : sources) {
      Index const variable = find(NameKind::variable, id);
      auto const type = type_of(script_.variables[variable].initial);
      result.push_back({variable, expression(source, type)});
    }
    return result;
  }

  Template text(std::string const& source) const {
    Template result;
    std::size_t at = 0;
    for (auto open = source.find("{{"); open != std::string::npos; open = source.find("{{", at)) {
      auto const close = source.find("}}", open);
      auto const id = source.substr(open + 2, close - open - 2);
      result.push_back({source.substr(at, open - at), find(NameKind::variable, id)});
      at = close + 2;
    }
    result.push_back({source.substr(at), none});
    return result;
  }

  Speech speech(std::string const& id, std::vector<std::string> variants = {},
                Pick pick = Pick::single) const {
    if (variants.empty()) variants.push_back(id);
    Speech result{id, pick, {}};
    for (auto const& variant : variants) result.variants.push_back(text(variant));
    return result;
  }

  std::vector<Index> concepts(std::vector<std::string> const& ids) const {
    std::vector<Index> result;
    for (auto const& id : ids) result.push_back(find(NameKind::concept_name, id));
    return result;
  }

  void add_turn(TurnSpec const& spec) {
    Turn turn;
    turn.id = spec.id;
    turn.kind = spec.kind;
    turn.dialogue = find_dialogue(spec.dialogue);
    if (spec.kind != TurnKind::call) turn.speech = speech(spec.id, spec.variants, spec.pick);
    if (spec.kind == TurnKind::call) turn.calls = find_dialogue(spec.calls);
    turn.set = assignments(spec.set);
    turn.time = {spec.soft_ms, spec.hard_ms, speech(spec.id + ".soft")};
    turn.no_answer = {spec.no_answer_max, speech(spec.id + ".no_answer")};
    for (auto const& id : spec.clarify) turn.clarify.push_back({id, speech(id)});
    for (auto const& hint : spec.hints) {
      turn.hints.push_back({hint.id, speech(hint.id), concepts(hint.helps)});
    }
    expect(turn, spec);
    add_probes(turn, spec);
    for (auto const& rule : spec.next) turn.next.push_back(compiled(rule, turn));
    script_.turns.push_back(std::move(turn));
  }

  void expect(Turn& turn, TurnSpec const& spec) {
    turn.expects = concepts(spec.expects);
    turn.first_slot = static_cast<Index>(script_.slots.size());
    for (Index const index : turn.expects) {
      script_.slots.push_back({static_cast<Index>(script_.turns.size()), index});
    }
  }

  void add_probes(Turn& turn, TurnSpec const& spec) {
    turn.probes_max = spec.probes_max;
    turn.first_probe = static_cast<Index>(script_.probes.size());
    turn.probe_count = static_cast<Index>(spec.probes.size());
    for (auto const& probe : spec.probes) {
      script_.probes.push_back({probe.id, find(NameKind::concept_name, probe.wants),
                                condition(probe.when), speech(probe.id)});
    }
  }

  Rule compiled(RuleSpec const& spec, Turn const& turn) const {
    return {.id = "to_" + spec.to + "_from_" + turn.id,
            .when = condition(spec.when),
            .go_to = spec.to.empty() ? none : find(NameKind::turn, spec.to),
            .now = spec.now,
            .set = assignments(spec.set)};
  }

  void add_curveballs(ScriptSpec const& spec) {
    script_.curveballs.count = spec.curveball_count;
    for (auto const& id : spec.before) {
      script_.curveballs.before.push_back(find(NameKind::turn, id));
    }
    for (auto const& item : spec.curveballs) {
      script_.curveballs.items.push_back({.id = item.id,
                                          .weight = item.weight,
                                          .when = condition(item.when),
                                          .after_ms = item.after_ms,
                                          .dialogue = find_dialogue(item.dialogue),
                                          .resume = speech(item.id + ".resume")});
    }
  }

  Script script_;
  std::map<std::pair<NameKind, std::string>, Index> names_;
};

inline Script compile(ScriptSpec const& spec) { return Compiler{}.compile(spec); }

}  // namespace curveball::dialogue::testing
