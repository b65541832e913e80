// Which patterns of a rubric no answer says. Private to the room: use workbench.hpp.
#pragma once

#include "evaluation/workbench.hpp"

namespace curveball::evaluation {

struct SilentPatterns {
  std::vector<SilentPattern> patterns;  // Whole ones.
  std::vector<SilentPattern> phrases;   // Alternatives of the others.
};

// Patterns that use word lists of the rubric's own are passed over.
SilentPatterns silent_patterns(CorpusQuestion const& question, text::WordCache& words);

}  // namespace curveball::evaluation
