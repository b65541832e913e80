#include "text/reading.hpp"

#include "text/number_label.hpp"
#include "text/polarity.hpp"
#include "text/scanner.hpp"

namespace curveball::text {

Reading read(std::string_view utf8, WordCache& cache) {
  Reading reading;
  Scanner(utf8, cache, reading).run();
  mark_labels(reading);
  mark_negation(reading);
  mark_hedging(reading);
  return reading;
}

}  // namespace curveball::text
