#include "scenario/conversation.hpp"

#include <algorithm>
#include <utility>

#include "dialogue/expression.hpp"
#include "scenario/vocabulary.hpp"

namespace curveball::scenario {
namespace {

using dialogue::Change;
using dialogue::ChangeKind;
using dialogue::Index;
using dialogue::none;

void note(Trace& trace, Change const& change) {
  if (change.kind == ChangeKind::enter) trace.path.push_back(change.a);
  if (change.kind == ChangeKind::probe) trace.probes.push_back(change.a);
  if (change.kind == ChangeKind::throw_curveball) trace.curveballs.push_back(change.b);
}

// Where `dialogue` is called from: a call turn or a curveball; nothing for what nobody calls.
std::optional<dialogue::Frame> caller_of(dialogue::Script const& script, Index dialogue) {
  for (std::size_t turn = 0; turn < script.turns.size(); ++turn) {
    if (script.turns[turn].kind == dialogue::TurnKind::call &&
        script.turns[turn].calls == dialogue) {
      return dialogue::Frame{.turn = static_cast<Index>(turn)};
    }
  }
  auto const& curveballs = script.curveballs;
  for (std::size_t item = 0; item < curveballs.items.size() && !curveballs.before.empty(); ++item) {
    if (curveballs.items[item].dialogue == dialogue) {
      return dialogue::Frame{.turn = curveballs.before.front(),
                             .curveball = static_cast<Index>(item)};
    }
  }
  return std::nullopt;
}

// The calls that lead from the interview itself to `dialogue`, outermost first.
std::vector<dialogue::Frame> stack_of(dialogue::Script const& script, Index dialogue) {
  std::vector<dialogue::Frame> stack;
  while (dialogue != 0 && stack.size() < script.dialogues.size()) {
    auto const frame = caller_of(script, dialogue);
    if (!frame) break;
    stack.insert(stack.begin(), *frame);
    dialogue = script.turns[frame->turn].dialogue;
  }
  return stack;
}

std::string seconds(std::int64_t ms) { return std::to_string(ms / 1'000) + " s"; }

}  // namespace

Conversation::Conversation(interview::Program const& program, text::WordCache& cache)
    : program_(program), cache_(cache), session_(interview::fresh_session(program)) {}

interview::Moment Conversation::moment() const {
  return {.at = {.ms = clock_ms_}, .elapsed = {.ms = clock_ms_}};
}

bool Conversation::start(dialogue::Begin const& begin) {
  return took(interview::start(program_, session_, moment(), begin));
}

bool Conversation::say(std::string_view text) {
  text_.append("  candidate: ").append(text).append("\n");
  interview::Answered const said{.answer_id = std::to_string(session_.last_seq + 1),
                                 .text = std::string(text)};
  return took(interview::answer(program_, session_, moment(), said, cache_));
}

bool Conversation::command(dialogue::Command command) {
  auto const name = vocabulary::commands[static_cast<std::size_t>(command)];
  text_.append("  [").append(name).append("]\n");
  return took(interview::command(program_, session_, moment(), {.command = command}));
}

void Conversation::wait(std::int64_t wanted_s) {
  auto const until_ms = clock_ms_ + wanted_s * 1'000;
  text_.append("  [waits ").append(std::to_string(wanted_s)).append(" s]\n");
  while (fire_due_timer(until_ms)) {
  }
  clock_ms_ = until_ms;
}

// Fires the earliest limit that is due by `until_ms`; false when none is left.
bool Conversation::fire_due_timer(std::int64_t until_ms) {
  auto const prompt = dialogue::waiting_prompt(program_.script, session_.state);
  bool const soft_first = prompt.soft_ms > 0 && !session_.state.soft_said;
  auto const limit_ms = soft_first ? prompt.soft_ms : prompt.hard_ms;
  auto const due_ms = prompt.asked_at.ms + limit_ms;
  if (prompt.number == 0 || limit_ms == 0 || due_ms > until_ms) return false;
  clock_ms_ = std::max(clock_ms_, due_ms);
  auto const kind = soft_first ? dialogue::TimerKind::soft : dialogue::TimerKind::hard;
  text_.append(soft_first ? "  [soft" : "  [hard").append(" limit at ");
  text_.append(seconds(clock_ms_)).append("]\n");
  return took(
      interview::timer(program_, session_, moment(), {.prompt = prompt.number, .kind = kind}));
}

void Conversation::jump_to(dialogue::Index ask) {
  auto const& script = program_.script;
  auto& state = session_.state;
  state.stack = stack_of(script, script.turns[ask].dialogue);
  state.forced.assign(script.curveballs.before.size(), none);
  Change const enter[] = {{.kind = ChangeKind::enter, .a = ask}};
  dialogue::apply(script, state, enter, {});
  dialogue::Standing const standing{
      .levels = std::vector<std::uint8_t>(program_.rubric.criteria.size(), 1),
      .coverage_pm = std::vector<std::uint16_t>(program_.rubric.criteria.size(), 0)};
  for (auto const& assignment : script.turns[ask].set) {
    Change const set[] = {
        {.kind = ChangeKind::set_variable,
         .a = assignment.variable,
         .payload = dialogue::evaluate(assignment.value, script, state, standing)}};
    dialogue::apply(script, state, set, {});
  }
  Change const wait[] = {{.kind = ChangeKind::wait, .a = ask, .b = none}};
  dialogue::apply(script, state, wait, {});
  trace_ = {};
  text_ = "  interviewer (" + script.turns[ask].id + "): ...\n";
}

bool Conversation::took(Result<interview::Turn, dialogue::Refusal> turn) {
  if (!turn) {
    text_ += "  [refused]\n";
    return false;
  }
  session_ = std::move(turn->next);
  auto const& event = events_.emplace_back(std::move(turn->event));
  for (auto const& change : event.outcome.changes) note(trace_, change);
  for (auto const& hit : event.reading.hits) {
    text_ += "    heard " + program_.concepts[hit.concept_index].id + '\n';
  }
  for (auto const& line : event.outcome.lines) {
    text_ += "  interviewer (" + line.id + "): " + line.text + '\n';
  }
  return true;
}

}  // namespace curveball::scenario
