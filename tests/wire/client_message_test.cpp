#include "wire/client_message.hpp"

#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "wire/fixture.hpp"

namespace curveball::wire {
namespace {

using testing::fixture_text;

template <class Message>
Message decoded(std::string const& name) {
  auto const message = decode_client_message(fixture_text(name));
  EXPECT_TRUE(message) << name << ": " << (message ? "" : message.error().message);
  if (!message) return {};
  return std::get<Message>(*message);
}

std::string code_of(std::string const& frame) {
  auto const message = decode_client_message(frame);
  return message ? "accepted" : message.error().code;
}

TEST(ClientMessage, ReadsTheExampleOfStart) {
  auto const start = decoded<ClientStart>("client_start");

  EXPECT_EQ(start.scenario, "tpm-dependency-slip");
  EXPECT_EQ(start.seed, 42U);
  EXPECT_EQ(start.time_scale_pm, 1500);
}

TEST(ClientMessage, ReadsTheExampleOfResume) {
  auto const resume = decoded<ClientResume>("client_resume");

  EXPECT_EQ(resume.session, "01989e2a-7c41-7c3e-9d0b-5b0c6f1f2a10");
  EXPECT_EQ(resume.after, 4U);
}

TEST(ClientMessage, ReadsTheExampleOfAnswer) {
  auto const answer = decoded<ClientAnswer>("client_answer");

  EXPECT_FALSE(answer.text.empty());
  EXPECT_FALSE(answer.id.empty());
}

TEST(ClientMessage, ReadsTheExampleOfCommand) {
  EXPECT_EQ(decoded<ClientCommand>("client_command").name, dialogue::Command::hint);
}

TEST(ClientMessage, StartWithoutSeedLeavesTheChoiceToTheServer) {
  auto const message =
      decode_client_message(R"({"v":1,"type":"start","body":{"id":"a","scenario":"x"}})");

  ASSERT_TRUE(message);
  EXPECT_FALSE(std::get<ClientStart>(*message).seed);
  EXPECT_EQ(std::get<ClientStart>(*message).time_scale_pm, 1000);
}

struct BadFrame {
  char const* frame;
  char const* code;
};

TEST(ClientMessage, RefusesEachBadFrameWithItsCode) {
  BadFrame const frames[] = {
      {"", "bad_message"},
      {"hello", "bad_message"},
      {"[]", "bad_message"},
      {"{\"v\":1,\"type\":\"answer\"", "bad_message"},
      {R"({"type":"start"})", "unsupported_version"},
      {R"({"v":2,"type":"start"})", "unsupported_version"},
      {R"({"v":"1","type":"start"})", "unsupported_version"},
      {R"({"v":1})", "bad_message"},
      {R"({"v":1,"type":"hello"})", "unknown_type"},
      {R"({"v":1,"type":"start","body":[]})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a"}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a b","scenario":"x"}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"","scenario":"x"}})", "bad_message"},
      {R"({"v":1,"type":"start","extra":1,"body":{"id":"a","scenario":"x"}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","extra":1}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","seed":42}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","seed":""}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","seed":"-1"}})", "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","seed":"18446744073709551616"}})",
       "bad_message"},
      {R"({"v":1,"type":"start","body":{"id":"a","scenario":"x","time_scale_pm":500}})",
       "bad_message"},
      {R"({"v":1,"type":"answer","body":{"id":"a","text":"x"}})", "bad_message"},
      {R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":1}})", "bad_message"},
      {R"({"v":1,"type":"resume","session":"s","body":{}})", "bad_message"},
      {R"({"v":1,"type":"resume","session":"s","body":{"after":-1}})", "bad_message"},
      {R"({"v":1,"type":"resume","session":"s","body":{"after":4294967296}})", "bad_message"},
      {R"({"v":1,"type":"command","session":"s","body":{"id":"a","name":"win"}})", "bad_message"},
      {"{\"v\":1,\"type\":\"answer\",\"session\":\"s\",\"body\":{\"id\":\"a\",\"text\":\"\xc3\"}}",
       "bad_message"},
      {R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":"\ud800"}})",
       "bad_message"}};
  for (auto const& bad : frames) EXPECT_EQ(code_of(bad.frame), bad.code) << bad.frame;
}

TEST(ClientMessage, NamesTheRequestInAFaultWhenItCanBeRead) {
  auto const message =
      decode_client_message(R"({"v":1,"type":"answer","session":"s","body":{"id":"a7"}})");

  ASSERT_FALSE(message);
  EXPECT_EQ(message.error().id, "a7");
}

TEST(ClientMessage, TakesNestingAtTheLimitAndRefusesOneDeeper) {
  auto const nested = [](std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
  };

  EXPECT_EQ(decode_client_message(nested(limits::json_depth)).error().message,
            "a frame is one JSON object in UTF-8");
  EXPECT_EQ(decode_client_message(nested(limits::json_depth + 1)).error().message,
            "the JSON nests too deeply");
}

TEST(ClientMessage, BracketsInAStringDoNotNest) {
  std::string const text(limits::json_depth + 5, '[');

  EXPECT_EQ(
      code_of(R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":")" + text + "\"}}"),
      "accepted");
}

TEST(ClientMessage, TakesATextAtTheLimitAndRefusesOneByteMore) {
  // An escape keeps the frame from being read the short way.
  auto const with_text = [](std::size_t bytes) {
    return R"({"v":1,"type":"answer","session":"s","body":{"id":"a","text":"\n)" +
           std::string(bytes - 1, 'x') + "\"}}";
  };

  EXPECT_EQ(code_of(with_text(limits::message_bytes)), "accepted");
  EXPECT_EQ(decode_client_message(with_text(limits::message_bytes + 1)).error().message,
            "\"text\" is too long");
}

TEST(ClientMessage, NamesEveryRequestButResume) {
  EXPECT_EQ(id_of(ClientStart{.id = "s1"}), "s1");
  EXPECT_EQ(id_of(ClientAnswer{.id = "a1"}), "a1");
  EXPECT_EQ(id_of(ClientCommand{.id = "c1"}), "c1");
  EXPECT_EQ(id_of(ClientResume{.session = "s"}), "");
}

TEST(AnswerId, HasAtMostSixtyFourCharacters) {
  EXPECT_TRUE(is_answer_id(std::string(limits::answer_id_bytes, 'a')));
  EXPECT_FALSE(is_answer_id(std::string(limits::answer_id_bytes + 1, 'a')));
}

}  // namespace
}  // namespace curveball::wire
