// A script of a few turns: open asks, may lead by way of detour, which calls the sub-dialogue
// aside, to close; nothing leads to lost; the curveball storm may come before detour.
#pragma once

#include "dialogue/script.hpp"

namespace curveball::authoring::testing {

inline dialogue::Rule rule(dialogue::Index go_to, std::string when = {}) {
  dialogue::Rule made;
  made.go_to = go_to;
  if (!when.empty())
    made.when = dialogue::Expression{.source = std::move(when), .code = {}, .texts = {}};
  return made;
}

inline dialogue::Turn turn(std::string id, dialogue::TurnKind kind,
                           std::vector<dialogue::Rule> next) {
  dialogue::Turn made;
  made.id = std::move(id);
  made.kind = kind;
  made.next = std::move(next);
  return made;
}

inline dialogue::Script small_script() {
  using dialogue::TurnKind;
  dialogue::Script script;
  script.id = "small";
  script.turns = {turn("open", TurnKind::ask, {rule(1, "missed(owner)"), rule(2)}),
                  turn("detour", TurnKind::call, {rule(2)}), turn("close", TurnKind::end, {}),
                  turn("lost", TurnKind::say, {rule(2)}),
                  turn("inner", TurnKind::ask, {rule(dialogue::none)})};
  script.turns[1].calls = 1;
  script.turns[4].dialogue = 1;
  script.dialogues = {{.id = "interview", .first_turn = 0}, {.id = "aside", .first_turn = 4}};
  dialogue::Curveball storm;
  storm.id = "storm";
  storm.dialogue = 1;
  storm.when = dialogue::Expression{.source = "hits() > 1", .code = {}, .texts = {}};
  script.curveballs = {.count = 1, .before = {1}, .items = {storm}};
  return script;
}

}  // namespace curveball::authoring::testing
