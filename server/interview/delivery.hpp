// How the answers of a session were said, apart from what they said: length, hedges, fillers, own
// part, time to the first point. No level, verdict or condition depends on it.
// Worked out from the recorded texts when somebody looks at a report, and not stored: a newer
// engine may count otherwise. Pure; any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "text/manner.hpp"

namespace curveball::interview {

// What only a story about one's own past has: the answers to behavioural asks.
struct StoryDelivery {
  std::array<std::uint32_t, 4> sentences{};  // By text::StarPart.
  bool quantified_result = false;            // As the word list @quantified_result finds it.
  friend bool operator==(StoryDelivery const&, StoryDelivery const&) = default;
};

struct AnswerDelivery {
  std::uint32_t seq = 0;
  dialogue::Index turn = dialogue::none;
  bool to_probe = false;
  std::uint32_t words = 0;
  text::Manner manner;
  // Words before the first concept that was heard; nothing where none was.
  std::optional<std::uint32_t> words_to_first_point;
  std::optional<StoryDelivery> story;  // Of main answers to behavioural asks.
};

struct Delivery {
  std::uint32_t words = 0;
  text::Manner manner;  // Sums.
  // Share of "I did" among "I did" and "we did" in the stories, per mille; nothing without any.
  std::optional<std::uint16_t> own_share_pm;
  std::vector<AnswerDelivery> answers;  // All that was said to an ask or a probe, in order.
};

// `events` are all of one session, in order.
Delivery delivery(Program const& program, std::span<Event const> events);

}  // namespace curveball::interview
