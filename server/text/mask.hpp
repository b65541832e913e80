// Which words of an answer give no evidence, and why. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace curveball::text {

enum class MaskReason : std::uint8_t {
  none,
  burst,   // More of what is looked for than sentences can hold.
  list,    // A chain of terms: next to no word that makes a sentence.
  salad,   // A few words over and over.
  echo,    // The question's own words.
  sample,  // A sample answer's own words.
  repeat,  // A sentence that the answer has already.
  recital  // How a method works in general.
};

// A reason for each token of a reading. Without any it holds nothing and costs nothing.
class Mask {
 public:
  explicit Mask(std::size_t tokens) : tokens_(tokens) {}

  // Tokens [first, end). A token keeps the reason that it has already.
  void cover(std::size_t first, std::size_t end, MaskReason reason) {
    if (reasons_.empty()) reasons_.resize(tokens_);
    for (std::size_t i = first; i < end; ++i) {
      if (reasons_[i] == 0) reasons_[i] = static_cast<std::uint8_t>(reason);
    }
  }

  bool empty() const { return reasons_.empty(); }
  MaskReason at(std::size_t token) const {
    return reasons_.empty() ? MaskReason::none : static_cast<MaskReason>(reasons_[token]);
  }
  // As matching::Search::excluded has it.
  std::span<std::uint8_t const> flags() const { return reasons_; }
  // How many tokens have this reason.
  std::size_t count(MaskReason reason) const {
    return static_cast<std::size_t>(
        std::count(reasons_.begin(), reasons_.end(), static_cast<std::uint8_t>(reason)));
  }
  std::size_t covered() const { return reasons_.empty() ? 0 : tokens_ - count(MaskReason::none); }

 private:
  std::size_t tokens_;
  std::vector<std::uint8_t> reasons_;
};

}  // namespace curveball::text
