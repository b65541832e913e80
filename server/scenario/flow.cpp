#include "scenario/flow.hpp"

#include <algorithm>

namespace curveball::scenario {
namespace {

using dialogue::Index;
using dialogue::none;
using dialogue::TurnKind;

bool returns(dialogue::Turn const& turn) {
  return std::any_of(turn.next.begin(), turn.next.end(),
                     [](dialogue::Rule const& rule) { return rule.go_to == none; });
}

}  // namespace

Flow::Flow(dialogue::Script const& script)
    : script_(script),
      reached_turns_(script.turns.size()),
      reached_dialogues_(script.dialogues.size()),
      silent_dialogues_(script.dialogues.size()) {
  find_silent_dialogues();
  reached_dialogues_[0] = true;
  enter(script.start);
  auto const& curveballs = script.curveballs;
  if (curveballs.count == 0) return;
  for (auto const& item : curveballs.items) {
    reached_dialogues_[item.dialogue] = true;
    enter(script.dialogues[item.dialogue].first_turn);
  }
}

void Flow::enter(Index first) {
  std::vector<Index> open = {first};
  while (!open.empty()) {
    auto const index = open.back();
    open.pop_back();
    if (reached_turns_[index]) continue;
    reached_turns_[index] = true;
    auto const& turn = script_.turns[index];
    for (auto const& rule : turn.next) {
      if (rule.go_to != none) open.push_back(rule.go_to);
    }
    if (turn.kind != TurnKind::call) continue;
    reached_dialogues_[turn.calls] = true;
    open.push_back(script_.dialogues[turn.calls].first_turn);
  }
}

Flags Flow::exits() const {
  Flags result(script_.turns.size());
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t index = 0; index < script_.turns.size(); ++index) {
      auto const& turn = script_.turns[index];
      bool const leads_out =
          turn.kind == TurnKind::end || returns(turn) ||
          std::any_of(turn.next.begin(), turn.next.end(),
                      [&](dialogue::Rule const& rule) { return result[rule.go_to]; });
      if (!leads_out || result[index]) continue;
      result[index] = true;
      grew = true;
    }
  }
  return result;
}

Flags Flow::reached_from(Index from, bool silent_only) const {
  Flags result(script_.turns.size());
  std::vector<Index> open = {from};
  while (!open.empty()) {
    auto const index = open.back();
    open.pop_back();
    if (silent_only && !is_silent(index)) continue;
    for (auto const& rule : script_.turns[index].next) {
      if (rule.go_to == none || result[rule.go_to]) continue;
      result[rule.go_to] = true;
      open.push_back(rule.go_to);
    }
  }
  return result;
}

bool Flow::is_silent(Index turn) const {
  auto const kind = script_.turns[turn].kind;
  return kind == TurnKind::say ||
         (kind == TurnKind::call && silent_dialogues_[script_.turns[turn].calls]);
}

bool Flow::returns_silently(Index dialogue) const {
  auto const first = script_.dialogues[dialogue].first_turn;
  auto passed = reached_from(first, true);
  passed[first] = true;
  for (std::size_t index = 0; index < passed.size(); ++index) {
    auto const turn = static_cast<Index>(index);
    if (passed[index] && is_silent(turn) && returns(script_.turns[index])) return true;
  }
  return false;
}

// Each round may find dialogues that only call what the round before found.
void Flow::find_silent_dialogues() {
  for (bool grew = true; grew;) {
    grew = false;
    for (std::size_t index = 0; index < silent_dialogues_.size(); ++index) {
      if (silent_dialogues_[index] || !returns_silently(static_cast<Index>(index))) continue;
      silent_dialogues_[index] = true;
      grew = true;
    }
  }
}

Flags Flow::called_from(Index dialogue) const {
  Flags result(script_.dialogues.size());
  for (auto const& turn : script_.turns) {
    if (turn.dialogue == dialogue && turn.kind == TurnKind::call) result[turn.calls] = true;
  }
  return result;
}

std::optional<Index> Flow::recursive_dialogue() const {
  for (std::size_t start = 0; start < script_.dialogues.size(); ++start) {
    Flags seen(script_.dialogues.size());
    std::vector<Index> open = {static_cast<Index>(start)};
    while (!open.empty()) {
      auto const called = called_from(open.back());
      open.pop_back();
      for (std::size_t index = 0; index < called.size(); ++index) {
        if (!called[index] || seen[index]) continue;
        seen[index] = true;
        open.push_back(static_cast<Index>(index));
      }
    }
    if (seen[start]) return static_cast<Index>(start);
  }
  return std::nullopt;
}

std::size_t Flow::call_depth(Index dialogue) const {
  std::vector<std::size_t> depths(script_.dialogues.size());
  for (bool grew = true; grew;) {
    grew = false;
    for (auto const& turn : script_.turns) {
      if (turn.kind != TurnKind::call) continue;
      auto const depth = depths[turn.calls] + 1;
      if (depth <= depths[turn.dialogue]) continue;
      depths[turn.dialogue] = depth;
      grew = true;
    }
  }
  return depths[dialogue];
}

}  // namespace curveball::scenario
