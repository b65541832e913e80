// One recorded step of a session: what came in, what was heard in it, what it did.
// Events record outcomes: folding them never matches, draws or evaluates again.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/instant.hpp"
#include "base/span.hpp"
#include "dialogue/outcome.hpp"
#include "dialogue/step.hpp"
#include "matching/pattern_set.hpp"
#include "text/mask.hpp"

namespace curveball::interview {

// The candidate starts. Recorded as event 1.
struct Started {
  std::string start_id;  // Chosen by the client; may be empty.
  dialogue::Begin begin;
  std::uint32_t engine_revision = 0;
  friend bool operator==(Started const&, Started const&) = default;
};

struct Answered {
  std::string answer_id;  // Chosen by the client, unique in the session.
  std::string text;       // As sent.
  friend bool operator==(Answered const&, Answered const&) = default;
};

struct Commanded {
  std::string command_id;  // Chosen by the client, unique in the session together with answer ids.
  dialogue::Command command = dialogue::Command::repeat;
  friend bool operator==(Commanded const&, Commanded const&) = default;
};

struct TimedOut {
  dialogue::Timer timer;
  friend bool operator==(TimedOut const&, TimedOut const&) = default;
};

using Input = std::variant<Started, Answered, Commanded, TimedOut>;

// One concept heard in an answer, with the words that showed it.
struct EvidenceHit {
  dialogue::Index concept_index = dialogue::none;
  std::uint32_t pattern = 0;      // Number within the script's pattern set.
  std::uint16_t strength_pm = 0;  // Of the match itself.
  std::uint16_t credit_pm = 0;    // Strength times the credit multiplier; 0 for red flags.
  std::vector<matching::Evidence> evidence;  // Spans into Answered::text.
  friend bool operator==(EvidenceHit const&, EvidenceHit const&) = default;
};

// A stretch of an answer that gave no evidence; of reason `sample` one that was copied and counts.
struct MaskedSpan {
  ByteSpan span;  // Into Answered::text.
  text::MaskReason reason = text::MaskReason::none;
  friend bool operator==(MaskedSpan const&, MaskedSpan const&) = default;
};

// How the answer was read. Empty for other inputs.
struct Reading {
  dialogue::Index turn = dialogue::none;   // The ask that was answered.
  dialogue::Index probe = dialogue::none;  // Not none: the answer to this probe.
  std::uint32_t words = 0;
  bool thin = false;
  bool truncated = false;  // Longer than limits::answer_tokens; the rest was not scored.
  std::vector<EvidenceHit> hits;
  std::vector<MaskedSpan> masked;  // By place; those of `sample` behind all others.
  bool list = false;               // Much of it is a list of terms; only its sentences count.
  friend bool operator==(Reading const&, Reading const&) = default;
};

struct Event {
  std::uint32_t seq = 0;  // 1, 2, 3 ... without a gap.
  Instant at;             // Wall clock, for people.
  Elapsed elapsed;        // The interview's clock.
  Input input;
  Reading reading;
  dialogue::Outcome outcome;
  dialogue::Prompt prompt;  // The question that waits afterwards; number 0: none.
  friend bool operator==(Event const&, Event const&) = default;
};

// The canonical, length-prefixed byte form of all that an event means: equal events, equal bytes.
// Integers little-endian 64 bit, texts and lists preceded by their length. The store hashes it.
std::string canonical_bytes(Event const& event);

}  // namespace curveball::interview
