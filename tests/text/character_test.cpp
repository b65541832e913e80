#include "text/character.hpp"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace curveball::text {
namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    Character const c = character_at(text, at);
    out.append(c.folded.data(), c.folded_bytes);
    at += c.source_bytes;
  }
  return out;
}

TEST(Character, FoldsCaseAccentsAndForms) {
  struct Case {
    std::string_view text;
    std::string_view folded;
  };
  Case const cases[] = {
      {"Straße", "strasse"},
      {"ÆON Œuvre", "aeon oeuvre"},
      {"naïve CAFÉ", "naive cafe"},
      {"Łódź", "lodz"},
      {"İstanbul", "istanbul"},
      {"ΑΘΉΝΑΣ Άλφα", "αθηνασ αλφα"},
      {"ς", "σ"},
      {"ᾳ Ὀδυσσεύς", "α οδυσσευσ"},
      {"Ёлка Йод", "елка иод"},
      {"ｆｕｌｌ１２％", "full12%"},
      {"‘a’ “b” «c»", "'a' \"b\" \"c\""},
      {"a‐b‑c–d−e", "a-b-c-d-e"},
      {"a\u00A0b\u2003c", "a b c"},
      {"ﬁnd eﬃcient", "find efficient"},
      {"日本語 العربية", "日本語 العربية"},
  };

  for (Case const& c : cases) EXPECT_EQ(folded(c.text), c.folded) << c.text;
}

TEST(Character, ComposedAndDecomposedLettersFoldAlike) {
  EXPECT_EQ(folded("e\u0301"), folded("\u00E9"));
  EXPECT_EQ(folded("\u0438\u0306"), folded("\u0439"));
  EXPECT_EQ(folded("\u03B1\u0345"), folded("\u1FB3"));
}

TEST(Character, CapitalsAreSeen) {
  for (std::string_view const capital : {"A", "É", "Ω", "Ж"}) {
    EXPECT_TRUE(character_at(capital, 0).capital) << capital;
  }
  for (std::string_view const small : {"a", "é", "ω", "ж", "1", "日"}) {
    EXPECT_FALSE(character_at(small, 0).capital) << small;
  }
}

TEST(Character, BeyondTheEndIsASpaceOfNoBytes) {
  Character const c = character_at("a", 1);

  EXPECT_EQ(c.kind, CharClass::space);
  EXPECT_EQ(c.source_bytes, 0);
}

}  // namespace
}  // namespace curveball::text
