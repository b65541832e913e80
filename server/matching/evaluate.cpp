#include <algorithm>
#include <tuple>

#include "base/limits.hpp"
#include "matching/finder.hpp"

namespace curveball::matching {

Slice Finder::since(std::size_t first) const {
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(pool_.size() - first)};
}

bool Finder::is_full(std::size_t first) const {
  return pool_.size() - first >= limits::intervals_per_node;
}

Slice Finder::evaluate(std::uint32_t id) {
  Step const& step = program_.steps[id];
  switch (step.op) {
    case Op::atom:
      return places_of(step);
    case Op::lexicon:
      return evaluate_lexicon(step.atom);
    case Op::any_of:
      return evaluate_any_of(step);
    case Op::ordered:
    case Op::nearby:
      return evaluate_window(step);
    case Op::unless:
      return evaluate_unless(step);
    case Op::weighted:
      return evaluate_weighted(step);
    case Op::affirmed:
    case Op::negated:
    case Op::firm:
      return evaluate_filter(step);
  }
  return {};
}

// Whether the step is a word that the text does not have.
bool Finder::is_absent(std::uint32_t id) const {
  Step const& step = program_.steps[id];
  return step.op == Op::atom && places_of(step).count == 0;
}

Slice Finder::evaluate_lexicon(std::uint32_t lexicon) {
  if (!lexicons_[lexicon]) {
    Slice const slice = evaluate(program_.lexicon_roots[lexicon]);
    lexicons_[lexicon] = slice;
    lexicon_worked_out_ = true;
  }
  return *lexicons_[lexicon];
}

// All intervals of all branches, each stretch once with its best strength. A stretch that contains
// another stays: it may be the one that completes a phrase.
Slice Finder::evaluate_any_of(Step const& step) {
  std::size_t const bottom = parts_.size();
  Slice only;
  for (std::uint32_t i = 0; i < step.child_count; ++i) {
    std::uint32_t const branch = program_.children[step.first_child + i];
    if (is_absent(branch)) continue;
    Slice const found = evaluate(branch);
    if (found.count == 0) continue;
    parts_.push_back(only = found);
  }
  if (parts_.size() > bottom + 1) only = merge(bottom);
  parts_.resize(bottom);
  return only;
}

// The slices of parts_ from `bottom` on as one.
Slice Finder::merge(std::size_t bottom) {
  scratch_.clear();
  for (std::size_t part = bottom; part < parts_.size(); ++part) {
    for (std::uint32_t i = parts_[part].first; i < parts_[part].first + parts_[part].count; ++i) {
      scratch_.push_back(pool_[i]);
      scratch_.back().branch = static_cast<std::uint16_t>(part - bottom);
    }
  }
  std::sort(scratch_.begin(), scratch_.end(), [](Interval const& a, Interval const& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return std::tuple(a.end, b.strength, a.branch) < std::tuple(b.end, a.strength, b.branch);
  });
  std::size_t const first = pool_.size();
  for (Interval const& interval : scratch_) {
    if (is_full(first)) break;
    bool const known = pool_.size() > first && pool_.back().begin == interval.begin &&
                       pool_.back().end == interval.end;
    if (!known) pool_.push_back(interval);
  }
  return since(first);
}

// The intervals of all parts put together; nothing as soon as one part has none.
Slice Finder::evaluate_window(Step const& step) {
  for (std::uint32_t i = 0; i < step.child_count; ++i) {
    if (is_absent(program_.children[step.first_child + i])) return {};
  }
  std::size_t const bottom = parts_.size();
  Slice found;
  bool complete = true;
  for (std::uint32_t i = 0; i < step.child_count && complete; ++i) {
    parts_.push_back(evaluate(program_.children[step.first_child + i]));
    complete = parts_.back().count > 0;
  }
  if (complete) found = put_together(step, Slices(parts_).subspan(bottom));
  parts_.resize(bottom);
  return found;
}

Slice Finder::put_together(Step const& step, Slices parts) {
  if (step.op == Op::nearby) return nearby_windows(parts, step.scope);
  return step.scope == Scope{} ? phrase(parts) : ordered_windows(parts, step.scope);
}

bool Finder::is_close(Interval const& a, Interval const& b, Scope const& scope) const {
  if (scope.kind == ScopeKind::document) return true;
  bool const together = reading_.tokens[a.begin].sentence == reading_.tokens[b.begin].sentence;
  if (scope.kind == ScopeKind::sentence || a.overlaps(b)) return together || a.overlaps(b);
  std::uint32_t const between = a.end < b.begin ? b.begin - a.end - 1 : a.begin - b.end - 1;
  return together && between <= scope.words;
}

Slice Finder::evaluate_unless(Step const& step) {
  Slice const wanted = evaluate(program_.children[step.first_child]);
  if (wanted.count == 0) return {};
  Slice const excluded = evaluate(program_.children[step.first_child + 1]);
  std::size_t const first = pool_.size();
  for (std::uint32_t i = wanted.first; i < wanted.first + wanted.count; ++i) {
    Interval const candidate = pool_[i];
    bool spoiled = false;
    for (std::uint32_t k = excluded.first; k < excluded.first + excluded.count && !spoiled; ++k) {
      spoiled = is_close(candidate, pool_[k], step.scope);
    }
    if (!spoiled) pool_.push_back(candidate);
  }
  return since(first);
}

Slice Finder::evaluate_weighted(Step const& step) {
  Slice const child = evaluate(program_.children[step.first_child]);
  std::size_t const first = pool_.size();
  for (std::uint32_t i = child.first; i < child.first + child.count; ++i) {
    Interval interval = pool_[i];
    unsigned const product = static_cast<unsigned>(interval.strength) * step.strength / 1000;
    interval.strength = static_cast<std::uint16_t>(std::max(product, 1U));
    pool_.push_back(interval);
  }
  return since(first);
}

// Polarity and hedging are read at the last content word. A negation that the pattern spells out
// itself ("[without an owner]") does not count against it, nor does a verb ("{skip review}~3").
bool Finder::passes(Op op, Interval const& interval) const {
  text::Token const& content = reading_.tokens[interval.content];
  if (op == Op::firm) return !content.hedged && !content.conditional;
  int const spelled_out = interval.negators - (content.negator ? 1 : 0);
  bool const verb =
      content.denier != text::no_token && evidence_.holds(interval.evidence, content.denier);
  bool const denied = verb ? reading_.tokens[content.denier].negated : content.negated;
  bool const negated = denied != (spelled_out % 2 != 0);
  return negated == (op == Op::negated);
}

Slice Finder::evaluate_filter(Step const& step) {
  Slice const child = evaluate(program_.children[step.first_child]);
  std::size_t const first = pool_.size();
  for (std::uint32_t i = child.first; i < child.first + child.count; ++i) {
    Interval const interval = pool_[i];
    if (passes(step.op, interval)) pool_.push_back(interval);
  }
  return since(first);
}

}  // namespace curveball::matching
