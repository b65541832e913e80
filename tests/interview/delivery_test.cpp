#include "interview/delivery.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "interview/small_program.hpp"
#include "text/star.hpp"

namespace curveball::interview {
namespace {

using testing::Player;
using ::testing::SizeIs;

Program program_with(Mode mode) {
  Program made = testing::small_program();
  for (auto& ask : made.asks) ask.mode = mode;
  return made;
}

Delivery delivery_of(Program const& program, std::initializer_list<char const*> answers) {
  Player player(program);
  for (auto const* text : answers) player.say(text);
  return delivery(program, player.events());
}

std::uint32_t sentences(StoryDelivery const& story, text::StarPart part) {
  return story.sentences[static_cast<std::size_t>(part)];
}

constexpr char const* story =
    "When I was at a bank, the imports kept failing. My task was to end that before June. "
    "I asked both leads for an hour and I looked at the critical path. We moved two checks. "
    "As a result failures fell from nine a week to one.";

TEST(Delivery, CountsWordsBeforeTheFirstPoint) {
  auto const made =
      delivery_of(program_with(Mode::case_study),
                  {"Well, first I look at the critical path and at the risk register."});

  ASSERT_THAT(made.answers, SizeIs(1));
  EXPECT_EQ(made.answers[0].words_to_first_point, 6U);
}

TEST(Delivery, NoPointHeardHasNoTimeToIt) {
  auto const made = delivery_of(program_with(Mode::case_study),
                                {"It is all their fault, and that is what I would tell them."});

  ASSERT_THAT(made.answers, SizeIs(1));
  EXPECT_EQ(made.answers[0].words_to_first_point, std::nullopt) << "a red flag is no point";
}

TEST(Delivery, AddsUpOverTheInterview) {
  auto const made = delivery_of(program_with(Mode::case_study),
                                {"Maybe I look at the critical path, you know, with the leads.",
                                 "I guess there is one single owner. Who is it?"});

  ASSERT_THAT(made.answers, SizeIs(2));
  EXPECT_EQ(made.words, made.answers[0].words + made.answers[1].words);
  EXPECT_EQ(made.manner.hedges, 2U);
  EXPECT_EQ(made.manner.fillers, 1U);
  EXPECT_EQ(made.manner.asks, 1U);
}

TEST(Delivery, StoryNamesItsPartsAndTheFigureByItsResult) {
  auto const made = delivery_of(program_with(Mode::behavioural), {story});

  ASSERT_TRUE(made.answers.at(0).story);
  auto const& told = *made.answers[0].story;
  EXPECT_EQ(sentences(told, text::StarPart::situation), 1U);
  EXPECT_EQ(sentences(told, text::StarPart::task), 1U);
  EXPECT_EQ(sentences(told, text::StarPart::action), 2U);
  EXPECT_EQ(sentences(told, text::StarPart::result), 1U);
  EXPECT_TRUE(told.quantified_result);
  EXPECT_EQ(made.own_share_pm, 666) << "two of three";
}

TEST(Delivery, FigureAwayFromAnyResultIsNone) {
  auto const made = delivery_of(
      program_with(Mode::behavioural),
      {"There were 12 teams in the programme that I took over from somebody else last year. "
       "I asked each lead for the critical path and we put the paths beside one another."});

  ASSERT_TRUE(made.answers.at(0).story);
  EXPECT_FALSE(made.answers[0].story->quantified_result);
  EXPECT_EQ(sentences(*made.answers[0].story, text::StarPart::result), 0U);
}

TEST(Delivery, OnlyStoriesHaveAStoryAndAShare) {
  auto const made = delivery_of(program_with(Mode::case_study), {story});

  EXPECT_EQ(made.answers.at(0).story, std::nullopt);
  EXPECT_EQ(made.own_share_pm, std::nullopt);
}

TEST(Delivery, InterviewWithoutAnAnswerHasNone) {
  auto const made = delivery_of(program_with(Mode::behavioural), {});

  EXPECT_THAT(made.answers, SizeIs(0));
  EXPECT_EQ(made.words, 0U);
  EXPECT_EQ(made.own_share_pm, std::nullopt);
}

}  // namespace
}  // namespace curveball::interview
