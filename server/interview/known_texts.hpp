// What an answer is compared with: what was asked, and the sample answers. Plain values, made once
// for each program.
#pragma once

#include <vector>

#include "text/word_set.hpp"

namespace curveball::interview {

struct Program;

struct KnownTexts {
  std::vector<text::WordSet> asked;        // Per turn: stems of its question.
  std::vector<text::WordSet> probe_asked;  // Per probe: stems of its question.
  text::WordSet samples;                   // Runs of words of every sample answer.
};

// For Program::known.
KnownTexts known_texts(Program const& program);

}  // namespace curveball::interview
