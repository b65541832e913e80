#include "interview/interview.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "interview/hearing.hpp"

namespace curveball::interview {
namespace {

std::vector<std::uint8_t> slot_thinness(dialogue::Script const& script,
                                        dialogue::State const& state) {
  std::vector<std::uint8_t> thin;
  thin.reserve(script.slots.size());
  for (auto const& slot : script.slots) thin.push_back(state.thin[slot.turn]);
  return thin;
}

// Empty when no condition asks for it.
dialogue::Standing standing_of(Program const& program, dialogue::State const& state) {
  if (!program.asks_for_standing) return {};
  auto const thin = slot_thinness(program.script, state);
  rubric::Ledger const ledger{state.credit, thin, state.flagged};
  dialogue::Standing standing;
  for (std::size_t i = 0; i < program.rubric.criteria.size(); ++i) {
    auto const result =
        rubric::judge_criterion(program.rubric, static_cast<std::uint16_t>(i), ledger);
    standing.levels.push_back(result.level);
    standing.coverage_pm.push_back(result.coverage_pm);
  }
  return standing;
}

// The state with the credits and flags of an answer counted in, for conditions on levels.
dialogue::State counted_in(Program const& program, dialogue::State state,
                           dialogue::Answer const& input) {
  dialogue::Turn const& turn = program.script.turns[state.turn];
  if (state.phase == dialogue::Phase::asked) state.thin[state.turn] = input.thin ? 1 : 0;
  for (auto const& heard : input.heard) {
    if (program.concepts[heard.concept_index].red_flag) ++state.flagged[heard.concept_index];
    auto const found = std::find(turn.expects.begin(), turn.expects.end(), heard.concept_index);
    if (found == turn.expects.end()) continue;
    auto& credit =
        state.credit[turn.first_slot + static_cast<std::size_t>(found - turn.expects.begin())];
    credit = std::max(credit, heard.credit_pm);
  }
  return state;
}

std::optional<Refusal> refused_input(Session const& session) {
  if (session.state.phase == dialogue::Phase::fresh) return Refusal::not_started;
  if (session.state.phase == dialogue::Phase::over) return Refusal::already_over;
  if (session.last_seq >= limits::events_per_session) return Refusal::too_many_events;
  return std::nullopt;
}

std::optional<Refusal> refused_text(std::string_view text) {
  if (text.size() > limits::answer_bytes) return Refusal::answer_too_long;
  if (!is_valid_utf8(text)) return Refusal::not_utf8;
  bool const blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return blank ? std::optional(Refusal::empty_answer) : std::nullopt;
}

Turn turn_of(Program const& program, Session const& before, Moment moment, Input input,
             dialogue::Step step) {
  Turn turn;
  turn.next = {std::move(step.next), before.last_seq + 1};
  turn.event.seq = turn.next.last_seq;
  turn.event.at = moment.at;
  turn.event.elapsed = turn.next.state.now;
  turn.event.input = std::move(input);
  turn.event.outcome = std::move(step.outcome);
  turn.event.prompt = dialogue::waiting_prompt(program.script, turn.next.state);
  return turn;
}

}  // namespace

Session fresh_session(Program const& program) { return {dialogue::fresh_state(program.script), 0}; }

Result<Turn, Refusal> start(Program const& program, Session const& session, Moment moment,
                            dialogue::Begin const& begin, std::string start_id) {
  auto step = dialogue::begin(program.script, session.state, begin);
  if (!step) return Unexpected{step.error()};
  return turn_of(program, session, moment, Started{std::move(start_id), begin, engine_revision},
                 *std::move(step));
}

Result<Turn, Refusal> answer(Program const& program, Session const& session, Moment moment,
                             Answered const& said, text::WordCache& cache) {
  if (auto const refusal = refused_input(session)) return Unexpected{*refusal};
  if (auto const refusal = refused_text(said.text)) return Unexpected{*refusal};
  Hearing hearing = hear(program, session.state, said.text, cache);
  if (program.asks_for_standing) {
    hearing.input.standing =
        standing_of(program, counted_in(program, session.state, hearing.input));
  }
  auto step = dialogue::answer(program.script, session.state, moment.elapsed, hearing.input);
  if (!step) return Unexpected{step.error()};
  Turn turn = turn_of(program, session, moment, said, *std::move(step));
  turn.event.reading = std::move(hearing.reading);
  return turn;
}

Result<Turn, Refusal> command(Program const& program, Session const& session, Moment moment,
                              Commanded const& asked) {
  auto const refusal = refused_input(session);
  bool const makes_room = asked.command == dialogue::Command::end;  // It is the last event anyway.
  if (refusal && !(makes_room && *refusal == Refusal::too_many_events)) {
    return Unexpected{*refusal};
  }
  auto step = dialogue::command(program.script, session.state, moment.elapsed, asked.command,
                                standing_of(program, session.state));
  if (!step) return Unexpected{step.error()};
  return turn_of(program, session, moment, asked, *std::move(step));
}

Result<Turn, Refusal> timer(Program const& program, Session const& session, Moment moment,
                            dialogue::Timer timer) {
  if (auto const refusal = refused_input(session)) return Unexpected{*refusal};
  auto step = dialogue::timer(program.script, session.state, moment.elapsed, timer,
                              standing_of(program, session.state));
  if (!step) return Unexpected{step.error()};
  return turn_of(program, session, moment, TimedOut{timer}, *std::move(step));
}

void apply(Program const& program, Session& session, Event const& event) {
  assert(event.seq == session.last_seq + 1 && "events are folded in order");
  if (auto const* started = std::get_if<Started>(&event.input)) {
    session.state = dialogue::begun_state(program.script, started->begin);
  }
  dialogue::apply(program.script, session.state, event.outcome.changes, event.elapsed);
  session.last_seq = event.seq;
}

Session fold(Program const& program, std::span<Event const> events) {
  Session session = fresh_session(program);
  for (auto const& event : events) apply(program, session, event);
  return session;
}

Result<Turn, Refusal> recompute(Program const& program, Session const& before,
                                Event const& recorded, text::WordCache& cache) {
  Moment const moment{recorded.at, recorded.elapsed};
  if (auto const* started = std::get_if<Started>(&recorded.input)) {
    return start(program, before, moment, started->begin, started->start_id);
  }
  if (auto const* said = std::get_if<Answered>(&recorded.input)) {
    return answer(program, before, moment, *said, cache);
  }
  if (auto const* asked = std::get_if<Commanded>(&recorded.input)) {
    return command(program, before, moment, *asked);
  }
  return timer(program, before, moment, std::get<TimedOut>(recorded.input).timer);
}

rubric::Judgement judge(Program const& program, dialogue::State const& state) {
  auto const thin = slot_thinness(program.script, state);
  return rubric::judge(program.rubric, {state.credit, thin, state.flagged});
}

}  // namespace curveball::interview
