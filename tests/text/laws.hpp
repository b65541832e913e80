// What holds of every reading. Shared by the tests and the fuzzers.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/reading.hpp"

namespace curveball::text {

inline bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// A stretch of well-formed text that begins and ends between characters.
inline bool is_proper(std::string_view text, ByteSpan span) {
  return span.begin < span.end && span.end <= text.size() && is_boundary(text, span.begin) &&
         is_boundary(text, span.end);
}

inline std::string_view broken_token_law(std::string_view text, Reading const& reading) {
  std::uint32_t end = 0;
  for (Token const& token : reading.tokens) {
    if (!is_proper(text, token.span)) return "a token's span is no stretch of the text";
    if (token.span.begin < end) return "two tokens overlap";
    if (token.sentence >= reading.sentences.size()) return "a token stands in no sentence";
    if (reading.folded_of(token).empty()) return "a token has no letters";
    if (token.word != word_id(reading.folded_of(token))) return "a token is not its letters";
    end = token.span.end;
  }
  return {};
}

inline std::string_view broken_sentence_law(std::string_view text, Reading const& reading) {
  std::uint32_t first = 0;
  for (Sentence const& sentence : reading.sentences) {
    if (sentence.first != first) return "a token stands between two sentences";
    if (sentence.first >= sentence.end) return "a sentence is empty";
    if (!is_proper(text, sentence.span)) return "a sentence's span is no stretch of the text";
    first = sentence.end;
  }
  return first == reading.tokens.size() ? "" : "a token stands behind the last sentence";
}

// The first law that the reading of well-formed `text` breaks; empty: it keeps them all.
inline std::string_view broken_law(std::string_view text, Reading const& reading) {
  if (auto const law = broken_token_law(text, reading); !law.empty()) return law;
  if (auto const law = broken_sentence_law(text, reading); !law.empty()) return law;
  bool const proper = std::all_of(
      reading.compounds.begin(), reading.compounds.end(), [&](Compound const& compound) {
        return is_proper(text, compound.span) && compound.first < compound.last &&
               compound.last < reading.tokens.size();
      });
  return proper ? "" : "a compound is not made of tokens";
}

}  // namespace curveball::text
