#include "text/recital.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::text {
namespace {

// How many tokens are masked.
std::size_t recited(std::string_view text) {
  WordCache cache;
  auto const reading = read(text, cache);
  Mask mask(reading.tokens.size());
  mask_recital(reading, mask);
  return mask.covered();
}

bool recites(std::string_view text) { return recited(text) > 0; }

std::string const narration =
    "Dependencies are best handled with a RAID log. The risk is recorded, gets an owner and is "
    "rated by probability and impact. Typically a RACI matrix makes clear who is accountable and "
    "who merely has to be informed. For the response there are classic strategies: avoid, "
    "transfer, mitigate and accept. The steering committee then reviews the log at regular "
    "intervals, and changes are handled by change control, so that all stakeholders stay aligned.";

TEST(Recital, TellsHowAMethodWorksInGeneral) { EXPECT_TRUE(recites(narration)); }

TEST(Recital, AnAppliedMethodIsNone) {
  EXPECT_FALSE(recites(narration + " I record this API as the top risk, we rate it 4 by 5, and our "
                                   "owner is Lena."));
}

TEST(Recital, WhatHappensInTheCaseIsNone) {
  EXPECT_FALSE(recites(
      "The lead of the other team rings each Monday and says what is left. The engineers build "
      "against a stub until the contract is there, and the sponsor hears of the slip the same day. "
      "Both directors get one page with three ways out and what each costs, and a recommendation. "
      "After the decision the plan is adjusted and the launch moves, and everybody who waits for "
      "it is told."));
}

TEST(Recital, AParagraphThatSpeaksOfNoMethodStaysOutOfIt) {
  std::string const aside = "\n\nOne person decides and one writes notes.";

  EXPECT_EQ(recited(narration + aside), recited(narration));
  EXPECT_GT(recited(narration + " One person decides and one writes notes."), recited(narration));
}

TEST(Recital, CannotBeMadeByAShortParagraph) {
  std::string const almost = "I would do this: " + narration;

  EXPECT_EQ(recited(almost + "\n\nWhat does the board do with the number?"), recited(almost));
}

TEST(Recital, AShortRemarkAboutAMethodIsNone) {
  EXPECT_FALSE(recites("RICE is a popular framework, a classic among the methods."));
}

}  // namespace
}  // namespace curveball::text
