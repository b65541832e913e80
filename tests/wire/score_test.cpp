#include "wire/score.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "interview/report.hpp"
#include "wire/played.hpp"
#include "wire/report_json.hpp"

namespace curveball::wire {
namespace {

using nlohmann::json;

// The small program with the texts of its patterns, which receipts name.
interview::Program with_texts() {
  auto made = interview::testing::small_program();
  made.pattern_texts = {"critical path", "long pole", "single owner", "accountable"};
  return made;
}

interview::testing::Player answered(interview::Program const& of) {
  interview::testing::Player player(of);
  player.say("I look at the long pole, though honestly it is all their fault.");
  return player;
}

TEST(Score, HasTheReceiptThatAReportOfThatAnswerHas) {
  auto const of = with_texts();
  auto const player = answered(of);
  auto const& event = player.events().back();

  auto const score = json::parse(encode_score(of, event, player.session().state));

  auto const report = interview::report_of_answer(of, player.session().state, event);
  auto const receipt = receipt_json(of, report);
  for (auto const& [name, value] : receipt.items()) EXPECT_EQ(score[name], value) << name;
  EXPECT_EQ(receipt.size(), 9U);
}

TEST(Score, NamesTheRuleThatEachQuoteMetAndWhatItCounts) {
  auto const of = with_texts();
  auto const player = answered(of);

  auto const score = json::parse(encode_score(of, player.events().back(), player.session().state));

  auto const& quote = score["criteria"][0]["quotes"][0];
  EXPECT_EQ(quote["rule"], "long pole");
  EXPECT_EQ(quote["pattern"], 1);
  EXPECT_EQ(quote["counts_pm"], 1000);
  EXPECT_EQ(quote["spans"], json::parse(R"([[14,18,"exact"],[19,23,"exact"]])"));
}

TEST(Receipt, OfAWholeInterviewIsPartOfItsReport) {
  auto const made = testing::row();
  auto const player = testing::finished();
  auto const report = interview::report(testing::program(), player.events());

  auto const body =
      json::parse(encode_report(testing::program(), {&made, 7, 1000, 1}, report, player.events()));

  auto const receipt = receipt_json(testing::program(), report);
  for (auto const& [name, value] : receipt.items()) {
    EXPECT_EQ(body[name], value) << name;
  }
}

TEST(Receipt, SaysWhatWouldLiftTheVerdictByItsTurnAndConcept) {
  auto const of = with_texts();
  auto const player = answered(of);

  auto const score = json::parse(encode_score(of, player.events().back(), player.session().state));

  EXPECT_EQ(score["lift"]["verdict"]["id"], "hire");
  EXPECT_EQ(score["lift"]["say"][0]["concept"], "risk");
  EXPECT_EQ(score["lift"]["say"][0]["turn"], "open");
  EXPECT_EQ(score["lift"]["unsay"][0]["concept"], "blame");
  EXPECT_EQ(score["lift"]["smallest"], true);
}

TEST(Receipt, HasOneEntryForEachLevel) {
  auto const of = with_texts();
  auto const player = answered(of);

  auto const score = json::parse(encode_score(of, player.events().back(), player.session().state));

  ASSERT_EQ(score["levels"].size(), 5U);
  EXPECT_EQ(score["levels"][0]["level"], "L4");
  EXPECT_EQ(score["levels"][4]["level"], "L8");
  EXPECT_EQ(score["levels"][1]["verdict"]["id"], score["verdict"]["id"]);
}

}  // namespace
}  // namespace curveball::wire
