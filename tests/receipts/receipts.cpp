// receipts FOLDER: prints the SHA-256 of the receipts of all answers of a corpus, in hexadecimal.
// Exit code 1 when the corpus cannot be read. Whatever built it, it must print the same.
#include <iostream>

#include "evaluation/own_scores.hpp"
#include "store/hash.hpp"

using namespace curveball;

int main(int argc, char** argv) {
  auto const corpus = evaluation::read_corpus(argc == 2 ? argv[1] : "");
  if (!corpus) {
    std::cerr << corpus.error().message << "\n";
    return 1;
  }
  text::WordCache words;
  auto const scored = evaluation::score_corpus(*corpus, words);
  std::cout << store::to_hex(store::sha256(evaluation::receipts_of(scored))) << "\n";
  return 0;
}
