#include "wire/server_message.hpp"

#include <gtest/gtest.h>

#include "wire/fixture.hpp"
#include "wire/played.hpp"

namespace curveball::wire {
namespace {

using interview::testing::Player;
using nlohmann::json;
using testing::fixture;
using testing::program;
using testing::session;
using testing::shape_difference;

json turn_of(interview::Event const& event) {
  return json::parse(encode_turn(program(), session, event));
}

TEST(ServerMessage, FramesHaveSortedKeysAndNothingToSpare) {
  Player player(program());
  player.say("I look at the critical path, though honestly it is their fault.");
  player.command(dialogue::Command::end);
  for (auto const& event : player.events()) {
    auto const frame = encode_turn(program(), session, event);

    EXPECT_EQ(frame, json::parse(frame).dump());
  }
}

TEST(ServerMessage, TurnsHaveTheShapeOfTheExamples) {
  Player player(program());
  EXPECT_EQ(shape_difference(turn_of(player.events()[0]), fixture("server_turn_start")), "");
  EXPECT_EQ(shape_difference(turn_of(player.command(dialogue::Command::hint)),
                             fixture("server_turn_command")),
            "");
  auto const timed = player.take(interview::timer(program(), player.session(), {{1}, {60'000}},
                                                  {1, dialogue::TimerKind::soft}));
  EXPECT_EQ(shape_difference(turn_of(timed), fixture("server_turn_timer")), "");
  EXPECT_EQ(shape_difference(turn_of(player.say("The critical path comes first for me.")),
                             fixture("server_turn_answer")),
            "");
  player.say("A single owner is accountable for each of the pieces.");
  EXPECT_EQ(shape_difference(turn_of(player.say("A single owner is accountable for all of it.")),
                             fixture("server_turn_over")),
            "");
}

TEST(ServerMessage, TurnNamesTheWaitingQuestion) {
  Player player(program());

  auto const body = turn_of(player.say("The critical path comes first for me."))["body"];

  EXPECT_EQ(body["prompt"]["turn"], "open");
  EXPECT_EQ(body["prompt"]["probe"], "p_owner");
  EXPECT_EQ(body["prompt"]["hints_left"], 1);
  EXPECT_EQ(body["status"], "open");
}

TEST(ServerMessage, TurnHidesWhatWasHeardUntilTheReport) {
  Player player(program());

  auto const frame =
      encode_turn(program(), session, player.say("The critical path comes first for me."));

  EXPECT_EQ(frame.find("credit"), std::string::npos);
  EXPECT_EQ(frame.find("hits"), std::string::npos);
}

TEST(ServerMessage, ResumedHasTheShapeOfTheExample) {
  auto const made = encode_resumed(program(), {session, "abc", 3, {5}, 1000, false});

  EXPECT_EQ(shape_difference(json::parse(made), fixture("server_resumed")), "");
}

TEST(ServerMessage, RefusedHasTheShapeOfTheExample) {
  auto words = refusal_in_words(dialogue::Refusal::no_hint_left);
  words.session = session;
  words.id = "c-1";

  EXPECT_EQ(shape_difference(json::parse(encode_refused(words)), fixture("server_refused")), "");
  EXPECT_EQ(words.code, "no_hint_left");
}

}  // namespace
}  // namespace curveball::wire
