// Everything that `curveball bench scoring` measures, in one call.
// Thread: one.
#pragma once

#include <filesystem>
#include <string>

#include "evaluation/figures.hpp"

namespace curveball::evaluation {

struct BenchFolders {
  std::filesystem::path data;    // Public sets: saf/, semeval2013/.
  std::filesystem::path corpus;  // As tests/corpus.
};

struct Measured {
  Figures figures;       // Its `receipts` is left empty;
  std::string receipts;  // the bytes to be hashed for it: all receipts of the corpus, in order.
};

// What is not there or cannot be read is named in Figures::absent, and its figures are "not
// measured".
Measured measure_scoring(BenchFolders const& folders);

}  // namespace curveball::evaluation
