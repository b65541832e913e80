// Random draws by key: the same (seed, purpose, id, visit) gives the same number on every machine,
// and a draw added elsewhere changes no other draw.
// Method: FNV-1a 64 over the key, then the splitmix64 finaliser (Vigna, public domain reference).
// Frozen by the engine revision: a change of this file raises interview::engine_revision.
#pragma once

#include <cstdint>
#include <string_view>

namespace curveball {

struct DrawKey {
  std::uint64_t seed = 0;
  std::string_view purpose;  // What is drawn, e.g. "variant".
  std::string_view id;       // For which node, e.g. "open".
  std::uint32_t visit = 0;   // The how-manieth time, from 0.
};

// 64 well mixed bits for the key.
constexpr std::uint64_t draw(DrawKey const& key) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  auto const feed = [&hash](std::uint64_t byte) {
    hash = (hash ^ (byte & 0xffU)) * 0x100000001b3ULL;
  };
  auto const feed_text = [&feed](std::string_view text) {
    for (char const c : text) feed(static_cast<unsigned char>(c));
    feed(0xffU);  // No UTF-8 text holds this byte, so ("ab","c") and ("a","bc") differ.
  };
  for (int shift = 0; shift < 64; shift += 8) feed(key.seed >> shift);
  feed_text(key.purpose);
  feed_text(key.id);
  for (int shift = 0; shift < 32; shift += 8) feed(key.visit >> shift);
  hash += 0x9e3779b97f4a7c15ULL;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9ULL;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebULL;
  return hash ^ (hash >> 31);
}

// A draw in [0, bound); bound > 0. The bias of the remainder is below bound / 2^64.
constexpr std::uint64_t draw_below(DrawKey const& key, std::uint64_t bound) {
  return draw(key) % bound;
}

}  // namespace curveball
