#include "wire/rest.hpp"

#include <gtest/gtest.h>

#include "wire/fixture.hpp"
#include "wire/played.hpp"

namespace curveball::wire {
namespace {

using nlohmann::json;
using testing::finished;
using testing::fixture;
using testing::program;
using testing::row;
using testing::shape_difference;

TEST(Rest, LibraryHasTheShapeOfTheExamples) {
  LibraryItem const item{&program().card, &program().rubric, "abc"};

  EXPECT_EQ(shape_difference(json::parse(encode_library({&item, 1})), fixture("rest_library")), "");
  EXPECT_EQ(shape_difference(json::parse(encode_library_item(item)), fixture("rest_library_entry")),
            "");
}

TEST(Rest, CardAndTranscriptSayWhoAsksAndNothingWhenTheScriptNamesNobody) {
  auto named = interview::testing::small_program();
  named.card.interviewer = {"Dana", "head of the platform group"};
  named.card.questions = 6;
  auto const made = row();
  json const dana = {{"name", "Dana"}, {"role", "head of the platform group"}};

  auto const card = json::parse(encode_library_item({&named.card, &named.rubric, "abc"}));
  auto const plain = json::parse(encode_library_item({&program().card, &program().rubric, "abc"}));

  EXPECT_EQ(card["interviewer"], dana);
  EXPECT_EQ(card["questions"], 6);
  EXPECT_EQ(json::parse(encode_transcript(named, made, {}))["interviewer"], dana);
  EXPECT_TRUE(plain["interviewer"].is_null());
  EXPECT_TRUE(plain["questions"].is_null());
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

// The same sentence twice, then the end.
interview::testing::Player repeated() {
  interview::testing::Player player(program());
  player.say("I look at the critical path. I look at the critical path.");
  player.command(dialogue::Command::end);
  return player;
}

TEST(Rest, WhatDoesNotCountIsToldOnceTheInterviewIsOver) {
  auto made = row();
  auto const player = repeated();

  auto const over = json::parse(encode_transcript(program(), made, player.events()));
  made.over = false;
  auto const open = json::parse(encode_transcript(program(), made, player.events()));

  EXPECT_EQ(shape_difference(over["masked"], fixture("rest_session")["masked"]), "");
  ASSERT_EQ(over["masked"].size(), 1U);
  EXPECT_EQ(over["masked"][0]["begin"], 29);
  EXPECT_EQ(over["masked"][0]["reason"], "repeat");
  EXPECT_EQ(open["masked"], json::array());
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
}

TEST(Rest, SummaryThatCannotBeReadIsEmpty) {
  EXPECT_EQ(decode_summary("garbage").ending, "");
  auto const wrong = decode_summary(R"({"ending":7,"verdict_name":null,"answers":"five"})");
  EXPECT_EQ(wrong.ending, "");
  EXPECT_EQ(wrong.verdict_name, "");
  EXPECT_EQ(wrong.answers, 0U);
}

}  // namespace
}  // namespace curveball::wire
