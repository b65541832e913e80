#include <algorithm>
#include <array>
#include <utility>

#include "base/limits.hpp"
#include "matching/finder.hpp"

namespace curveball::matching {

void Finder::note_words() {
  auto const tokens = static_cast<std::uint32_t>(reading_.tokens.size());
  std::uint32_t next = 0;  // Of the compounds.
  for (std::uint32_t i = 0; i < tokens; ++i) {
    text::Token const& token = reading_.tokens[i];
    if (!is_excluded(i, i)) note_token(token, i);
    for (; next < reading_.compounds.size() && reading_.compounds[next].first == i; ++next) {
      text::Compound const& whole = reading_.compounds[next];
      if (is_excluded(whole.first, whole.last)) continue;
      note_source({whole.stem, whole.word, whole.cased, reading_.joined_of(whole), tokens + next});
    }
  }
}

void Finder::note_token(text::Token const& token, std::uint32_t place) {
  Source const source{token.stem, token.word, token.cased, reading_.folded_of(token), place};
  note_source(source);
  if (token.unknown) note_slips(source);
  if (token.number != text::NumberForm::none) {
    note_alike(selection_.form_slots[static_cast<std::size_t>(token.number)], {.number = place});
  }
}

bool Finder::is_excluded(std::uint32_t first, std::uint32_t last) const {
  if (search_.excluded.empty()) return false;
  return search_.excluded[first] != 0 || search_.excluded[last] != 0;
}

void Finder::note_source(Source const& source) {
  note_alike(selection_.table.find(AtomKind::stem, source.stem), source);
  if (selection_.has_words) note_alike(selection_.table.find(AtomKind::word, source.word), source);
  if (selection_.has_cased && source.cased != source.word) {
    note_alike(selection_.table.find(AtomKind::cased, source.cased), source);
  }
  note_prefixes(source);
  if (!program_.synonyms.empty()) note_synonyms(source);
}

void Finder::note_prefixes(Source const& source) {
  if (source.letters.size() < 2) return;
  for (PrefixTable::Prefix const& prefix : selection_.prefixes.candidates(source.letters)) {
    if (source.letters.starts_with(prefix.letters)) note(prefix.slot, source);
  }
}

// The slot and those of the same kind and id; none: nothing.
void Finder::note_alike(std::uint32_t slot, Source const& source) {
  for (; slot != none; slot = selection_.words[slot].alike) note(slot, source);
}

// An exact match is one with the very word of the pattern.
void Finder::note(std::uint32_t slot, Source const& source) {
  bool const exact = source.word == selection_.words[slot].word;
  note(slot, evidence_.word(source.number, exact ? MatchKind::exact : MatchKind::stem));
}

void Finder::note(std::uint32_t slot, std::uint32_t evidence) {
  Listened const& listened = selection_.words[slot];
  occurrences_.push_back({slot, evidence});
  if (places_[slot].count++ > 0) return;
  present_.push_back(slot);
  for (std::uint32_t i = listened.first_woken; i < listened.end_woken; ++i) {
    std::uint32_t const rule = selection_.woken[i];
    woken_[rule / 64] |= std::uint64_t{1} << (rule % 64);
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
  constexpr std::array<std::uint16_t, 4> strengths{1000, 1000, 900, 850};  // Of MatchKind.
  return {.begin = begin,
          .end = end,
          .evidence = evidence,
          .content = end,
          .strength = strengths[static_cast<std::size_t>(evidence_.kind_of(evidence))],
          .negators = static_cast<std::uint16_t>(last.negator ? 1 : 0),
          .has_content = !last.function_word};
}

}  // namespace curveball::matching
