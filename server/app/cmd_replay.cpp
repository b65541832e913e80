// `curveball replay`: a stored session as text, or the proof that it is whole.
#include <iostream>
#include <string>

#include "app/commands.hpp"
#include "app/data_reader.hpp"
#include "interview/interview.hpp"
#include "store/hash.hpp"

namespace curveball::app {
namespace {

// What verifying one session found; empty text: it is whole.
struct Verdict {
  std::string fault;
  bool recomputed = true;  // False: another engine wrote it, so only the chain was checked.
};

std::string at_event(interview::Event const& event, std::string const& what) {
  return "event " + std::to_string(event.seq) + ": " + what;
}

// Checks one event: its place, its hash in the chain, and that the engine gives it again.
std::string fault_of(StoredSession const& session, interview::Session const& before,
                     std::size_t index, store::Hash& chain, text::WordCache& words,
                     bool recompute) {
  auto const& event = session.events[index];
  if (event.seq != index + 1) return at_event(event, "the numbering has a gap");
  chain = store::next_hash(chain, interview::canonical_bytes(event));
  if (chain != session.stored[index].hash) return at_event(event, "the hash does not match");
  if (!recompute) return "";
  auto const again = interview::recompute(*session.program, before, event, words);
  if (!again) return at_event(event, "the engine refuses the recorded input");
  return again->event == event ? "" : at_event(event, "the engine gives another outcome");
}

Verdict verify(StoredSession const& session, text::WordCache& words) {
  auto const& row = session.row;
  Verdict verdict;
  verdict.recomputed = row.engine_revision == interview::engine_revision;
  store::Hash chain = store::chain_start({row.id, row.script, row.seed, row.engine_revision});
  auto before = interview::fresh_session(*session.program);
  for (std::size_t i = 0; i < session.events.size(); ++i) {
    verdict.fault = fault_of(session, before, i, chain, words, verdict.recomputed);
    if (!verdict.fault.empty()) return verdict;
    interview::apply(*session.program, before, session.events[i]);
  }
  return verdict;
}

// Whether the session is whole; says so.
bool verify_one(DataReader& data, std::string const& id, text::WordCache& words) {
  auto const session = data.load(id);
  if (!session) return std::cout << session.error() << "\n", false;
  auto const verdict = verify(*session, words);
  if (!verdict.fault.empty()) return std::cout << id << ": " << verdict.fault << "\n", false;
  std::cout << id << ": " << session->events.size() << " events, "
            << (verdict.recomputed ? "recomputed, every hash matches"
                                   : "written by another engine revision; the chain matches")
            << "\n";
  return true;
}

int verify_all(DataReader& data, std::string const& wanted) {
  text::WordCache words;
  auto const ids = wanted == "all" ? data.session_ids() : std::vector{wanted};
  std::size_t whole = 0;
  for (auto const& id : ids) whole += verify_one(data, id, words) ? 1U : 0U;
  std::cout << whole << " of " << ids.size() << " sessions are whole\n";
  return whole == ids.size() ? exit_ok : exit_findings;
}

void print(StoredSession const& session) {
  for (auto const& event : session.events) {
    if (auto const* said = std::get_if<interview::Answered>(&event.input)) {
      std::cout << "you         " << said->text << "\n\n";
    }
    for (auto const& line : event.outcome.lines) {
      std::cout << "interviewer " << line.text << "\n\n";
    }
  }
}

}  // namespace

int replay(ReplayOptions const& options) {
  auto const data = DataReader::open(options.data_dir);
  if (!data) return std::cerr << "curveball: " << data.error() << "\n", exit_cannot;
  if (options.verify) return verify_all(**data, options.session);
  auto const session = (*data)->load(options.session);
  if (!session) return std::cerr << "curveball: " << session.error() << "\n", exit_cannot;
  print(*session);
  return exit_ok;
}

}  // namespace curveball::app
