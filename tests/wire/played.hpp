// A small interview that was played, for the tests of what is said of it.
#pragma once

#include <string>

#include "interview/small_program.hpp"
#include "wire/rest.hpp"

namespace curveball::wire::testing {

inline constexpr char const* session = "01989e2a-7c41-7c3e-9d0b-5b0c6f1f2a10";

inline interview::Program const& program() {
  static interview::Program const made = interview::testing::small_program();
  return made;
}

// Two answers, then the end.
inline interview::testing::Player finished() {
  interview::testing::Player player(program());
  player.say("I look at the critical path, though honestly it is their fault.");
  player.say("One person is accountable for each of the late pieces now.");
  player.command(dialogue::Command::end);
  return player;
}

// Its row in lists.
inline SessionRow row() {
  SessionRow made;
  made.session = session;
  made.scenario_id = "small";
  made.scenario_hash = std::string(64, 'a');
  made.scenario_title = "Small <b>";
  made.role = "tpm";
  made.level = "L5";
  made.ended_at = Instant{5};
  made.over = true;
  made.ending = "finished";
  made.verdict_id = "hire";
  made.verdict_name = "Hire";
  return made;
}

}  // namespace curveball::wire::testing
