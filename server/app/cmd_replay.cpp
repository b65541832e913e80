// `curveball replay`: a stored session as text, or the proof that it is whole.
#include <iostream>
#include <string>

#include "app/commands.hpp"
#include "app/data_reader.hpp"
#include "app/verification.hpp"

namespace curveball::app {
namespace {

// Whether the session is whole; says so.
bool verify_one(DataReader& data, std::string const& id, text::WordCache& words) {
  auto const session = data.load(id);
  if (!session) return std::cout << session.error() << "\n", false;
  auto const depth = verify(*session, words);
  if (!depth) return std::cout << id << ": " << depth.error() << "\n", false;
  std::cout << id << ": " << session->events.size() << " events, "
            << (*depth == Depth::recomputed
                    ? "recomputed, every hash matches"
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
