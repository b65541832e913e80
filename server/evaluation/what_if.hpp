// Small changes of a rubric, each tried on answers whose level is known.
// Thread: one; a WordCache belongs to it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/corpus.hpp"
#include "text/word_cache.hpp"

namespace curveball::evaluation {

enum class ChangeKind : std::uint8_t {
  too_broad,        // Without one pattern.
  level_condition,  // One condition of one level eased or tightened.
  missing_word,     // One word more for one concept.
};

struct RubricChange {
  ChangeKind kind = ChangeKind::too_broad;
  std::string where;  // Concept, or criterion and level.
  std::string what;   // The pattern, word or condition.
  int before = 0;     // Sum of the squared differences between given and computed levels,
  int after = 0;      // and what the change would make of it.
};

// Sum of the squared differences between the levels given and computed.
int squared_error(CorpusQuestion const& question, text::WordCache& words);

// All changes of the kind that make the sum smaller, the best first, at most `limit`; equally good
// ones in order of the file. `candidates` are the words that missing_word tries.
std::vector<RubricChange> helpful_changes(CorpusQuestion const& question, ChangeKind kind,
                                          std::vector<std::string> const& candidates,
                                          text::WordCache& words, std::size_t limit = 10);

}  // namespace curveball::evaluation
