// How much of a text holds sentences together: a list of terms has next to nothing of it, however
// its terms are strung. Pure; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "text/mask.hpp"
#include "text/reading.hpp"

namespace curveball::text {

// Counts of a stretch. Numbers and single letters are left out, so that a formula is no list; "I"
// and "a" are words.
struct ProseCount {
  std::uint32_t words = 0;
  std::uint32_t links = 0;    // Prepositions, determiners, pronouns, auxiliaries; not the articles,
                              // "and", "because" and the like, which any list can be strung with.
  std::uint32_t clauses = 0;  // Of the links those that clauses are made of: I, is, would, if, to.
};

// Counts for any stretch of one reading, which must outlive it.
class Prose {
 public:
  explicit Prose(Reading const& reading);

  // Of the tokens [first, end).
  ProseCount count(std::size_t first, std::size_t end) const;
  // The tokens that are counted as words, in order.
  std::vector<std::uint32_t> const& words() const { return words_; }
  Reading const& reading() const { return reading_; }

 private:
  Reading const& reading_;
  std::vector<ProseCount> before_;  // Of all tokens before each; one more than tokens.
  std::vector<std::uint32_t> words_;
};

// Whether a sentence has what makes one: a clause word or two links.
bool holds_together(ProseCount const& sentence);

// Masks chains of terms: 40 words with at most 5 links, none of them a clause's (list); 20 words
// that are one word for 40 % or two for 60 %, with more than 4 links 45 % or 65 % (salad). Measured
// on answers to technical questions and on the exemplars of the shipped interviews: docs/GUARDS.md.
void mask_lists(Prose const& prose, Mask& mask);
void mask_salad(Prose const& prose, Mask& mask);

}  // namespace curveball::text
