// What may be written as one word of a pattern. Private to the room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace curveball::matching {

// Where the letters and marks of a word that begins at byte `at` end; `at` when none begins there.
std::size_t end_of_word(std::string_view source, std::size_t at);

// How the word was marked.
struct WordForm {
  bool exact = false;   // =word
  bool prefix = false;  // word*
  bool cut = false;     // Letters stand behind its *.
};

// What is wrong with the word, in one line; empty: nothing.
std::string word_fault(std::string_view word, WordForm form);

// What to say about a character at byte `at` that is no part of a word and fits no rule there.
std::string misplaced(std::string_view source, std::size_t at);

// What to say when the bracket that was opened at byte `opened` is never closed.
std::string closing_missing(char closing, std::size_t opened);

}  // namespace curveball::matching
