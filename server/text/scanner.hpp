// Cuts a text into tokens and sentences. Private to the room: use read().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/character.hpp"
#include "text/reading.hpp"
#include "text/word_cache.hpp"

namespace curveball::text {

// Lives for one reading. run() fills `out` with everything but polarity and hedging.
class Scanner {
 public:
  Scanner(std::string_view text, WordCache& cache, Reading& out);
  void run();

 private:
  // A token that grows letter by letter at the end of Reading::folded.
  struct Draft {
    std::size_t begin = 0;
    std::size_t folded_begin = 0;
    std::uint64_t capitals = 0;
    std::uint32_t letters = 0;
    TokenKind kind = TokenKind::word;
    NumberForm number = NumberForm::none;
    std::size_t apostrophe = 0;     // Bytes of folded letters before the last one; 0: none.
    std::size_t apostrophe_at = 0;  // Where it stands in the text,
    std::size_t letter_before = 0;  // and the letter before it.
  };
  // A part that a contraction was cut into.
  struct Piece {
    std::string_view folded;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  // scanner.cpp: from character to character.
  Character at(std::size_t position) const { return character_at(text_, position); }
  void step();
  void scan_symbol(Character const& c);
  void scan_full_stop();
  bool ends_sentence_after_stop(std::size_t position, bool ellipsis) const;
  bool follows_abbreviation() const;
  bool skip_list_mark();
  void end_sentence(bool question);
  void scan_chain();
  std::size_t joiner_at(std::size_t position) const;
  void add_compound(std::size_t first, std::size_t begin);

  // scan_word.cpp: one word, symbol or contraction.
  Draft start_draft() const;
  bool scan_plain_word();
  void take(Draft& draft, Character const& c);
  void scan_word();
  void take_letters(Draft& draft);
  void take_small_letters(Draft& draft);
  bool take_apostrophe(Draft& draft, Character const& c);
  bool begins_next_sentence(Draft const& draft, Character const& c) const;
  void take_symbol_suffix(Draft& draft);
  bool scan_dotted_letters();
  bool scan_dot_net();
  std::string_view letters_of(Draft const& draft) const;
  void finish_word(Draft& draft);
  bool split_contraction(Draft const& draft);
  void split_off(Draft const& draft, Piece base, Piece rest);
  void add_piece(Piece const& piece);
  void add(Draft const& draft, std::size_t end);
  void add(Draft const& draft, std::size_t end, WordFacts const& facts);
  void put(Token token, std::uint64_t capitals, WordFacts const& facts);

  // scan_number.cpp: digits with their unit.
  bool is_currency(std::size_t position) const;
  void scan_number();
  void take_digits(Draft& draft);
  void take_unit(Draft& draft);

  std::string_view text_;
  WordCache& cache_;
  Reading& out_;
  std::size_t at_ = 0;
  std::size_t first_of_sentence_ = 0;
  bool line_start_ = true;
  bool after_comma_ = false;
  bool break_due_ = false;   // The next word begins a sentence without a full stop ("waterThe").
  bool just_ended_ = false;  // Only marks of punctuation since the last sentence.
  std::string compound_;     // Kept for its memory.
  std::string compound_joined_;
};

}  // namespace curveball::text
