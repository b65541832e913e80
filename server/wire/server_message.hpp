// What the server sends over the WebSocket (docs/PROTOCOL.md 2.3), as frames.
// Thread: any; no state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"

namespace curveball::wire {

// The frame that tells one recorded event.
std::string encode_turn(interview::Program const& program, std::string_view session,
                        interview::Event const& event);

// The answer to `resume`.
struct Resumed {
  std::string_view session;
  std::string_view script_hash;  // 64 hexadecimal digits.
  std::uint32_t last_seq = 0;
  Elapsed elapsed;
  std::uint16_t time_scale_pm = 1000;
  bool over = false;
};
std::string encode_resumed(interview::Program const& program, Resumed const& resumed);

// Nothing has happened, and why. `session` and `id` are left out when empty.
struct Refused {
  std::string_view session;
  std::string_view code;
  std::string_view message;
  std::string_view id;
};
std::string encode_refused(Refused const& refused);

// finished, ended_early or fault.
std::string_view ending_name(dialogue::Ending ending);

// A refusal of the core in words: its code on the wire and a sentence for people.
Refused refusal_in_words(dialogue::Refusal refusal);

}  // namespace curveball::wire
