#include "text/prose.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

// Forty-two terms without a word that makes a sentence.
std::string const terms =
    "critical path slack dependency escalation directors trade-off options cost recommendation "
    "decision stub mock contract test sponsor warning log record agreement scope cut rollout "
    "fraud fix lead stakeholders mitigation contingency owner deadline forecast baseline risk "
    "register canary threshold monitoring dashboard hypercare";

std::string strung(std::string_view between) {
  std::string text;
  std::string word;
  for (char const c : terms + " ") {
    if (c != ' ') {
      word.push_back(c);
      continue;
    }
    if (!text.empty()) text += between;
    text += word;
    word.clear();
  }
  return text;
}

std::size_t masked_by(void (*rule)(Prose const&, Mask&), std::string_view text) {
  WordCache cache;
  Reading const reading = read(text, cache);
  Mask mask(reading.tokens.size());
  rule(Prose(reading), mask);
  return mask.covered();
}

TEST(Prose, CountsLinksAndClauseWordsButNoArticlesNumbersOrLetters) {
  WordCache cache;
  Reading const reading = read("I see a plan and the 3 risks of x", cache);

  ProseCount const count = Prose(reading).count(0, reading.tokens.size());

  EXPECT_EQ(count.words, 8U) << "all but 3 and x";
  EXPECT_EQ(count.links, 2U) << "I, of";
  EXPECT_EQ(count.clauses, 1U) << "I";
}

TEST(Prose, AListIsMaskedHoweverItsTermsAreStrung) {
  for (std::string_view const between :
       {" ", ", ", ". ", "\n", " and ", " and the ", ", because ", "; the "}) {
    auto const text = strung(between);
    EXPECT_GT(masked_by(mask_lists, text), 30U) << text;
  }
}

TEST(Prose, SentencesAreNoList) {
  EXPECT_EQ(
      masked_by(mask_lists,
                "The critical path runs through the API, so each day that it slips costs us a day. "
                "I ask the lead what is left and how sure he is, and my engineers build against a "
                "stub until then. By Thursday both directors decide which of three ways we take."),
      0U);
}

TEST(Prose, ShortNotesBesideSentencesAreNoList) {
  EXPECT_EQ(masked_by(mask_lists,
                      "Checked in week 1:\n- SSO: read the mail thread and asked the buyer. It's a "
                      "renewal, due 30 September\n- Bulk edit: a fifth of tickets, but they're the "
                      "two-minute ones\n- Sign-up: half of them come back within a week\nChoice: "
                      "SSO. It costs us the pace for a quarter, about 27,000."),
            0U);
}

TEST(Prose, AFormulaIsNoListAndNoSalad) {
  std::string const formula =
      "P(A) = P(X=3) + P(X=4) + P(X=5) + P(X=6) = 0.27648 + 0.31104 + 0.186624 + 0.046656, "
      "P(B) = 0.6*0.6*0.6*0.4*0.4*0.4 = 0.013824, P(C) = P(X=3) = 0.27648";

  EXPECT_EQ(masked_by(mask_lists, formula), 0U);
  EXPECT_EQ(masked_by(mask_salad, formula), 0U);
}

TEST(Prose, FewWordsOverAndOverAreSalad) {
  EXPECT_GT(masked_by(mask_salad,
                      "and the path and the slack and the owner and the date and the risk and the "
                      "cost and the log and the test"),
            15U);
  EXPECT_GT(masked_by(mask_salad,
                      "owner owner owner plan owner owner owner date owner owner risk owner owner "
                      "plan owner owner date owner owner owner"),
            15U);
}

TEST(Prose, AWordOftenSaidInSentencesIsNoSalad) {
  EXPECT_EQ(masked_by(mask_salad,
                      "The team of the vendor moved the date of the test, so the lead of the "
                      "platform told the owner of the launch that the plan was at the limit."),
            0U);
}

TEST(Mask, KeepsTheFirstReasonAndCountsEach) {
  Mask mask(4);
  EXPECT_TRUE(mask.empty());
  EXPECT_EQ(mask.covered(), 0U);

  mask.cover(1, 3, MaskReason::list);
  mask.cover(2, 4, MaskReason::echo);

  EXPECT_EQ(mask.at(0), MaskReason::none);
  EXPECT_EQ(mask.at(2), MaskReason::list);
  EXPECT_EQ(mask.at(3), MaskReason::echo);
  EXPECT_EQ(mask.count(MaskReason::list), 2U);
  EXPECT_EQ(mask.covered(), 3U);
}

}  // namespace
}  // namespace curveball::text
