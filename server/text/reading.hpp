// An answer as it is read: tokens, sentences, and what is negated, hedged or hypothetical in it.
// Pure. A Reading is a value; a WordCache belongs to one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"
#include "text/vocabulary.hpp"
#include "text/word_cache.hpp"
#include "text/word_id.hpp"

namespace curveball::text {

enum class TokenKind : std::uint8_t {
  word,
  number,
  symbol,  // C++, C#, .NET, e.g.
};

enum class NumberForm : std::uint8_t {
  none,      // Not a number.
  amount,    // 12, 3.5, 10k, 2x, 40gb
  percent,   // 12%
  money,     // $2M, 40 EUR is an amount and a word
  duration,  // 40ms, 3h
  other,     // Counts nothing: 3rd, 2024, 24/7
};

inline constexpr std::uint32_t no_token = 0xFFFFFFFF;

// One word of the text. A contraction gives two ("don't" -> do + not), a word with an inner hyphen
// or slash one for each part (see Compound).
struct Token {
  WordId word;   // Case and accents folded, possessive 's removed.
  WordId stem;   // English stem of a word; of a number or symbol the word itself.
  WordId cased;  // cased_id(word, capitals).
  ByteSpan span;
  std::uint32_t folded_begin = 0;  // See Reading::folded_of.
  std::uint32_t folded_size = 0;
  // The token of a verb that denies this one ("skipped"), also where a negation turns it round.
  std::uint32_t denier = no_token;
  std::uint16_t sentence = 0;  // Index into Reading::sentences.
  TokenKind kind = TokenKind::word;
  NumberForm number = NumberForm::none;
  Cue cue = Cue::none;
  bool function_word = false;  // Carries no content of its own.
  bool unknown = false;        // Perhaps a slip: letters that make no English word, no acronym.
  bool after_comma = false;    // Behind a comma, colon, bracket or dash.
  bool negator = false;        // Takes effect as a negation ("not" in "not only" does not).
  bool negated = false;        // Within the reach of an odd number of negations.
  bool hedged = false;         // "maybe", "I guess", "something like" reach it.
  bool conditional = false;    // "would", "could" reach it.
};

// Parts that are written as one word: "cross-team", "CI/CD", "node.js".
struct Compound {
  WordId word;   // Folded, with its hyphens: "roll-out".
  WordId stem;   // Stem of the parts joined: "rollout".
  WordId cased;  // cased_id(word, capitals).
  ByteSpan span;
  std::uint32_t first = 0;  // Its parts are the tokens first to last.
  std::uint32_t last = 0;
  std::uint32_t joined_begin = 0;  // See Reading::joined_of.
  std::uint32_t joined_size = 0;
};

struct Sentence {
  ByteSpan span;            // From its first to its last token.
  std::uint32_t first = 0;  // Its tokens are [first, end).
  std::uint32_t end = 0;
  bool is_question = false;  // It asks: "is the date fixed", "Really?", not "I ask Tomas: when?".
};

struct Reading {
  std::vector<Token> tokens;        // At most limits::answer_tokens, in order of the text.
  std::vector<Compound> compounds;  // By first token.
  std::vector<Sentence> sentences;  // None is empty; together they hold every token.
  std::uint32_t words = 0;          // Words and symbols; a contraction or compound counts once.
  bool truncated = false;           // The text has more tokens than limits::answer_tokens.
  std::string folded;               // The text in small letters of ASCII, and behind it the folded
                                    // letters of each token and compound that is not just those.

  // The folded letters of one of the tokens; valid as long as this Reading.
  std::string_view folded_of(Token const& token) const {
    return std::string_view(folded).substr(token.folded_begin, token.folded_size);
  }
  // The folded letters of one of the compounds without what joins them: "rollout".
  std::string_view joined_of(Compound const& compound) const {
    return std::string_view(folded).substr(compound.joined_begin, compound.joined_size);
  }
};

// Reads a text. Spans are bytes of `utf8`, on its character boundaries and inside it. Bytes that
// are no UTF-8 separate words. The result depends on the text only, never on the cache.
// Polarity after ConText and NegEx (Chapman et al. 2001, Harkema et al. 2009), with word lists and
// scopes for interviews: docs/MATCHING.md.
Reading read(std::string_view utf8, WordCache& cache);

}  // namespace curveball::text
