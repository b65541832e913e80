// Listening to one answer: from its text to what the dialogue engine needs to know.
// Pure, and the only place of the core where patterns meet words.
#pragma once

#include <string_view>
#include <vector>

#include "dialogue/state.hpp"
#include "dialogue/step.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"
#include "text/reading.hpp"

namespace curveball::interview {

// Words that a main answer of each mode needs so that its evidence can carry more than level 2.
// Source: design of the gates; behavioural answers tell a story, the others may be a sentence.
inline constexpr std::uint32_t thin_below_words = 8;
inline constexpr std::uint32_t thin_below_words_behavioural = 25;

// Words without which a main answer of that mode is too short.
std::uint32_t words_needed(Mode mode);

struct Hearing {
  Reading reading;         // For the record.
  dialogue::Answer input;  // For the engine; its standing is still empty.
};

// For each turn the part of program.patterns that it listens for: the ask's expected concepts,
// every red flag, the ask's clarifying questions, and the manners. For Program::heard.
std::vector<matching::PatternSet> heard_by_turn(Program const& program);

// Reads `text` as the answer to the question that waits in `state`.
// Listens for the ask's expected concepts, every red flag, the ask's clarifying questions (in
// questions only) and, when nothing else was heard, "I don't know" and "say that again".
// What the ask expects is heard outside of what guard() masks only.
// Nothing but questions in which nothing was heard is told apart from an answer.
// A clarifying question with nothing but questions around it shows nothing: no concept is heard.
// A question that the candidate tells of ("I would ask Tomas: what is the new date?") is none of
// these: it is what they would do, and counts like any other sentence.
Hearing hear(Program const& program, dialogue::State const& state, std::string_view text,
             text::WordCache& cache);

}  // namespace curveball::interview
