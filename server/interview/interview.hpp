// The only door to the core: begin, answer, command, time, fold.
// Pure: equal arguments give an equal Turn, byte for byte. On refusal nothing has happened.
// Thread: none of its own; a WordCache belongs to one thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "dialogue/state.hpp"
#include "dialogue/step.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"
#include "rubric/judge.hpp"
#include "text/reading.hpp"

namespace curveball::interview {

// A session as it stands: the dialogue's state and how many events led there.
struct Session {
  dialogue::State state;
  std::uint32_t last_seq = 0;
  friend bool operator==(Session const&, Session const&) = default;
};

// When something happened, on both clocks.
struct Moment {
  Instant at;
  Elapsed elapsed;
};

// What one input led to. Throw it away and it never happened.
struct Turn {
  Session next;
  Event event;
};

using dialogue::Refusal;

Session fresh_session(Program const& program);

// `start_id` is the client's name for the request, recorded as it is.
Result<Turn, Refusal> start(Program const& program, Session const& session, Moment moment,
                            dialogue::Begin const& begin, std::string start_id = {});

// Refuses empty text (only white space), more than limits::answer_bytes, and what is not UTF-8.
Result<Turn, Refusal> answer(Program const& program, Session const& session, Moment moment,
                             Answered const& said, text::WordCache& cache);

Result<Turn, Refusal> command(Program const& program, Session const& session, Moment moment,
                              Commanded const& asked);

Result<Turn, Refusal> timer(Program const& program, Session const& session, Moment moment,
                            dialogue::Timer timer);

// The session after `event`, which must be the next one (seq == last_seq + 1).
void apply(Program const& program, Session& session, Event const& event);

// The session after all of `events`, from the first.
Session fold(Program const& program, std::span<Event const> events);

// Recomputes one recorded event from the session before it.
// Equal to the recorded one exactly when script and engine are the same.
Result<Turn, Refusal> recompute(Program const& program, Session const& before,
                                Event const& recorded, text::WordCache& cache);

// The judgement as of this state.
rubric::Judgement judge(Program const& program, dialogue::State const& state);

}  // namespace curveball::interview
