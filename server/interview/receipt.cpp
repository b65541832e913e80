#include "interview/receipt.hpp"

#include <algorithm>

namespace curveball::interview {
namespace {

// The first of the quotes of the concept that have most credit; null without any credit.
Quote* best_of(std::vector<Quote>& quotes, dialogue::Index concept_index) {
  Quote* best = nullptr;
  for (auto& quote : quotes) {
    bool const more = quote.credit_pm > (best == nullptr ? 0 : best->credit_pm);
    if (quote.concept_index == concept_index && more) best = &quote;
  }
  return best;
}

}  // namespace

void count_quotes(rubric::Criterion const& criterion, std::vector<Quote>& quotes) {
  std::vector<Quote*> best;
  for (auto const& feed : criterion.feeds) {
    if (auto* const quote = best_of(quotes, feed.concept_index)) best.push_back(quote);
  }
  std::stable_sort(best.begin(), best.end(), [](Quote const* left, Quote const* right) {
    return left->credit_pm > right->credit_pm;
  });
  for (std::size_t i = 0; i < best.size() && i < criterion.k; ++i) {
    best[i]->counts_pm = best[i]->credit_pm;
  }
}

}  // namespace curveball::interview
