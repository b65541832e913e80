#include "app/verify_stored.hpp"

#include <cstdint>
#include <ostream>

#include "app/commands.hpp"
#include "app/verification.hpp"

namespace curveball::app {
namespace {

enum class Found : std::uint8_t { whole, broken, gone };

// Says what it found.
Found verify_one(DataReader& data, std::string const& id, text::WordCache& words,
                 std::ostream& out) {
  auto const session = data.load(id);
  if (!session) {
    out << session.error() << "\n";
    return data.holds(id) ? Found::broken : Found::gone;
  }
  auto const depth = verify(*session, words);
  if (!depth) return out << id << ": " << depth.error() << "\n", Found::broken;
  out << id << ": " << session->events.size() << " events, "
      << (*depth == Depth::recomputed ? "recomputed, every hash matches"
                                      : "written by another engine revision; the chain matches")
      << "\n";
  return Found::whole;
}

int conclude(std::size_t whole, std::size_t of, std::ostream& out) {
  out << whole << " of " << of << " sessions are whole\n";
  return whole == of ? exit_ok : exit_findings;
}

}  // namespace

int verify_named(DataReader& data, std::string const& id, std::ostream& out) {
  text::WordCache words;
  return conclude(verify_one(data, id, words, out) == Found::whole ? 1 : 0, 1, out);
}

int verify_listed(DataReader& data, std::vector<std::string> const& ids, std::ostream& out) {
  text::WordCache words;
  std::size_t whole = 0;
  std::size_t gone = 0;
  for (auto const& id : ids) {
    auto const found = verify_one(data, id, words, out);
    whole += found == Found::whole ? 1U : 0U;
    gone += found == Found::gone ? 1U : 0U;
  }
  if (gone > 0) out << gone << " deleted since this began, skipped\n";
  return conclude(whole, ids.size() - gone, out);
}

}  // namespace curveball::app
