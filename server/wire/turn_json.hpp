// The body that tells one event to a client: in `turn` frames, transcripts and exports alike.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string_view>

#include "interview/event.hpp"
#include "interview/program.hpp"

namespace curveball::wire {

// The whole frame, envelope included.
nlohmann::json turn_json(interview::Program const& program, std::string_view session,
                         interview::Event const& event);

}  // namespace curveball::wire
