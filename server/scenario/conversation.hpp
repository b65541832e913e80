// One interview under test: inputs go in, what happened is kept as ids and as a readable text.
// Thread: one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/interview.hpp"
#include "interview/program.hpp"
#include "text/word_cache.hpp"

namespace curveball::scenario {

// What happened so far, in order.
struct Trace {
  std::vector<dialogue::Index> path;  // Turns entered.
  std::vector<dialogue::Index> probes;
  std::vector<dialogue::Index> curveballs;
};

class Conversation {
 public:
  // `program` and `cache` must outlive it.
  Conversation(interview::Program const& program, text::WordCache& cache);

  // Each plays one input. False when it was refused; the text then says so.
  bool start(dialogue::Begin const& begin);
  bool say(std::string_view text);
  bool command(dialogue::Command command);

  // The clock goes on; each time limit that falls due on the way fires.
  void wait(std::int64_t seconds);

  // As if `ask` had just been asked: on a fresh state with its calls on the stack, without
  // curveballs.
  void jump_to(dialogue::Index ask);

  Trace const& trace() const { return trace_; }
  dialogue::State const& state() const { return session_.state; }
  // All so far, and the last of them: there must be one.
  std::vector<interview::Event> const& events() const { return events_; }
  interview::Event const& last_event() const { return events_.back(); }
  std::string const& text() const { return text_; }

 private:
  bool took(Result<interview::Turn, dialogue::Refusal> turn);
  bool fire_due_timer(std::int64_t until_ms);
  interview::Moment moment() const;

  interview::Program const& program_;
  text::WordCache& cache_;
  interview::Session session_;
  std::vector<interview::Event> events_;
  std::int64_t clock_ms_ = 0;
  Trace trace_;
  std::string text_;
};

}  // namespace curveball::scenario
