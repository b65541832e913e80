#include "evaluation/false_masks.hpp"

#include "text/prose.hpp"

namespace curveball::evaluation {
namespace {

bool is_masked(std::string_view answer, text::WordCache& words) {
  auto const read = text::read(answer, words);
  text::Mask mask(read.tokens.size());
  text::Prose const prose(read);
  text::mask_salad(prose, mask);
  text::mask_lists(prose, mask);
  return !mask.empty();
}

}  // namespace

Figure false_mask_figure(SafParts const& parts, text::WordCache& words) {
  std::size_t answers = 0;
  std::size_t masked = 0;
  for (auto const& questions : parts) {
    for (auto const& question : questions) {
      for (auto const& answer : question.answers) {
        ++answers;
        if (is_masked(answer.text, words)) ++masked;
      }
    }
  }
  std::optional<double> share;
  if (answers > 0) share = static_cast<double>(masked) / static_cast<double>(answers);
  auto figure = single("saf_false_mask_rate", "SAF answers masked as stuffing", share, 0.005);
  figure.goal = Goal::at_most;
  figure.digits = 4;
  return figure;
}

}  // namespace curveball::evaluation
