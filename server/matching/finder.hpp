// Looks for the patterns of a Program in one reading. Private to the room: use find().
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "matching/interval.hpp"
#include "matching/pattern_set.hpp"
#include "matching/program.hpp"
#include "matching/selection.hpp"

namespace curveball::matching {

// Lives for one search.
class Finder {
 public:
  Finder(Program const& program, Selection const& selection, text::Reading const& reading,
         Search const& search);
  std::vector<Hit> run();

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;
  using Slices = std::span<Slice const>;

  // One place where an atom occurs, by its number as evidence.
  struct Occurrence {
    std::uint32_t slot = 0;
    std::uint32_t evidence = 0;
  };
  // A word of the answer: what it is compared by, and where it stands.
  struct Source {
    text::WordId stem;
    text::WordId word;
    text::WordId cased;
    std::string_view letters;
    std::uint32_t number = 0;  // In EvidencePool.
  };

  // --- Which words occur (occurrences.cpp) ---
  void note_words();
  void note_token(text::Token const& token, std::uint32_t place);
  bool is_excluded(std::uint32_t first, std::uint32_t last) const;
  void note_source(Source const& source);
  void note_prefixes(Source const& source);
  void note_alike(std::uint32_t slot, Source const& source);
  void note(std::uint32_t slot, Source const& source);
  void note(std::uint32_t slot, std::uint32_t evidence);
  void note_synonyms(Source const& source);
  void note_slips(Source const& source);
  void note_slips_of(Source const& source, std::string_view letters);
  void note_taken(std::uint32_t atom, std::uint32_t source, MatchKind kind);
  bool is_noted(std::uint32_t slot, std::uint32_t source) const;
  void gather();
  Interval interval_of(std::uint32_t evidence) const;

  // --- Hits ---
  void try_rule(Rule const& rule);
  Interval const* best_of(Slice slice) const;
  void note_places(std::uint32_t key, Slice slice);
  void keep(Rule const& rule, Interval const& best);

  // --- Intervals of one step (evaluate.cpp) ---
  Slice evaluate(std::uint32_t step);
  bool is_absent(std::uint32_t id) const;
  Slice places_of(Step const& step) const { return places_[selection_.slots[step.atom]]; }
  Slice evaluate_lexicon(std::uint32_t lexicon);
  Slice evaluate_any_of(Step const& step);
  Slice merge(std::size_t bottom);
  Slice evaluate_window(Step const& step);
  Slice put_together(Step const& step, Slices parts);
  Slice evaluate_unless(Step const& step);
  Slice evaluate_weighted(Step const& step);
  Slice evaluate_filter(Step const& step);
  bool passes(Op op, Interval const& interval) const;
  bool is_close(Interval const& a, Interval const& b, Scope const& scope) const;

  // --- Windows (windows.cpp) ---
  Slice phrase(Slices parts);
  Slice append_neighbours(Slice left, Slice right);
  Slice ordered_windows(Slices parts, Scope const& scope);
  Slice nearby_windows(Slices parts, Scope const& scope);
  bool settle(Slices parts);
  std::optional<Interval> chain(Interval start, Slices parts, Scope const& scope);
  std::optional<Interval> window(Slices parts, Scope const& scope);
  bool same_sentence(Interval const& interval) const;
  Interval join(Interval const& a, Interval const& b);
  std::uint32_t first_after(Slice slice, std::uint32_t token) const;
  Slice without_containing(Slice slice);
  Slice since(std::size_t first) const;
  bool is_full(std::size_t first) const;

  Program const& program_;
  Selection const& selection_;
  text::Reading const& reading_;
  Search const& search_;
  std::vector<Slice> places_;            // By slot: where it occurs, by place; the lowest of pool_.
  std::vector<std::uint32_t> present_;   // Slots that occur,
  std::vector<Occurrence> occurrences_;  // and where, by place.
  std::vector<std::uint64_t> woken_;     // A bit for each rule.
  std::size_t slips_ = 0;                // Words looked at as slips of the keyboard.
  std::vector<Interval> pool_;
  EvidencePool evidence_;
  std::vector<Slice> parts_;          // Of the steps at work, innermost last.
  std::vector<Interval> scratch_;     // Kept for their memory, as heads_.
  std::vector<std::uint32_t> heads_;  // Of nearby_windows: each part's interval at work.
  std::vector<std::optional<Slice>> lexicons_;
  bool lexicon_worked_out_ = false;
  std::vector<Hit> hits_;
  std::uint32_t best_width_ = 0;  // Of the last hit,
  std::uint32_t best_begin_ = 0;  // and its first token.
};

}  // namespace curveball::matching
