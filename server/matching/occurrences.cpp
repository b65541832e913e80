#include <algorithm>
#include <utility>

#include "base/limits.hpp"
#include "matching/finder.hpp"

namespace curveball::matching {

void Finder::note_words() {
  auto const tokens = static_cast<std::uint32_t>(reading_.tokens.size());
  std::uint32_t next = 0;  // Of the compounds.
  for (std::uint32_t i = 0; i < tokens; ++i) {
    text::Token const& token = reading_.tokens[i];
    note_source({token.stem, token.word, token.cased, reading_.folded_of(token), i});
    if (token.number != text::NumberForm::none) {
      note_alike(program_.form_atoms[static_cast<std::size_t>(token.number)], {.number = i});
    }
    for (; next < reading_.compounds.size() && reading_.compounds[next].first == i; ++next) {
      text::Compound const& whole = reading_.compounds[next];
      note_source({whole.stem, whole.word, whole.cased, reading_.joined_of(whole), tokens + next});
    }
  }
}

void Finder::note_source(Source const& source) {
  note_alike(program_.table.find(AtomKind::stem, source.stem), source);
  if (program_.has_words) note_alike(program_.table.find(AtomKind::word, source.word), source);
  if (program_.has_cased && source.cased != source.word) {
    note_alike(program_.table.find(AtomKind::cased, source.cased), source);
  }
  note_prefixes(source);
}

void Finder::note_prefixes(Source const& source) {
  if (source.letters.size() < 2 || program_.prefixes.empty()) return;
  std::size_t const bucket = Program::bucket_of(source.letters[0], source.letters[1]);
  std::uint32_t const end = program_.prefix_buckets[bucket + 1];
  for (std::uint32_t i = program_.prefix_buckets[bucket]; i < end; ++i) {
    std::uint32_t const atom = program_.prefixes[i];
    if (source.letters.starts_with(program_.atoms[atom].letters)) note(atom, source);
  }
}

// The atom and those of the same kind and id; none: nothing.
void Finder::note_alike(std::uint32_t atom, Source const& source) {
  for (; atom != none; atom = program_.spellings[atom].alike) note(atom, source);
}

// An exact match is one with the very word of the pattern.
void Finder::note(std::uint32_t atom, Source const& source) {
  std::uint32_t const slot = selection_.slots[atom];
  if (slot == none) return;
  bool const exact = source.word == program_.spellings[atom].word;
  occurrences_.push_back(
      {slot, evidence_.word(source.number, exact ? MatchKind::exact : MatchKind::stem)});
  if (places_[slot].count++ > 0) return;
  present_.push_back(slot);
  for (std::uint32_t i = program_.wake_begin[atom]; i < program_.wake_begin[atom + 1]; ++i) {
    woken_[program_.woken[i] / 64] |= std::uint64_t{1} << (program_.woken[i] % 64);
  }
}

// Puts what was noted into the pool, atom by atom.
void Finder::gather() {
  constexpr auto most = static_cast<std::uint32_t>(limits::intervals_per_node);
  std::uint32_t size = 0;
  for (std::uint32_t const slot : present_) {
    std::uint32_t const first = std::exchange(size, size + std::min(places_[slot].count, most));
    places_[slot] = {.first = first, .count = 0};
  }
  pool_.reserve(size + 64);
  pool_.resize(size);
  for (Occurrence const& occurrence : occurrences_) {
    Slice& places = places_[occurrence.slot];
    if (places.count == most) continue;
    pool_[places.first + places.count++] = interval_of(occurrence.evidence);
  }
}

Interval Finder::interval_of(std::uint32_t evidence) const {
  std::size_t const source = evidence_.source_of(evidence);
  std::size_t const tokens = reading_.tokens.size();
  auto begin = static_cast<std::uint32_t>(source);
  std::uint32_t end = begin;
  if (source >= tokens) {
    begin = reading_.compounds[source - tokens].first;
    end = reading_.compounds[source - tokens].last;
  }
  text::Token const& last = reading_.tokens[end];
  return {.begin = begin,
          .end = end,
          .evidence = evidence,
          .content = end,
          .negators = static_cast<std::uint16_t>(last.negator ? 1 : 0),
          .has_content = !last.function_word};
}

}  // namespace curveball::matching
