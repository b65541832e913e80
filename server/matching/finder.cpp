#include "matching/finder.hpp"

#include <bit>
#include <tuple>
#include <utility>

namespace curveball::matching {

Finder::Finder(Program const& program, text::Reading const& reading, WantedKeys const& wanted)
    : program_(program),
      reading_(reading),
      wanted_(wanted),
      lists_(program.atoms.size()),
      woken_(program.rules.size() / 64 + 1),
      lexicons_(program.lexicon_roots.size()) {
  occurrences_.reserve(reading.tokens.size());
  pool_.reserve(64);
}

std::vector<Hit> Finder::run() {
  note_words();
  for (std::size_t word = 0; word < woken_.size(); ++word) {
    for (std::uint64_t bits = woken_[word]; bits != 0; bits &= bits - 1) {
      try_rule(program_.rules[word * 64 + static_cast<std::size_t>(std::countr_zero(bits))]);
    }
  }
  return std::move(hits_);
}

// --- Which words occur ----------------------------------------------------------------------

void Finder::note_words() {
  std::uint32_t compound = 0;
  for (std::uint32_t token = 0; token < reading_.tokens.size(); ++token) {
    note_token(token);
    while (compound < reading_.compounds.size() && reading_.compounds[compound].first == token) {
      note_compound(compound++);
    }
  }
}

void Finder::note_token(std::uint32_t index) {
  text::Token const& token = reading_.tokens[index];
  Occurrence const where{.source = index};
  note_ids(token.stem, token.word, token.cased, where);
  note_prefixes(reading_.folded_of(token), where);
  std::uint32_t const form = program_.form_atoms[static_cast<std::size_t>(token.number)];
  if (form != none) note(form, where);
}

void Finder::note_compound(std::uint32_t index) {
  text::Compound const& compound = reading_.compounds[index];
  Occurrence const where{.source = index, .is_compound = true};
  note_ids(compound.stem, compound.word, compound.cased, where);
  note_prefixes(reading_.joined_of(compound), where);
}

void Finder::note_ids(text::WordId stem, text::WordId word, text::WordId cased, Occurrence where) {
  std::uint32_t atom = program_.table.find(AtomKind::stem, stem);
  if (atom != none) note(atom, where);
  if (program_.has_words) {
    atom = program_.table.find(AtomKind::word, word);
    if (atom != none) note(atom, where);
  }
  if (program_.has_cased && cased != word) {
    atom = program_.table.find(AtomKind::cased, cased);
    if (atom != none) note(atom, where);
  }
}

void Finder::note_prefixes(std::string_view letters, Occurrence where) {
  if (letters.size() < 2 || program_.prefixes.empty()) return;
  std::size_t const bucket = Program::bucket_of(letters[0], letters[1]);
  std::uint32_t const end = program_.prefix_buckets[bucket + 1];
  for (std::uint32_t i = program_.prefix_buckets[bucket]; i < end; ++i) {
    std::uint32_t const atom = program_.prefixes[i];
    if (letters.starts_with(program_.atoms[atom].letters)) note(atom, where);
  }
}

void Finder::note(std::uint32_t atom, Occurrence where) {
  List& list = lists_[atom];
  auto const place = static_cast<std::uint32_t>(occurrences_.size());
  occurrences_.push_back(where);
  if (list.first != none) {
    occurrences_[std::exchange(list.last, place)].next = place;
    return;
  }
  list = {place, place};
  for (std::uint32_t i = program_.wake_begin[atom]; i < program_.wake_begin[atom + 1]; ++i) {
    woken_[program_.woken[i] / 64] |= std::uint64_t{1} << (program_.woken[i] % 64);
  }
}

// --- Hits -----------------------------------------------------------------------------------

void Finder::try_rule(Rule const& rule) {
  if (!wanted_.contains(rule.key)) return;
  std::size_t const intervals = pool_.size();
  std::size_t const evidence = evidence_.size();
  lexicon_worked_out_ = false;
  Interval const* const best = best_of(evaluate(rule.root));
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
