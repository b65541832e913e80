// Made-up candidates play an interview many times over: what of it they meet, and whether better
// answers score better.
// Thread: one; `simulate` may run on several at once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "interview/program.hpp"
#include "scenario/cases.hpp"
#include "text/word_cache.hpp"

#include "authoring/coverage.hpp"
#include "authoring/persona.hpp"

namespace curveball::authoring {

// What became of all interviews of one persona.
struct PersonaResult {
  std::uint64_t interviews = 0;
  std::uint64_t finished = 0;           // Came to an end of the script.
  std::uint64_t level_sum_pm = 0;       // Of Judgement::mean_level_pm.
  std::vector<std::uint64_t> verdicts;  // By Profile::verdicts.

  std::uint64_t mean_level_pm() const { return interviews == 0 ? 0 : level_sum_pm / interviews; }
};

struct Simulation {
  Coverage coverage;
  std::array<PersonaResult, persona_count> personas;
};

// Interviews with the seeds from `first_seed` on, `seeds` of them for each persona.
struct Seeds {
  std::uint64_t first = 1;
  std::uint64_t count = 1;
};
Simulation simulate(interview::Program const& program, scenario::TestCases const& cases,
                    Seeds seeds, text::WordCache& words);

// Adds what another part of the same simulation found.
void add(Simulation& sum, Simulation const& part);

// What is wrong with the order of the scores, one sentence each: strong must stand above mixed,
// mixed above weak, and the word stuffer, the echo and the silent one nowhere above weak.
std::vector<std::string> order_faults(Simulation const& simulation);

}  // namespace curveball::authoring
