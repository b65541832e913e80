// What would lift a verdict, and the verdict at other levels, as JSON (docs/PROTOCOL.md 3).
// Thread: any; no state.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "interview/program.hpp"
#include "interview/report.hpp"

namespace curveball::wire {

// Null at the best verdict.
nlohmann::json lift_json(interview::Program const& program, interview::Report const& report);

// One entry for each level, L4 first.
nlohmann::json levels_json(interview::Program const& program, interview::Report const& report);

}  // namespace curveball::wire
