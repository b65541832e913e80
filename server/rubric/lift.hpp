// The smallest change of what was said that lifts the verdict: which concepts to add, which answer
// to give in full and, only when nothing else helps, which red flag to leave out.
// Pure: equal arguments give equal results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rubric/judge.hpp"
#include "rubric/rubric.hpp"

namespace curveball::rubric {

// Sets looked at for one answer to "what would lift it". A report of a shipped interview takes some
// hundreds; the limit keeps a rubric with very many alternatives to some tens of milliseconds.
inline constexpr std::size_t lift_steps = 20'000;
// Capping red flags of which every combination is tried; more than two in one interview are rare.
inline constexpr std::size_t lift_flags = 4;

// Where more could have been said.
struct Openings {
  std::span<std::uint16_t const> slot_turn;  // Per slot: its ask.
  std::span<std::uint8_t const> open;        // Per slot: 1 when its concept can still be said.
};

// What to change. Concepts count as said unprompted.
struct Lift {
  std::vector<std::uint16_t> say;     // Slots, by the criteria that they serve.
  std::vector<std::uint16_t> fuller;  // Asks whose answer must not be too short.
  std::vector<std::uint16_t> unsay;   // Concepts: red flags, all times that they were heard.
  std::uint8_t verdict = 0;           // What it becomes; better than it was.
  // False: lift_steps or lift_flags were reached. It lifts the verdict and none of its changes can
  // be left out, but there may be a shorter one.
  bool smallest = true;

  std::size_t size() const { return say.size() + fuller.size() + unsay.size(); }
  friend bool operator==(Lift const&, Lift const&) = default;
};

// The fewest changes after which `judge` gives a better verdict; of several such sets the first in
// the order of must-haves, criteria and feeds. Red flags stay unless no other change is enough.
// None when the verdict is the best of the scale, or when no change at `openings` lifts it.
// Smallest for profiles in which a higher level never makes a verdict worse.
std::optional<Lift> smallest_lift(Rubric const& rubric, Ledger const& ledger,
                                  Openings const& openings);

// The ledger after a change, as values of its own.
struct Changed {
  std::vector<std::uint16_t> credit;
  std::vector<std::uint8_t> slot_thin;
  std::vector<std::uint8_t> flagged;
  Ledger view() const { return {credit, slot_thin, flagged}; }
};
Changed changed(Ledger const& ledger, Openings const& openings, Lift const& lift);

}  // namespace curveball::rubric
