// Latencies of one measured run and their percentiles.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace curveball::bench {

class Latencies {
 public:
  void add(std::int64_t nanoseconds) { values_.push_back(nanoseconds); }
  std::size_t count() const { return values_.size(); }

  // The value below which `per_mille` of all lie, in microseconds; 0 without any.
  double percentile_us(std::size_t per_mille) {
    if (values_.empty()) return 0;
    auto const place = std::min(values_.size() - 1, values_.size() * per_mille / 1000);
    auto const nth = values_.begin() + static_cast<std::ptrdiff_t>(place);
    std::nth_element(values_.begin(), nth, values_.end());
    return static_cast<double>(*nth) / 1000.0;
  }

 private:
  std::vector<std::int64_t> values_;
};

}  // namespace curveball::bench
