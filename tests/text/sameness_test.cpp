#include "text/sameness.hpp"

#include <array>
#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

constexpr std::string_view question =
    "Your wallet goes live on 3 June. Identity promised you its token API for 12 May; its lead "
    "says it will be 2 June. Walk me through what you do.";

// What a rule covers of a text, as text; stretches are joined by "|".
template <class Rule>
std::string covered(std::string_view text, Rule const& rule) {
  WordCache cache;
  Reading const reading = read(text, cache);
  Mask mask(reading.tokens.size());
  rule(reading, mask);
  std::string out;
  std::size_t end = 0;
  for (std::size_t i = 0; i < reading.tokens.size(); ++i) {
    if (mask.at(i) == MaskReason::none) continue;
    auto const& span = reading.tokens[i].span;
    bool const goes_on = i > 0 && mask.at(i - 1) != MaskReason::none;
    if (!goes_on && !out.empty()) out += "|";
    out += text.substr(goes_on ? end : span.begin, span.end - (goes_on ? end : span.begin));
    end = span.end;
  }
  return out;
}

std::string echoes(std::string_view text) {
  WordCache cache;
  WordSet asked;
  add_stems(read(question, cache), asked);
  std::array<WordSet const*, 1> const sets{&asked};
  return covered(text,
                 [&](Reading const& reading, Mask& mask) { mask_echoes(reading, sets, mask); });
}

std::string copies(std::string_view sample, std::string_view text) {
  WordCache cache;
  WordSet runs;
  add_runs(read(sample, cache), runs);
  return covered(text, [&](Reading const& reading, Mask& mask) { mask_runs(reading, runs, mask); });
}

std::string repeats(std::string_view text) { return covered(text, mask_repeats); }

TEST(Echo, ASentenceOfTheQuestionsOwnWordsIsMasked) {
  EXPECT_EQ(echoes("Identity's wallet goes live on 3 June. I call him."),
            "Identity's wallet goes live on 3 June");
  EXPECT_EQ(echoes("The token API that Identity promised goes live in June."),
            "The token API that Identity promised goes live in June");
}

TEST(Echo, ASentenceThatAddsSomethingIsNot) {
  EXPECT_EQ(echoes("I ask the lead what is left and whether the token API can come in parts."), "");
}

TEST(Echo, ANumberOfOnesOwnIsAnAddition) {
  EXPECT_EQ(echoes("With the API on 2 June the wallet goes live on 16 June."), "");
}

TEST(Echo, SixWordsOfContentAreNeeded) {
  EXPECT_EQ(echoes("Identity's lead says 2 June."), "");
  EXPECT_EQ(echoes("Identity's lead says token API 2 June."),
            "Identity's lead says token API 2 June");
}

constexpr std::string_view sample =
    "I ring the Identity lead and ask what is left and how sure he is of the date, and whether the "
    "read part could come sooner. Then I write one page with three ways.";

TEST(Copy, TwelveWordsInARowAreACopyAndElevenAreNot) {
  std::string const own =
      "On the first morning, before anything else, we sit together at one table; ";
  EXPECT_EQ(copies(sample, own + "I ring the Identity lead and ask what is left and how. We talk "
                                 "about nothing but that until noon, honestly, all six of us."),
            "I ring the Identity lead and ask what is left and how");
  EXPECT_EQ(copies(sample, own + "I ring the Identity lead and ask what is left and. We talk about "
                                 "nothing but that until noon, honestly, all six of us."),
            "");
}

TEST(Copy, MostOfItInPiecesIsACopyToo) {
  EXPECT_EQ(copies(sample,
                   "I ring the Identity lead and ask what is missing. Whether the read part "
                   "could come sooner. Then I write one page."),
            "I ring the Identity lead and ask what is|Whether the read part could come sooner. "
            "Then I write one page");
}

TEST(Copy, NothingIsCopiedFromNothing) {
  EXPECT_EQ(copies("", sample), "");
  EXPECT_EQ(copies(sample, "I ring."), "");
}

TEST(Repeat, TheSameSentenceCountsOnce) {
  EXPECT_EQ(repeats("I name one owner each. We go on. I NAME one owner, each!"),
            "I NAME one owner, each");
}

TEST(Repeat, AShortSentenceMayComeAgain) {
  EXPECT_EQ(repeats("No risk for us. We go on with it. No risk for us."), "");
}

}  // namespace
}  // namespace curveball::text
