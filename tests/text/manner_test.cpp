#include "text/manner.hpp"

#include <gtest/gtest.h>

namespace curveball::text {
namespace {

Manner of(std::string_view text) {
  WordCache cache;
  Reading const reading = read(text, cache);
  return manner_of(reading, star_parts(reading));
}

TEST(Manner, CountsHedges) {
  EXPECT_EQ(of("Maybe I would ask, I guess.").hedges, 2U);
  EXPECT_EQ(of("We kind of agreed or something.").hedges, 2U);
  EXPECT_EQ(of("I am not really sure. It took a bit.").hedges, 2U);
}

TEST(Manner, PlainStatementHasNoHedge) {
  EXPECT_EQ(of("This kind of plan is sure to hold. I asked the lead.").hedges, 0U);
}

TEST(Manner, CountsFillers) {
  EXPECT_EQ(of("Um, it was, like, basically done, you know.").fillers, 4U);
  EXPECT_EQ(of("I mean, we tested it and so on.").fillers, 2U);
  EXPECT_EQ(of("Okay, so we tested it and stuff like that.").fillers, 2U);
}

TEST(Manner, SameWordsWithTheirOwnMeaningAreNoFillers) {
  EXPECT_EQ(of("You know the plan. It looks like a delay. I like the lead.").fillers, 0U);
}

TEST(Manner, CountsQuestionsAndRequestsAsAsksOnceASentence) {
  EXPECT_EQ(of("Who owns the date? I'd ask Piotr for two people. Please decide by Friday.").asks,
            3U);
  EXPECT_EQ(of("Can you please tell me, what do you need?").asks, 1U);
  EXPECT_EQ(of("I need the two directors to decide.").asks, 1U);
  EXPECT_EQ(of("I need the directors to decide.").asks, 1U);
  EXPECT_EQ(of("I need to decide. They asked me.").asks, 0U);
}

TEST(Manner, TellsOwnActionsFromSharedOnes) {
  Manner const manner =
      of("Two teams were stuck. I asked both leads and I then wrote it down. We moved the date. "
         "In the end it shipped.");

  EXPECT_EQ(manner.own_actions, 2U);
  EXPECT_EQ(manner.shared_actions, 1U);
}

TEST(Manner, ActionsCountOnlyWhereAnActionIsTold) {
  Manner const manner = of("When I was at a bank, we had promised a date and I joined late.");

  EXPECT_EQ(manner.own_actions + manner.shared_actions, 0U);
}

}  // namespace
}  // namespace curveball::text
