// Words of an answer that are taken for a word of a pattern: slips of the keyboard and synonyms.
#include <algorithm>
#include <array>

#include "base/limits.hpp"
#include "matching/finder.hpp"
#include "matching/slip.hpp"

namespace curveball::matching {
namespace {

// A letter replaced changes two of the letters that a word has, one too much or missing one.
bool has_more_than(std::size_t letters, std::uint32_t set) {
  for (; letters > 0; --letters) set &= set - 1;
  return set != 0;
}

}  // namespace

void Finder::note_taken(std::uint32_t atom, std::uint32_t source, MatchKind kind) {
  std::uint32_t const slot = selection_.slots[atom];
  if (slot == none || is_noted(slot, source)) return;
  note(slot, evidence_.word(source, kind, atom));
}

// Whether the word stands for the slot already.
bool Finder::is_noted(std::uint32_t slot, std::uint32_t source) const {
  for (auto last = occurrences_.rbegin(); last != occurrences_.rend(); ++last) {
    if (evidence_.source_of(last->evidence) != source) return false;
    if (last->slot == slot) return true;
  }
  return false;
}

void Finder::note_synonyms(Source const& source) {
  std::uint32_t row = selection_.table.find(AtomKind::synonym, source.stem);
  if (row == none) return;
  for (; row < program_.synonyms.size() && program_.synonyms[row].first == source.stem; ++row) {
    note_taken(program_.synonyms[row].second, source.number, MatchKind::synonym);
  }
}

// Words that any pattern of the program has are no slips.
void Finder::note_slips(Source const& source) {
  if (selection_.slips.empty() || slips_ == limits::typo_words) return;
  auto const& own = program_.own_stems;
  if (std::binary_search(own.begin(), own.end(), source.stem)) return;
  ++slips_;
  for (std::string_view const letters : spellings_of(source.letters)) {
    if (!letters.empty()) note_slips_of(source, letters);
  }
}

void Finder::note_slips_of(Source const& source, std::string_view letters) {
  std::uint32_t const sketch = sketch_of(letters);
  std::size_t const shortest = std::max(SlipTable::shortest, letters.size() - 2);
  std::size_t const longest = std::min(SlipTable::longest, letters.size() + 2);
  for (std::size_t size = shortest; size <= longest; ++size) {
    std::size_t const apart = std::max(size, letters.size()) - std::min(size, letters.size());
    std::size_t const most = edits_allowed(size);
    if (apart > most) continue;
    for (SlipTable::Word const& word : selection_.slips.with(size)) {
      std::uint32_t const difference = word.sketch ^ sketch;
      if (has_more_than(2 * most - apart, difference & all_letters)) continue;
      if (size < first_letter_counts_below && difference > all_letters) continue;
      if (!is_slip_of(letters, program_.atoms[word.atom].letters)) continue;
      note_taken(word.atom, source.number, MatchKind::typo);
    }
  }
}

}  // namespace curveball::matching
