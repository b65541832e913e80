// How the answers were said, as the report has it.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "interview/delivery.hpp"
#include "interview/program.hpp"

namespace curveball::wire {

// As PROTOCOL.md has Delivery.
nlohmann::json delivery_json(interview::Program const& program,
                             interview::Delivery const& delivery);

}  // namespace curveball::wire
