#include <algorithm>

#include "base/limits.hpp"
#include "matching/finder.hpp"

namespace curveball::matching {

bool Finder::same_sentence(Interval const& interval) const {
  return reading_.tokens[interval.begin].sentence == reading_.tokens[interval.end].sentence;
}

Interval Finder::join(Interval const& a, Interval const& b) {
  Interval joined;
  joined.begin = std::min(a.begin, b.begin);
  joined.end = std::max(a.end, b.end);
  joined.strength = std::min(a.strength, b.strength);
  joined.negators = static_cast<std::uint16_t>(a.negators + b.negators);
  joined.has_content = a.has_content || b.has_content;
  joined.content = std::max(a.content, b.content);
  if (a.has_content != b.has_content) joined.content = a.has_content ? a.content : b.content;
  joined.evidence = evidence_.join(a.evidence, b.evidence);
  return joined;
}

// The first interval of the slice that begins behind the token; the slice's end when none does.
std::uint32_t Finder::first_after(Slice slice, std::uint32_t token) const {
  auto const begin = pool_.begin() + slice.first;
  auto const found = std::upper_bound(
      begin, begin + slice.count, token,
      [](std::uint32_t wanted, Interval const& interval) { return wanted < interval.begin; });
  return static_cast<std::uint32_t>(found - pool_.begin());
}

// --- Phrases ------------------------------------------------------------------------------------

Slice Finder::phrase(Slices parts) {
  Slice left = parts.front();
  for (std::size_t i = 1; i < parts.size() && left.count > 0; ++i) {
    left = append_neighbours(left, parts[i]);
  }
  return left;
}

// Each interval of `left` with each of `right` that begins directly behind it.
Slice Finder::append_neighbours(Slice left, Slice right) {
  std::size_t const first = pool_.size();
  for (std::uint32_t i = left.first; i < left.first + left.count; ++i) {
    Interval const head = pool_[i];
    std::uint32_t k = first_after(right, head.end);
    for (; k < right.first + right.count && pool_[k].begin == head.end + 1; ++k) {
      if (is_full(first)) return since(first);
      Interval const tail = pool_[k];
      Interval const both{.begin = head.begin, .end = tail.end};
      if (same_sentence(both)) pool_.push_back(join(head, tail));
    }
  }
  return since(first);
}

// --- Ordered windows ----------------------------------------------------------------------------

// The parts one after the other from `start`, each as early as it can: the shortest window there.
std::optional<Interval> Finder::chain(Interval start, Slices parts, Scope const& scope) {
  std::uint32_t covered = start.width();
  for (std::size_t part = 1; part < parts.size(); ++part) {
    std::uint32_t const next = first_after(parts[part], start.end);
    if (next == parts[part].first + parts[part].count) return {};
    covered += pool_[next].width();
    start = join(start, pool_[next]);
    if (scope.kind != ScopeKind::document && !same_sentence(start)) return {};
  }
  if (scope.kind == ScopeKind::words && start.width() - covered > scope.words) return {};
  return start;
}

Slice Finder::ordered_windows(Slices parts, Scope const& scope) {
  std::size_t const first = pool_.size();
  Slice const starts = parts.front();
  for (std::uint32_t i = starts.first; i < starts.first + starts.count && !is_full(first); ++i) {
    std::optional<Interval> const found = chain(pool_[i], parts, scope);
    if (found) pool_.push_back(*found);
  }
  return without_containing(since(first));
}

// --- Windows in any order -----------------------------------------------------------------------

// Moves heads forward until no two of them share a token: of two that do, the one whose next
// interval begins earlier moves. False when a part has run out.
bool Finder::settle(Slices parts) {
  auto const next_begin = [&](std::size_t part) {
    bool const last = heads_[part] + 1 == parts[part].first + parts[part].count;
    return last ? none : pool_[heads_[part] + 1].begin;
  };
  for (std::size_t i = 1; i < heads_.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      if (!pool_[heads_[i]].overlaps(pool_[heads_[k]])) continue;
      std::size_t const moving = next_begin(k) < next_begin(i) ? k : i;
      if (next_begin(moving) == none) return false;
      ++heads_[moving];
      i = 0;  // Begin again: the moved head may meet any other.
      break;
    }
  }
  return true;
}

std::optional<Interval> Finder::window(Slices parts, Scope const& scope) {
  std::uint32_t begin = none;
  std::uint32_t end = 0;
  std::uint32_t covered = 0;
  for (std::uint32_t const head : heads_) {
    begin = std::min(begin, pool_[head].begin);
    end = std::max(end, pool_[head].end);
    covered += pool_[head].width();
  }
  Interval const frame{.begin = begin, .end = end};
  if (scope.kind != ScopeKind::document && !same_sentence(frame)) return {};
  if (scope.kind == ScopeKind::words && frame.width() - covered > scope.words) return {};
  Interval joined = pool_[heads_.front()];
  for (std::size_t part = 1; part < parts.size(); ++part)
    joined = join(joined, pool_[heads_[part]]);
  return joined;
}

// Sweeps the parts together: of the current ones the leftmost moves on, so that every shortest
// window comes by once.
Slice Finder::nearby_windows(Slices parts, Scope const& scope) {
  std::size_t const first = pool_.size();
  heads_.clear();
  for (Slice const& part : parts) heads_.push_back(part.first);
  while (!is_full(first) && settle(parts)) {
    std::optional<Interval> const found = window(parts, scope);
    if (found) pool_.push_back(*found);
    std::size_t leftmost = 0;
    for (std::size_t part = 1; part < parts.size(); ++part) {
      if (pool_[heads_[part]].begin < pool_[heads_[leftmost]].begin) leftmost = part;
    }
    if (++heads_[leftmost] == parts[leftmost].first + parts[leftmost].count) break;
  }
  return without_containing(since(first));
}

// Drops each interval that contains another of at least its strength.
Slice Finder::without_containing(Slice slice) {
  auto const contains_better = [this, slice](Interval const& outer) {
    for (std::uint32_t k = slice.first; k < slice.first + slice.count; ++k) {
      Interval const& inner = pool_[k];
      bool const inside = inner.begin >= outer.begin && inner.end <= outer.end;
      if (inside && inner.width() < outer.width() && inner.strength >= outer.strength) return true;
    }
    return false;
  };
  if (slice.count < 2) return slice;
  scratch_.clear();
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
    if (!contains_better(pool_[i])) scratch_.push_back(pool_[i]);
  }
  pool_.resize(slice.first);
  pool_.insert(pool_.end(), scratch_.begin(), scratch_.end());
  return since(slice.first);
}

}  // namespace curveball::matching
