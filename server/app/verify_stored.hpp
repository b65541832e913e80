// Stored sessions verified one after the other, as `curveball replay --verify` says it.
// Thread: main.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "app/data_reader.hpp"

namespace curveball::app {

// Both write a line for each session and then how many are whole, and give exit_ok or
// exit_findings.

// The session with this id. One that is not there is a finding.
int verify_named(DataReader& data, std::string const& id, std::ostream& out);

// The sessions that DataReader::session_ids gave. A live server may have deleted some of them
// since: those are said, and neither counted nor a finding.
int verify_listed(DataReader& data, std::vector<std::string> const& ids, std::ostream& out);

}  // namespace curveball::app
