#include "dialogue/curveball.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/draw.hpp"
#include "dialogue/expression.hpp"

namespace curveball::dialogue {
namespace {

bool is_due(Curveball const& item, State const& state) {
  return !item.after_ms || state.now.ms >= *item.after_ms;
}

std::vector<Index> eligible_items(Script const& script, State const& state,
                                  Standing const& standing) {
  std::vector<Index> eligible;
  for (std::size_t i = 0; i < script.curveballs.items.size(); ++i) {
    Curveball const& item = script.curveballs.items[i];
    if (state.curveball_used[i] != 0 || !is_due(item, state)) continue;
    if (holds(item.when, script, state, standing)) eligible.push_back(static_cast<Index>(i));
  }
  return eligible;
}

Index forced_item(State const& state, Index point) {
  if (point >= state.forced.size()) return none;
  auto const item = state.forced[point];
  return item < state.curveball_used.size() && state.curveball_used[item] == 0 ? item : none;
}

Index weighted(Script const& script, std::vector<Index> const& eligible, DrawKey const& key) {
  auto const& items = script.curveballs.items;
  std::uint64_t total = 0;
  for (Index const i : eligible) total += items[i].weight;
  if (total == 0) return none;
  auto left = draw_below(key, total);
  auto const found = std::find_if(eligible.begin(), eligible.end(), [&](Index i) {
    bool const here = left < items[i].weight;
    if (!here) left -= items[i].weight;
    return here;
  });
  return *found;
}

}  // namespace

Index open_point(Script const& script, State const& state, Index turn) {
  auto const& before = script.curveballs.before;
  auto const found = std::find(before.begin(), before.end(), turn);
  auto const point = static_cast<std::size_t>(found - before.begin());
  bool const open = found != before.end() && state.point_passed[point] == 0;
  return open ? static_cast<Index>(point) : none;
}

Index choose_curveball(Script const& script, State const& state, Standing const& standing,
                       Index point) {
  auto const& used = state.curveball_used;
  auto const thrown = static_cast<std::uint64_t>(used.size()) -
                      static_cast<std::uint64_t>(std::count(used.begin(), used.end(), 0));
  if (thrown >= script.curveballs.count) return none;
  auto const eligible = eligible_items(script, state, standing);
  auto const timed = std::find_if(eligible.begin(), eligible.end(), [&](Index i) {
    return script.curveballs.items[i].after_ms.has_value();
  });
  if (timed != eligible.end()) return *timed;
  if (!state.forced.empty()) return forced_item(state, point);
  if (eligible.empty()) return none;

  auto const need = script.curveballs.count - thrown;
  auto const& passed = state.point_passed;
  auto const left = static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), 0)) + 1;
  auto const turn = script.curveballs.before[point];
  DrawKey const whether{state.seed, "curveball.point", script.turns[turn].id, state.visits[turn]};
  DrawKey const which{state.seed, "curveball.item", script.turns[turn].id, state.visits[turn]};
  return draw_below(whether, left) < need ? weighted(script, eligible, which) : none;
}

}  // namespace curveball::dialogue
