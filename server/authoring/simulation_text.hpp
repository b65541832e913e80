// What a simulation found, for people and for programs.
// Thread: any; values.
#pragma once

#include <string>

#include "interview/program.hpp"

#include "authoring/simulation.hpp"

namespace curveball::authoring {

// A table of the personas, what of each part was met, everything that was not with the condition
// that kept it shut, and the faults in the order of the scores.
std::string to_text(interview::Program const& program, Simulation const& simulation);

// {"id", "version", "personas": [{"name", "interviews", "finished", "mean_level_pm", "verdicts":
// {id: count}}], "parts": [{"part", "items", "met"}], "unmet": [{"part", "id", "shut"}],
// "order_faults": [sentences]}
std::string to_json(interview::Program const& program, Simulation const& simulation);

}  // namespace curveball::authoring
