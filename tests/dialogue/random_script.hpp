// Random scripts and random inputs for the laws of the engine, from a seed: the same everywhere.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/script_builder.hpp"

namespace curveball::dialogue::testing {

// A splitmix64 stream (Vigna, public domain reference).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}

  std::uint64_t roll(std::uint64_t bound) {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return (z ^ (z >> 31)) % bound;
  }

  bool one_in(std::uint64_t n) { return roll(n) == 0; }

  template <class T>
  T const& pick(std::vector<T> const& items) {
    return items[roll(items.size())];
  }

 private:
  std::uint64_t state_;
};

// Scripts with every feature of the format. Now and then one has a fault that lint would refuse: a
// loop that never asks, a dialogue that calls itself, a return from the interview itself.
class ScriptDice {
 public:
  explicit ScriptDice(std::uint64_t seed) : dice_(seed) {}

  ScriptSpec spec() {
    ScriptSpec spec{.concepts = {"c0", "c1", "c2", "c3"},
                    .red_flags = {"f0", "f1"},
                    .criteria = {"k0", "k1"},
                    .variables = {{"n", std::int64_t{0}}, {"b", true}, {"t", std::string{"x"}}}};
    add_dialogue(spec, "main", 4 + dice_.roll(6));
    for (std::size_t i = 0; i < dialogues; ++i) {
      add_dialogue(spec, dialogue_id(i), 1 + dice_.roll(3));
    }
    link(spec);
    add_curveballs(spec);
    return spec;
  }

 private:
  static constexpr std::size_t dialogues = 4;

  static std::string dialogue_id(std::size_t i) { return "d" + std::to_string(i); }

  void add_dialogue(ScriptSpec& spec, std::string const& id, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
      bool const last_of_main = id == "main" && i + 1 == size;
      spec.turns.push_back(turn(id, id + "_t" + std::to_string(i), last_of_main));
    }
  }

  TurnSpec turn(std::string const& dialogue, std::string const& id, bool end) {
    TurnSpec turn{.id = id, .dialogue = dialogue};
    auto const kind = dice_.roll(10);
    turn.kind = end         ? TurnKind::end
                : kind == 0 ? TurnKind::call
                : kind == 1 ? TurnKind::say
                            : TurnKind::ask;
    if (turn.kind == TurnKind::call) turn.calls = dialogue_id(dice_.roll(dialogues));
    if (dice_.one_in(2)) {
      turn.variants = {id + " a {{n}}", id + " b {{b}}", id + " c {{t}}"};
      turn.pick = dice_.one_in(2) ? Pick::shuffle : Pick::cycle;
    }
    if (turn.kind == TurnKind::ask) dress(turn);
    return turn;
  }

  void dress(TurnSpec& turn) {
    turn.expects = {"c0", "c" + std::to_string(1 + dice_.roll(3))};
    turn.clarify = {turn.id + "_q0", turn.id + "_q1"};
    turn.hints = {{turn.id + "_h", {"c0"}}};
    turn.soft_ms = dice_.one_in(2) ? 1'000 : 0;
    turn.hard_ms = dice_.one_in(2) ? 2'000 : 0;
    turn.no_answer_max = static_cast<std::uint8_t>(dice_.roll(3));
    turn.probes_max = static_cast<std::uint8_t>(dice_.roll(3));
    for (auto const& wants : turn.expects) {
      turn.probes.push_back({turn.id + "_p" + wants, wants, {}});
    }
  }

  // Rules, conditions and assignments: they need all ids.
  void link(ScriptSpec& spec) {
    for (std::size_t i = 0; i < spec.turns.size(); ++i) {
      TurnSpec& turn = spec.turns[i];
      if (dice_.one_in(4)) turn.set = {assignment()};
      for (ProbeSpec& probe : turn.probes) {
        if (dice_.one_in(3)) probe.when = condition(spec);
      }
      if (turn.kind == TurnKind::end) continue;
      for (auto rules = dice_.roll(3); rules > 0; --rules) {
        turn.next.push_back({.to = destination(spec, i),
                             .when = condition(spec),
                             .now = dice_.one_in(3),
                             .set = {assignment()}});
      }
      turn.next.push_back({.to = destination(spec, i)});
    }
  }

  // Mostly the following turn or the way back, sometimes any turn of the same dialogue.
  std::string destination(ScriptSpec const& spec, std::size_t from) {
    auto const& dialogue = spec.turns[from].dialogue;
    bool const last = from + 1 == spec.turns.size() || spec.turns[from + 1].dialogue != dialogue;
    if (!dice_.one_in(5)) return last ? std::string{} : spec.turns[from + 1].id;
    auto const& any = dice_.pick(spec.turns);
    return any.dialogue == dialogue ? any.id : std::string{};
  }

  std::string condition(ScriptSpec const& spec) {
    auto const& turn = dice_.pick(spec.turns).id;
    auto const number = std::to_string(dice_.roll(3));
    auto const name = "c" + std::to_string(dice_.roll(4));
    std::vector<std::string> const shapes{
        "hit(" + name + ")",      "missed(" + name + ") && n < 3",
        "hits(" + turn + ") > 0", "visits(" + turn + ") <= " + number,
        "hit(f0) || b",           "level(k0) >= " + number,
        "coverage(k1) > 500",     "turn_no() > " + number + " && elapsed_s() > 2",
        "t == 'x' || n == 1"};
    return dice_.pick(shapes);
  }

  std::pair<std::string, std::string> assignment() {
    std::vector<std::pair<std::string, std::string>> const shapes{
        {"n", "n + 1"}, {"n", "-n - 1"}, {"b", "!b"}, {"t", "'y'"}, {"b", "hit(c0)"}};
    return dice_.pick(shapes);
  }

  void add_curveballs(ScriptSpec& spec) {
    spec.curveball_count = static_cast<std::uint8_t>(dice_.roll(3));
    for (TurnSpec const& turn : spec.turns) {
      if (turn.dialogue == "main" && dice_.one_in(2)) spec.before.push_back(turn.id);
    }
    for (std::size_t i = 0; i < 3; ++i) {
      CurveballSpec item{.id = "cb" + std::to_string(i), .dialogue = dialogue_id(i)};
      item.weight = static_cast<std::uint32_t>(dice_.roll(3));
      if (dice_.one_in(2)) item.when = condition(spec);
      if (dice_.one_in(3)) item.after_ms = static_cast<std::int64_t>(dice_.roll(20'000));
      spec.curveballs.push_back(item);
    }
  }

  Dice dice_;
};

}  // namespace curveball::dialogue::testing
