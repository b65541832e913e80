// What is said that is no answer: "I don't know", and questions that nothing answers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "dialogue/full_ask.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue {
namespace {

using testing::begun;
using ::testing::Contains;
using ::testing::ElementsAre;
using testing::full_ask;
using ::testing::Not;

TEST(OwnQuestion, WithoutAnAnswerIsPutBackOnceAndThenIsAnAnswer) {
  auto player = begun(full_ask());

  player.give({.only_questions = true, .thin = true});
  EXPECT_THAT(player.said(), ElementsAre("no_more_say"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::clarify));
  EXPECT_EQ(player.state().prompt, 1U);
  EXPECT_EQ(player.state().thin.at(0), 0);

  player.give({.only_questions = true});
  EXPECT_EQ(player.waiting(), "p_path");
}

TEST(OwnQuestion, ToAProbeGoesOn) {
  auto player = begun(full_ask());
  player.say();

  player.give({.only_questions = true});

  EXPECT_THAT(player.said(), Not(Contains("no_more_say")));
}

TEST(OwnQuestion, GoesOnWhenTheMannersHaveNoWordsForIt) {
  Script script = compile(full_ask());
  script.manners.no_more_say = {};
  auto const begun_at = begin(script, fresh_state(script), {.seed = 1}, {});
  ASSERT_TRUE(begun_at);

  auto const step = answer(script, begun_at->next, {}, {.only_questions = true});

  ASSERT_TRUE(step);
  EXPECT_EQ(step->next.prompt, 2U);
}

TEST(NoAnswer, IsMetWithAWordOfHelpOnceAndThenWithProbes) {
  auto player = begun(full_ask());

  player.give({.says_no_answer = true});
  EXPECT_THAT(player.said(), ElementsAre("open.no_answer"));
  EXPECT_THAT(player.kinds(), ElementsAre(LineKind::no_answer));
  EXPECT_EQ(player.state().prompt, 1U);

  player.give({.says_no_answer = true});
  EXPECT_EQ(player.waiting(), "p_path");
}

TEST(NoAnswer, ToAProbeGoesOn) {
  auto player = begun(full_ask());
  player.say();

  player.give({.says_no_answer = true});

  EXPECT_EQ(player.waiting(), "p_owner");
}

TEST(NoAnswer, CountsForNothingWhenSomethingWasHeard) {
  auto player = begun(full_ask());

  player.give({.heard = {player.heard("path")}, .says_no_answer = true});

  EXPECT_EQ(player.waiting(), "p_owner");
}

}  // namespace
}  // namespace curveball::dialogue
