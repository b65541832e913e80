// `curveball replay`: a stored session as text, or the proof that it is whole.
#include <iostream>
#include <string>

#include "app/commands.hpp"
#include "app/data_reader.hpp"
#include "app/verify_stored.hpp"

namespace curveball::app {
namespace {

int verify_wanted(DataReader& data, std::string const& wanted) {
  if (wanted == "all") return verify_listed(data, data.session_ids(), std::cout);
  return verify_named(data, wanted, std::cout);
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
  if (options.verify) return verify_wanted(**data, options.session);
  auto const session = (*data)->load(options.session);
  if (!session) return std::cerr << "curveball: " << session.error() << "\n", exit_cannot;
  print(*session);
  return exit_ok;
}

}  // namespace curveball::app
