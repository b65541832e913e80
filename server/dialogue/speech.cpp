#include "dialogue/speech.hpp"

#include <cassert>
#include <numeric>
#include <utility>

#include "base/draw.hpp"
#include "base/limits.hpp"

namespace curveball::dialogue {
namespace {

// One round's order of variants: a Fisher-Yates shuffle of keyed draws.
std::vector<std::size_t> shuffled(Speech const& speech, std::uint64_t seed, std::uint32_t round) {
  auto const n = speech.variants.size();
  std::vector<std::size_t> order(n);
  std::iota(order.begin(), order.end(), std::size_t{0});
  for (std::size_t i = 0; i + 1 < n; ++i) {
    auto const visit = static_cast<std::uint32_t>(round * n + i);
    std::swap(order[i], order[i + draw_below({seed, "variant", speech.id, visit}, n - i)]);
  }
  return order;
}

std::size_t choose_shuffled(Speech const& speech, std::uint64_t seed, std::uint32_t visit) {
  auto const n = static_cast<std::uint32_t>(speech.variants.size());
  if (n == 2) return shuffled(speech, seed, 0)[visit % n];  // Two can only alternate.
  auto const round = visit / n;
  auto order = shuffled(speech, seed, round);
  if (round > 0 && n > 2 && order.front() == shuffled(speech, seed, round - 1).back()) {
    std::swap(order[0], order[1]);  // The last of a round stays, so one look back is enough.
  }
  return order[visit % n];
}

std::string spoken(Value const& value) {
  if (auto const* const integer = std::get_if<std::int64_t>(&value)) {
    return std::to_string(*integer);
  }
  if (auto const* const boolean = std::get_if<bool>(&value)) return *boolean ? "yes" : "no";
  return *std::get_if<std::string>(&value);
}

}  // namespace

std::size_t choose_variant(Speech const& speech, std::uint64_t seed, std::uint32_t visit) {
  assert(!speech.empty());
  switch (speech.pick) {
    case Pick::shuffle:
      return choose_shuffled(speech, seed, visit);
    case Pick::cycle:
      return visit % speech.variants.size();
    case Pick::single:
      break;
  }
  return 0;
}

std::string fill(Template const& text, std::vector<Value> const& variables) {
  std::string filled;
  for (Piece const& piece : text) {
    filled += piece.literal;
    if (piece.variable != none) filled += spoken(variables[piece.variable]);
  }
  return filled;
}

Value limited(Value value) {
  auto* const text = std::get_if<std::string>(&value);
  if (!text || text->size() <= limits::variable_text_bytes) return value;
  auto end = limits::variable_text_bytes;
  while (end > 0 && (static_cast<unsigned char>((*text)[end]) & 0xc0U) == 0x80U) --end;
  text->resize(end);
  return value;
}

}  // namespace curveball::dialogue
