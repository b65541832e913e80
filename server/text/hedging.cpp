#include <algorithm>

#include "text/polarity.hpp"

namespace curveball::text {
namespace {

constexpr std::size_t reach_tokens = 8;

class SentenceHedging {
 public:
  SentenceHedging(Reading& reading, Sentence const& sentence)
      : reading_(reading), first_(sentence.first), end_(sentence.end) {}

  void run() {
    for (std::size_t i = first_; i < end_; ++i) {
      if (cue(i) == Cue::would) set(i + 1, clause_end(i + 1), &Token::conditional);
      std::size_t const tokens = hedge_tokens(i);
      if (tokens == 0) continue;
      bool const last = i + tokens == end_ || token(i + tokens).after_comma;
      if (last && i > first_) {
        set(clause_begin(i), i, &Token::hedged);
      } else {
        set(i + tokens, clause_end(i + tokens), &Token::hedged);
      }
    }
  }

 private:
  Token& token(std::size_t i) const { return reading_.tokens[i]; }
  Cue cue(std::size_t i) const { return i < end_ ? token(i).cue : Cue::none; }

  // How many tokens make up the hedge that begins here; 0: none does.
  std::size_t hedge_tokens(std::size_t i) const {
    Cue const next = cue(i + 1);
    switch (cue(i)) {
      case Cue::maybe:
        return 1;
      case Cue::subject:
        return next == Cue::guess ? 2 : 0;
      case Cue::kind:
        return next == Cue::of && is_adverb(i) ? 2 : 0;
      case Cue::something:
        return next == Cue::like ? 2 : 0;
      case Cue::conjunction:
        return next == Cue::something && i + 2 == end_ ? 2 : 0;
      case Cue::not_:
        return next == Cue::sure ? 2 : 0;
      default:
        return 0;
    }
  }

  // "we kind of agreed", and not "this kind of plan" or "a kind of plan".
  bool is_adverb(std::size_t i) const {
    if (i == first_) return true;
    Token const& before = token(i - 1);
    return before.cue == Cue::subject || before.cue == Cue::be || !before.function_word;
  }

  bool ends_clause(std::size_t i) const { return cue(i) == Cue::clause_end || cue(i) == Cue::but; }

  std::size_t clause_end(std::size_t begin) const {
    std::size_t const furthest = std::min(begin + reach_tokens, end_);
    std::size_t i = std::min(begin, furthest);
    while (i < furthest && !ends_clause(i)) ++i;
    return i;
  }

  std::size_t clause_begin(std::size_t end) const {
    std::size_t begin = end;
    while (begin > first_ && end - begin < reach_tokens && !ends_clause(begin - 1)) --begin;
    return begin;
  }

  void set(std::size_t begin, std::size_t end, bool Token::*flag) {
    for (std::size_t i = begin; i < end; ++i) token(i).*flag = true;
  }

  Reading& reading_;
  std::size_t first_;
  std::size_t end_;
};

}  // namespace

void mark_hedging(Reading& reading) {
  for (Sentence const& sentence : reading.sentences) SentenceHedging(reading, sentence).run();
}

}  // namespace curveball::text
