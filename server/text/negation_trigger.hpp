// Which words of a sentence deny something. Private to the room: use read().
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>

#include "text/reading.hpp"

namespace curveball::text {

template <std::size_t n>
bool is_one_of(std::array<WordId, n> const& rows, WordId wanted) {
  return std::find(rows.begin(), rows.end(), wanted) != rows.end();
}

// The tokens of one sentence, which may be asked for beyond its ends.
class SentenceView {
 public:
  SentenceView(Reading const& reading, Sentence const& sentence)
      : reading_(reading), sentence_(sentence) {}

  std::size_t first() const { return sentence_.first; }
  std::size_t end() const { return sentence_.end; }
  bool is_question() const { return sentence_.is_question; }
  bool holds(std::size_t i) const { return i >= first() && i < end(); }
  Token const& token(std::size_t i) const { return reading_.tokens[i]; }
  Cue cue(std::size_t i) const { return holds(i) ? token(i).cue : Cue::none; }
  bool is(std::size_t i, WordId word) const { return holds(i) && token(i).word == word; }
  // Whether token i stands behind a comma, colon, bracket or dash.
  bool comma(std::size_t i) const { return holds(i) && token(i).after_comma; }
  // Whether nothing of the clause follows from token i on.
  bool is_over(std::size_t i) const { return !holds(i) || comma(i); }
  bool ends_in(std::size_t i, std::string_view ending) const;
  // "named", "written", "done": a past participle by its ending or by name.
  bool is_participle(std::size_t i) const;
  // Whether the token is one part of a word with a hyphen or slash: "no-go".
  bool in_compound(std::size_t i) const;
  // Whether it is such a part and not the first: "go".
  bool continues_compound(std::size_t i) const;

 private:
  Reading const& reading_;
  Sentence const& sentence_;
};

enum class Reach : std::uint8_t {
  none,     // It denies nothing.
  clause,   // What follows, to the end of the clause: not, never, no.
  absence,  // As clause, but a subject ends it without a comma: without, instead of.
  phrase,   // The object alone: avoid, skip.
  before,   // What stands before it: "was cancelled", "fell through".
  topic     // All that stands before it: "Milestones there were none".
};

struct Denial {
  Reach reach = Reach::none;
  std::size_t begin = 0;  // Where the denied words begin; of before and topic not used.
};

// "Dashboards? We had none.": where `denial` denies and says no more, it denies what the short
// question before it names; of a statement ("I looked for an owner. There was none.") the last
// thing in it.
void deny_previous(Reading& reading, Sentence const& previous, Sentence const& denial);

// Whether "not", "no", "without" at that place denies nothing: "not only", "no doubt", "without
// hesitation", "without a baseline we don't start".
bool is_pseudo_not(SentenceView const& sentence, std::size_t i);
bool is_pseudo_no(SentenceView const& sentence, std::size_t i);
bool is_pseudo_without(SentenceView const& sentence, std::size_t i);

// "would have gone", "would never have known" somewhere behind the token.
bool has_unreal_clause(SentenceView const& sentence, std::size_t i);

// What the token, with those behind it, denies.
Denial denial_at(SentenceView const& sentence, std::size_t i);

}  // namespace curveball::text
