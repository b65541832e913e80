#include "text/laws.hpp"

#include <array>
#include <gtest/gtest.h>
#include <string>

#include "base/draw.hpp"
#include "base/utf8.hpp"
#include "text/reading.hpp"

namespace curveball::text {
namespace {

constexpr std::array<std::string_view, 44> pieces{
    "a", "B",       "escalate", "not", " ",  " ", " ",      " ",      "\n", ".",      "...",
    ",", "?",       "!",        ";",   "'",  "’", "-",      "–",      "—",  "/",      "&",
    "_", "+",       "++",       "#",   "$",  "€", "%",      "1",      "23", "n't",    "'s",
    "é", "e\u0301", "Ω",        "Ж",   "日", "😀", "\u200B", "\u00A0", "•",  "cannot", "waterThe"};

// Random text of well-formed characters, words and marks.
std::string random_text(std::uint64_t seed) {
  std::string text;
  auto const length = draw_below({.seed = seed, .purpose = "length"}, 60);
  for (std::uint32_t i = 0; i < length; ++i) {
    text += pieces[draw_below({.seed = seed, .purpose = "piece", .visit = i}, pieces.size())];
  }
  return text;
}

TEST(ReadingLaws, SpansLieInsideTheTextOnCharacterBoundaries) {
  WordCache cache;

  for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
    std::string const text = random_text(seed);
    ASSERT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(broken_law(text, read(text, cache)), "") << testing::PrintToString(text);
  }
}

TEST(ReadingLaws, AnyCodePointsAreRead) {
  WordCache cache;

  for (char32_t begin = 0; begin < 0x3000; begin += 0x40) {
    std::string text = "x";
    for (char32_t c = begin; c < begin + 0x40; ++c) {
      if (c < 0x80) {
        text += static_cast<char>(c);
      } else if (c < 0x800) {
        text += {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
      } else {
        text +=
            {static_cast<char>(0xE0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
             static_cast<char>(0x80U | (c & 0x3FU))};
      }
    }
    ASSERT_TRUE(is_valid_utf8(text));
    EXPECT_EQ(broken_law(text, read(text, cache)), "") << testing::PrintToString(text);
  }
}

TEST(ReadingLaws, BytesThatAreNoUtf8AreSurvived) {
  WordCache cache;

  for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
    std::string text;
    for (std::uint32_t i = 0; i < 40; ++i) {
      text += static_cast<char>(draw_below({.seed = seed, .purpose = "byte", .visit = i}, 256));
    }
    Reading const reading = read(text, cache);
    for (Token const& token : reading.tokens) {
      EXPECT_LE(token.span.end, text.size()) << seed;
      EXPECT_LT(token.span.begin, token.span.end) << seed;
    }
  }
}

bool same(Token const& a, Token const& b) {
  return a.word == b.word && a.stem == b.stem && a.cased == b.cased && a.span == b.span &&
         a.sentence == b.sentence && a.kind == b.kind && a.number == b.number && a.cue == b.cue &&
         a.function_word == b.function_word && a.negated == b.negated && a.hedged == b.hedged &&
         a.conditional == b.conditional && a.negator == b.negator;
}

TEST(ReadingLaws, TheCacheNeverChangesAResult) {
  WordCache warm;
  WordCache tiny(2);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    std::string const text = random_text(seed);
    WordCache cold;

    Reading const a = read(text, cold);
    read(text, warm);
    Reading const b = read(text, warm);
    Reading const c = read(text, tiny);

    ASSERT_EQ(a.tokens.size(), b.tokens.size());
    ASSERT_EQ(a.tokens.size(), c.tokens.size());
    for (std::size_t i = 0; i < a.tokens.size(); ++i) {
      EXPECT_TRUE(same(a.tokens[i], b.tokens[i])) << testing::PrintToString(text);
      EXPECT_TRUE(same(a.tokens[i], c.tokens[i])) << testing::PrintToString(text);
    }
    EXPECT_EQ(a.folded, c.folded);
  }
}

}  // namespace
}  // namespace curveball::text
