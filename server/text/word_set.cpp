#include "text/word_set.hpp"

#include <algorithm>
#include <utility>

namespace curveball::text {

void WordSet::add(WordId word) {
  if ((count_ + 1) * 2 > slots_.size()) grow();
  WordId& slot = slots_[place_of(word)];
  if (slot == word) return;
  slot = word;
  ++count_;
}

void WordSet::grow() {
  auto const old =
      std::exchange(slots_, std::vector<WordId>(std::max<std::size_t>(slots_.size() * 2, 16)));
  for (WordId const word : old) {
    if (word != WordId{}) slots_[place_of(word)] = word;
  }
}

}  // namespace curveball::text
