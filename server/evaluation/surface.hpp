// What can be counted in an answer without reading it: the baselines that scoring must beat. Pure.
// Thread: any; no state.
#pragma once

#include "evaluation/figures.hpp"
#include "text/reading.hpp"

namespace curveball::evaluation {

struct Surface {
  double words = 0;
  double digits = 0;   // Numbers of any form.
  double overlap = 0;  // Share of the reference's different words that the answer has; 0 to 1.
};

Surface surface_of(text::Reading const& answer, text::Reading const& reference);

// `measure` of each of the three counts. `measure` takes a function from Surface to double.
template <class Measure>
Baselines baselines_by(Measure const& measure) {
  return {.word_count = measure([](Surface const& surface) { return surface.words; }),
          .digit_count = measure([](Surface const& surface) { return surface.digits; }),
          .overlap = measure([](Surface const& surface) { return surface.overlap; })};
}

}  // namespace curveball::evaluation
