#include "matching/finder.hpp"

#include <bit>
#include <tuple>
#include <utility>

namespace curveball::matching {

Finder::Finder(Program const& program, Selection const& selection, text::Reading const& reading,
               Search const& search)
    : program_(program),
      selection_(selection),
      reading_(reading),
      search_(search),
      places_(selection.words.size()),
      woken_(program.rules.size() / 64 + 1),
      evidence_(program, reading),
      lexicons_(program.lexicon_roots.size()) {
  occurrences_.reserve(reading.tokens.size());
  present_.reserve(reading.tokens.size());
}

std::vector<Hit> Finder::run() {
  note_words();
  gather();
  for (std::size_t word = 0; word < woken_.size(); ++word) {
    for (std::uint64_t bits = woken_[word]; bits != 0; bits &= bits - 1) {
      try_rule(program_.rules[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))]);
    }
  }
  return std::move(hits_);
}

// --- Hits -----------------------------------------------------------------------------------

void Finder::try_rule(Rule const& rule) {
  std::size_t const intervals = pool_.size();
  std::size_t const evidence = evidence_.size();
  lexicon_worked_out_ = false;
  Slice const found = evaluate(rule.root);
  if (search_.places != nullptr) note_places(rule.key, found);
  Interval const* const best = best_of(found);
  if (best != nullptr) keep(rule, *best);
  if (lexicon_worked_out_) return;  // What a list matched is kept for the next rules.
  pool_.resize(intervals);
  evidence_.shrink(evidence);
}

Interval const* Finder::best_of(Slice slice) const {
  auto const rank = [](Interval const& interval) {
    return std::tuple(-static_cast<int>(interval.strength), interval.begin, interval.end);
  };
  Interval const* best = nullptr;
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
    if (best == nullptr || rank(pool_[i]) < rank(*best)) best = &pool_[i];
  }
  return best;
}

void Finder::note_places(std::uint32_t key, Slice slice) {
  for (std::uint32_t i = slice.first; i < slice.first + slice.count; ++i) {
    search_.places->push_back({key, pool_[i].begin, pool_[i].end});
  }
}

void Finder::keep(Rule const& rule, Interval const& best) {
  bool const another = !hits_.empty() && hits_.back().key == rule.key;
  if (another) {
    Hit const& known = hits_.back();
    if (std::tuple(known.strength, best.begin, best.width()) >=
        std::tuple(best.strength, best_begin_, best_width_)) {
      return;
    }
    hits_.pop_back();
  }
  text::Token const& content = reading_.tokens[best.content];
  best_begin_ = best.begin;
  best_width_ = best.width();
  hits_.push_back({.key = rule.key,
                   .pattern = rule.number,
                   .strength = best.strength,
                   .sentence = reading_.tokens[best.begin].sentence,
                   .hedged = content.hedged,
                   .conditional = content.conditional,
                   .evidence = evidence_.words_of(best.evidence)});
}

}  // namespace curveball::matching
