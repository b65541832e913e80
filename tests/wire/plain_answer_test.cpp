#include "wire/plain_answer.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>

#include "base/limits.hpp"

namespace curveball::wire {
namespace {

constexpr char const* usual =
    R"({"v":1,"type":"answer","session":"01989e2a-7c41","body":{"id":"a-1","text":"Say \"it\"\n\u00e9"}})";

std::string frame_of(std::string const& text) {
  return R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":)" + text + "}}";
}

TEST(PlainAnswer, ReadsAnAnswerInAnyOrderOfItsFields) {
  auto const answer = plain_answer(
      R"({"body":{"text":"a\tb\\ \"c\" \/","id":"a-1"},"session":"s-1","type":"answer","v":1})");

  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->session, "s-1");
  EXPECT_EQ(answer->id, "a-1");
  EXPECT_EQ(answer->text, "a\tb\\ \"c\" /");
}

TEST(PlainAnswer, LeavesWhateverIsNotAPlainAnswerToTheGeneralReader) {
  std::string const leave[] = {
      "",
      "{}",
      usual,  // A \u escape.
      R"({"v":2,"type":"answer","session":"s","body":{"id":"a","text":"x"}})",
      R"({"v":10,"type":"answer","session":"s","body":{"id":"a","text":"x"}})",
      R"({"type":"answer","session":"s","body":{"id":"a","text":"x"}})",
      R"({"v":1,"session":"s","body":{"id":"a","text":"x"}})",
      R"({"v":1,"type":"start","session":"s","body":{"id":"a","text":"x"}})",
      R"({"v":1,"type":"answer","body":{"id":"a","text":"x"}})",
      R"({"v":1,"type":"answer","session":"s"})",
      R"({"v":1,"type":"answer","session":"s","body":{"id":"a b","text":"x"}})",
      R"({"v":1,"type":"answer","session":"s","body":{"text":"x"}})",
      R"({"v":1,"type":"answer","session":"s","body":{"id":"a"}})",
      R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":"x","more":1}})",
      R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":"x"},"more":1})",
      R"({"v":1,"type":"answer","session":"s","body":{"text":"x"},"body":{"id":"a"}})",
      R"({"v":1,"type":"answer","session":"s","body":{"id":"a","id":"b","text":"x"}})",
      frame_of("\"x\"") + " ",
      frame_of("1"),
      frame_of("\"\\q\""),
      frame_of("\"open"),
      frame_of("\"\xC3\""),
      frame_of("\"tab\tinside\""),
  };
  for (auto const& frame : leave) EXPECT_FALSE(plain_answer(frame)) << frame;
}

TEST(PlainAnswer, HoldsTheLimitsOfTheGeneralReader) {
  auto const with_session = [](std::size_t bytes) {
    return R"({"v":1,"type":"answer","session":")" + std::string(bytes, 's') +
           R"(","body":{"id":"a","text":"x"}})";
  };
  auto const with_text = [](std::size_t bytes) {
    return frame_of('"' + std::string(bytes, 'x') + '"');
  };

  EXPECT_TRUE(plain_answer(with_session(session_id_bytes)));
  EXPECT_FALSE(plain_answer(with_session(session_id_bytes + 1)));
  EXPECT_TRUE(plain_answer(with_text(limits::message_bytes)));
  EXPECT_FALSE(plain_answer(with_text(limits::message_bytes + 1)));
}

// The library that reads every other frame is the judge, over every way to change one byte.
TEST(PlainAnswer, NeverReadsAnythingElseThanTheGeneralReaderWould) {
  std::string const frame = frame_of(R"("caf\n \"é\" x")");
  ASSERT_TRUE(plain_answer(frame));
  std::size_t read = 0;
  for (std::size_t at = 0; at < frame.size(); ++at) {
    for (unsigned code = 0; code < 256; ++code) {
      std::string changed = frame;
      changed[at] = static_cast<char>(code);
      auto const answer = plain_answer(changed);
      if (!answer) continue;
      ++read;

      auto const judge = nlohmann::json::parse(changed, nullptr, false);

      ASSERT_TRUE(judge.is_object()) << changed;
      EXPECT_EQ(judge["v"], 1) << changed;
      EXPECT_EQ(judge["type"], "answer") << changed;
      EXPECT_EQ(judge["session"], answer->session) << changed;
      EXPECT_EQ(judge["body"]["id"], answer->id) << changed;
      EXPECT_EQ(judge["body"]["text"], answer->text) << changed;
    }
  }
  EXPECT_GT(read, 200U);
}

}  // namespace
}  // namespace curveball::wire
