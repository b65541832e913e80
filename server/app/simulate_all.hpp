// A simulation on all processors.
// Thread: main.
#pragma once

#include <cstdint>

#include "scenario/load.hpp"

#include "authoring/simulation.hpp"

namespace curveball::app {

// All personas with the seeds 1 to `seeds`; the same result on any number of processors. `loaded`
// has a program and outlives the result.
authoring::Simulation simulate_all(scenario::Loaded const& loaded, std::uint64_t seeds);

}  // namespace curveball::app
