// `curveball bench scoring`: how well scoring agrees with people, as a table or as JSON.
#include <iostream>

#include "app/commands.hpp"
#include "evaluation/scoring_bench.hpp"
#include "store/hash.hpp"

namespace curveball::app {

int bench_scoring(BenchOptions const& options) {
  auto measured = evaluation::measure_scoring({options.data_dir, options.corpus_dir});
  auto& figures = measured.figures;
  if (!measured.receipts.empty()) {
    figures.receipts = store::to_hex(store::sha256(measured.receipts));
  }
  std::cout << (options.json ? evaluation::to_json(figures) + "\n" : evaluation::to_table(figures));
  return exit_ok;
}

}  // namespace curveball::app
