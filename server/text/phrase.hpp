// Finds short wordings in one sentence: for measures that need no author and give no credit.
// Private to the room.
//
// A wording is elements that stand one behind another:
//   word|word   one of these words (folded, contractions spelled out: "i am")
//   word*       any word that begins so
//   ?element    up to two such words, or none
//   ^  $        the begin and the end of the sentence
//   ,           the next word stands behind a comma, colon, bracket or dash
//   DID ING NUM MEASURE ADV ANY   a past tense, a form in -ing, a number, a number with its unit
//                                 (40%, $3M, 20ms), an adverb, any word
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "text/reading.hpp"
#include "text/word_class.hpp"

namespace curveball::text {

// Lives no longer than the reading.
class PhraseFinder {
 public:
  PhraseFinder(Reading const& reading, Sentence const& sentence);

  bool occurs(std::string_view wording) const;

  // How many times one of the wordings occurs; no word is counted twice.
  std::size_t count(std::span<std::string_view const> wordings) const;

  // Whether a word of the sentence is I, we, my, us or the like.
  bool has_first_person() const;

 private:
  struct Word {
    std::string_view letters;
    WordClasses classes;
    std::uint32_t initial = 0;  // A bit for its first letter.
    bool after_comma = false;
  };
  static bool is_alternative(std::string_view wanted, Word const& word);
  static bool is_element(std::string_view element, Word const& word);
  bool holds_mark(char mark, std::size_t at) const;
  std::optional<std::size_t> end_at(std::string_view wording, std::size_t at) const;

  std::vector<Word> words_;
  std::uint32_t initials_ = 0;  // Of all words.
};

}  // namespace curveball::text
