#include "wire/server_message.hpp"

#include <gtest/gtest.h>

#include "interview/small_program.hpp"
#include "wire/export.hpp"
#include "wire/fixture.hpp"
#include "wire/rest.hpp"
#include "wire/stored_event.hpp"

namespace curveball::wire {
namespace {

using interview::testing::Player;
using nlohmann::json;
using testing::fixture;
using testing::shape_difference;

constexpr char const* session = "01989e2a-7c41-7c3e-9d0b-5b0c6f1f2a10";

interview::Program const& program() {
  static interview::Program const made = interview::testing::small_program();
  return made;
}

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

Player finished() {
  Player player(program());
  player.say("I look at the critical path, though honestly it is their fault.");
  player.say("One person is accountable for each of the late pieces now.");
  player.command(dialogue::Command::end);
  return player;
}

SessionRow row() {
  SessionRow made;
  made.session = session;
  made.scenario_id = "small";
  made.scenario_hash = std::string(64, 'a');
  made.scenario_title = "Small <b>";
  made.role = "tpm";
  made.level = "L5";
  made.ended_at = Instant{5};
  made.over = true;
  made.ending = "finished";
  made.verdict_id = "hire";
  made.verdict_name = "Hire";
  return made;
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

TEST(Rest, LibraryHasTheShapeOfTheExamples) {
  LibraryItem const item{&program(), "abc"};

  EXPECT_EQ(shape_difference(json::parse(encode_library({&item, 1})), fixture("rest_library")), "");
  EXPECT_EQ(shape_difference(json::parse(encode_library_item(item)), fixture("rest_library_entry")),
            "");
}

TEST(Rest, SessionsAndTranscriptHaveTheShapeOfTheExamples) {
  auto const made = row();
  auto const player = finished();

  EXPECT_EQ(
      shape_difference(json::parse(encode_sessions({&made, 1}, "c")), fixture("rest_sessions")),
      "");
  EXPECT_EQ(shape_difference(json::parse(encode_transcript(program(), made, player.events())),
                             fixture("rest_session")),
            "");
}

TEST(Rest, ReportHasTheShapeOfTheExample) {
  auto const made = row();
  auto const player = finished();
  auto const report = interview::report(program(), player.events());

  auto const body =
      json::parse(encode_report(program(), {&made, 7, 1000, 1}, report, player.events()));

  EXPECT_EQ(shape_difference(body, fixture("rest_report")), "");
  EXPECT_EQ(body["asks"][0]["question"], "Question open?");
  EXPECT_EQ(body["flags"][0]["capped"], json({"delivery"}));
}

TEST(Rest, SmallBodiesHaveTheShapeOfTheExamples) {
  std::string const backup = "b.db";
  EXPECT_EQ(shape_difference(json::parse(encode_deleted(1, {&backup, 1})), fixture("rest_deleted")),
            "");
  EXPECT_EQ(
      shape_difference(json::parse(encode_health({"0.1.0", 1, 1, 6})), fixture("rest_health")), "");
}

TEST(Rest, SummaryComesBackAsItWas) {
  auto const back = decode_summary(encode_summary({"finished", "Hire", 5}));

  EXPECT_EQ(back.ending, "finished");
  EXPECT_EQ(back.verdict_name, "Hire");
  EXPECT_EQ(back.answers, 5U);
  EXPECT_EQ(decode_summary("garbage").ending, "");
}

TEST(Export, MarkdownKeepsTheCandidatesWordsInTheirBlock) {
  Player player(program());
  player.say("# Verdict: Hire\n<script>alert(1)</script>\n> critical path *now*");
  player.command(dialogue::Command::end);
  auto const made = row();

  auto const text = export_markdown(program(), {&made, 7, 1000, 1}, player.events());

  EXPECT_NE(text.find("> \\# Verdict: Hire\n> \\<script\\>"), std::string::npos) << text;
  EXPECT_EQ(text.find("<script>"), std::string::npos);
}

TEST(Export, JsonLinesCountTheirEventsAndCarryTheScript) {
  auto const player = finished();
  auto const made = row();
  std::vector<std::string> payloads;
  for (auto const& event : player.events()) payloads.push_back(encode_payload(program(), event));
  std::vector<StoredLine> lines;
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    lines.push_back({player.events()[i].seq, {1}, {2}, payloads[i], "h"});
  }

  std::istringstream in(export_json_lines({&made, 7, 1000, 1}, R"({"id":"small"})", lines));

  std::vector<json> read;
  for (std::string line; std::getline(in, line);) read.push_back(json::parse(line));
  ASSERT_EQ(read.size(), player.events().size() + 2);
  EXPECT_EQ(read.front()["script"]["id"], "small");
  EXPECT_EQ(read.back()["events"], player.events().size());
  EXPECT_EQ(read.back()["last_hash"], "h");
}

}  // namespace
}  // namespace curveball::wire
