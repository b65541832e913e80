// Words that an answer did not find itself: the question's, a sample's, its own once more. Pure;
// any thread.
#pragma once

#include <span>

#include "text/mask.hpp"
#include "text/reading.hpp"
#include "text/word_set.hpp"

namespace curveball::text {

// Adds what mask_echoes looks for: the words of content of a text, by stem, and its numbers.
void add_stems(Reading const& reading, WordSet& stems);

// Adds what mask_runs looks for: every five words in a row of a text, across its sentences.
void add_runs(Reading const& reading, WordSet& runs);

// Masks each sentence that gives back what was asked: of at least 6 words of content 4 of 5 stand
// in one of `asked`, all numbers among them.
void mask_echoes(Reading const& reading, std::span<WordSet const* const> asked, Mask& mask);

// Masks what was copied: 12 words in a row that stand so in a text of `runs`, and everything in
// common when that is at least 60 % of all the answer's five words in a row.
void mask_runs(Reading const& reading, WordSet const& runs, Mask& mask);

// Masks each sentence of at least 5 tokens whose words are those of an earlier one.
void mask_repeats(Reading const& reading, Mask& mask);

}  // namespace curveball::text
