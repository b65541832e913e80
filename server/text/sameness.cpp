#include "text/sameness.hpp"

#include <algorithm>
#include <vector>

namespace curveball::text {
namespace {

constexpr std::size_t run_tokens = 5;
constexpr std::size_t copied_tokens = 12;
constexpr std::size_t copied_pm = 600;
constexpr std::size_t echo_words = 6;
constexpr std::size_t echo_pm = 800;
constexpr std::size_t repeat_tokens = 5;

// Stands for the words of tokens [first, end), as WordId does for letters.
WordId run_of(Reading const& reading, std::size_t first, std::size_t end) {
  std::uint64_t run = 0;
  for (std::size_t i = first; i < end; ++i) {
    run = (run ^ reading.tokens[i].word.value) * 0x9e3779b97f4a7c15ULL;
    run ^= run >> 29;
  }
  return {run};
}

bool is_in(std::span<WordSet const* const> asked, WordId stem) {
  return std::any_of(asked.begin(), asked.end(),
                     [stem](WordSet const* set) { return set->contains(stem); });
}

bool is_echo(Reading const& reading, Sentence const& sentence,
             std::span<WordSet const* const> asked) {
  std::size_t words = 0;
  std::size_t known = 0;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    Token const& token = reading.tokens[i];
    if (token.function_word) continue;
    bool const in = is_in(asked, token.stem);
    if (!in && token.kind == TokenKind::number) return false;
    ++words;
    if (in) ++known;
  }
  return words >= echo_words && known * 1000 >= words * echo_pm;
}

// Runs of words that begin at each of [begin, end).
struct Row {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t tokens_end() const { return end + run_tokens - 1; }
};

}  // namespace

void add_stems(Reading const& reading, WordSet& stems) {
  for (Token const& token : reading.tokens) {
    if (!token.function_word) stems.add(token.stem);
  }
}

void add_runs(Reading const& reading, WordSet& runs) {
  for (std::size_t end = run_tokens; end <= reading.tokens.size(); ++end) {
    runs.add(run_of(reading, end - run_tokens, end));
  }
}

void mask_echoes(Reading const& reading, std::span<WordSet const* const> asked, Mask& mask) {
  for (Sentence const& sentence : reading.sentences) {
    if (is_echo(reading, sentence, asked)) {
      mask.cover(sentence.first, sentence.end, MaskReason::echo);
    }
  }
}

void mask_runs(Reading const& reading, WordSet const& runs, Mask& mask) {
  if (runs.size() == 0 || reading.tokens.size() < copied_tokens) return;
  std::size_t const starts = reading.tokens.size() - run_tokens + 1;
  std::vector<Row> found;
  std::size_t common = 0;
  for (std::size_t i = 0; i < starts; ++i) {
    if (!runs.contains(run_of(reading, i, i + run_tokens))) continue;
    ++common;
    bool const goes_on = !found.empty() && found.back().end == i;
    if (!goes_on) found.push_back({i, i});
    found.back().end = i + 1;
  }
  bool const mostly = common * 1000 >= starts * copied_pm;
  for (Row const& row : found) {
    bool const long_enough = row.tokens_end() - row.begin >= copied_tokens;
    if (mostly || long_enough) mask.cover(row.begin, row.tokens_end(), MaskReason::sample);
  }
}

void mask_repeats(Reading const& reading, Mask& mask) {
  WordSet known;
  for (Sentence const& sentence : reading.sentences) {
    if (sentence.end - sentence.first < repeat_tokens) continue;
    WordId const words = run_of(reading, sentence.first, sentence.end);
    if (known.contains(words)) mask.cover(sentence.first, sentence.end, MaskReason::repeat);
    known.add(words);
  }
}

}  // namespace curveball::text
