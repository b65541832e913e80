#include "app/verification.hpp"

#include <algorithm>

#include "app/event_row.hpp"
#include "interview/interview.hpp"
#include "store/hash.hpp"

namespace curveball::app {
namespace {

using interview::Event;

// Every check gives what is wrong; empty text: nothing is.

std::string at_event(std::size_t seq, std::string const& what) {
  return "event " + std::to_string(seq) + ": " + what;
}

std::string fault_of_row(StoredSession const& session) {
  auto const& row = session.row;
  auto const& card = session.program->card;
  if (row.scenario != card.id || row.scenario_version != card.version || row.title != card.title ||
      row.role != card.role) {
    return "the session's row names another scenario than its script";
  }
  if (row.level != wire::grade_name(session.program->rubric.grade)) {
    return "the session's row names another level than its script";
  }
  if (row.started_at != session.events.front().at) {
    return "the session's row names another start than its first event";
  }
  return "";
}

// The place of one event, its hash in the chain, and the columns beside its payload.
std::string fault_in_chain(StoredSession const& session, std::size_t index, store::Hash& chain) {
  auto const& stored = session.stored[index];
  if (stored.seq != index + 1) return at_event(index + 1, "it is missing");
  auto const row = event_row(*session.program, session.events[index]);
  chain = store::next_hash(chain, row.canonical);
  if (chain != stored.hash) return at_event(stored.seq, "the hash does not match");
  // Before a start could be sent again it was stored without its id.
  bool const same_id = row.answer_id == stored.answer_id || (index == 0 && !stored.answer_id);
  if (row.kind != stored.kind || !same_id) {
    return at_event(stored.seq, "its row names another input than its payload");
  }
  return "";
}

std::string fault_in_outcome(StoredSession const& session, interview::Session const& before,
                             Event const& event, text::WordCache& words) {
  auto const again = interview::recompute(*session.program, before, event, words);
  if (!again) return at_event(event.seq, "the engine refuses the recorded input");
  return again->event == event ? "" : at_event(event.seq, "the engine gives another outcome");
}

std::string fault_in_ending(store::Ending const& stored, store::Ending const& folded, Depth depth) {
  auto const read = wire::decode_summary(stored.summary);
  auto const right = wire::decode_summary(folded.summary);
  if (stored.at != folded.at) return "the stored end is not when its last event was";
  if (read.ending != right.ending) return "the stored ending is not what the events give";
  if (read.answers != right.answers) return "the stored number of answers is not what was said";
  bool const same_verdict =
      stored.verdict == folded.verdict && read.verdict_name == right.verdict_name;
  if (depth == Depth::recomputed && !same_verdict) {
    return "the stored verdict is not what the events give";
  }
  return "";
}

std::string fault_at_end(StoredSession const& session, interview::Session const& after,
                         Depth depth) {
  auto const answers = std::count_if(
      session.events.begin(), session.events.end(),
      [](Event const& event) { return std::holds_alternative<interview::Answered>(event.input); });
  auto const folded = ending_row(*session.program, after, session.events.back().at,
                                 static_cast<std::uint32_t>(answers));
  auto const& stored = session.row.ending;
  if (stored && !folded) {
    return "it is stored as over and its last event does not end it: events are cut off";
  }
  if (!stored && folded) return "it is stored as open, but its last event ends it";
  return stored ? fault_in_ending(*stored, *folded, depth) : "";
}

}  // namespace

Result<Depth, std::string> verify(StoredSession const& session, text::WordCache& words) {
  auto const& row = session.row;
  auto const depth =
      row.engine_revision == interview::engine_revision ? Depth::recomputed : Depth::chain_only;
  std::string fault;
  store::Hash chain = store::chain_start({row.id, row.script, row.seed, row.engine_revision});
  auto state = interview::fresh_session(*session.program);
  for (std::size_t i = 0; fault.empty() && i < session.events.size(); ++i) {
    auto const& event = session.events[i];
    fault = fault_in_chain(session, i, chain);
    if (fault.empty() && depth == Depth::recomputed) {
      fault = fault_in_outcome(session, state, event, words);
    }
    if (fault.empty()) interview::apply(*session.program, state, event);
  }
  if (session.events.empty()) fault = at_event(1, "it is missing");
  if (fault.empty()) fault = fault_of_row(session);
  if (fault.empty()) fault = fault_at_end(session, state, depth);
  if (!fault.empty()) return Unexpected{fault};
  return depth;
}

}  // namespace curveball::app
