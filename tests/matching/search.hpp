// What the tests of this room share: one pattern against one text.
#pragma once

#include <gtest/gtest.h>
#include <optional>
#include <string>
#include <string_view>

#include "matching/pattern_set.hpp"

namespace curveball::matching {

inline Pattern parsed(std::string_view source) {
  Result<Pattern, PatternError> pattern = parse(source);
  if (!pattern) {
    ADD_FAILURE() << source << ": " << pattern.error().message;
    return *parse("x");
  }
  return *pattern;
}

inline PatternSet set_of(std::string_view source) {
  PatternSetBuilder builder;
  builder.add(0, parsed(source));
  Result<PatternSet, BuildError> set = builder.build();
  if (!set) {
    ADD_FAILURE() << source << ": " << set.error().error.message;
    return {};
  }
  return *set;
}

// The hit of the pattern in the text, if there is one.
inline std::optional<Hit> search(std::string_view source, std::string_view text) {
  text::WordCache cache;
  std::vector<Hit> const hits = find(set_of(source), text::read(text, cache));
  if (hits.empty()) return {};
  return hits.front();
}

// The words found, in brackets; "~" behind those that only share a stem. "" without a hit.
inline std::string found(std::string_view source, std::string_view text) {
  std::optional<Hit> const hit = search(source, text);
  std::string out;
  if (!hit) return out;
  for (Evidence const& word : hit->evidence) {
    out += "[" + std::string(text.substr(word.span.begin, word.span.end - word.span.begin)) + "]";
    out += word.kind == MatchKind::exact ? "" : "~";
  }
  return out;
}

}  // namespace curveball::matching
