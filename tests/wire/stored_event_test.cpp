#include "wire/stored_event.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "interview/small_program.hpp"

namespace curveball::wire {
namespace {

using interview::Event;
using interview::testing::Player;

interview::Program const& program() {
  static interview::Program const made = interview::testing::small_program();
  return made;
}

// An interview in which every kind of input and most kinds of change occur.
Player eventful() {
  Player player(program());
  player.say("How many teams are there?");
  player.say("I do not know.");
  player.command(dialogue::Command::hint);
  player.take(interview::timer(program(), player.session(), {{3000}, {60'000}},
                               {1, dialogue::TimerKind::soft}));
  player.say("I look at the critical path, but caf\u00e9 \U0001F680 it is their fault.", 70'000);
  player.say(
      "One person is accountable for \"each\" of the late pieces.\n\tReally. "
      "One person is accountable for each of the late pieces.",
      80'000);
  player.command(dialogue::Command::skip);
  return player;
}

TEST(StoredEvent, ComesBackAsItWas) {
  Player const player = eventful();
  ASSERT_GE(player.events().size(), 8U);
  for (auto const& event : player.events()) {
    auto const payload = encode_payload(program(), event);

    auto const back = decode_payload(program(), {event.seq, event.at, event.elapsed}, payload);

    ASSERT_TRUE(back) << payload << ": " << back.error();
    EXPECT_EQ(*back, event) << payload;
  }
}

// Equal events must give equal bytes whoever writes them: sorted keys, nothing to spare.
TEST(StoredEvent, IsWrittenInTheOneCompactForm) {
  Player const player = eventful();
  for (auto const& event : player.events()) {
    auto const payload = encode_payload(program(), event);

    EXPECT_EQ(payload, nlohmann::json::parse(payload).dump());
  }
}

TEST(StoredEvent, NamesEverythingById) {
  Player player(program());

  auto const payload =
      encode_payload(program(), player.say("I look at the critical path and nothing else."));

  EXPECT_THAT(payload, ::testing::HasSubstr(R"(["credit","open.critical_path",1000])"));
  EXPECT_THAT(payload, ::testing::HasSubstr(R"(["probe","p_owner"])"));
}

TEST(StoredEvent, SaysWhatWasMaskedOnlyWhereSomethingWas) {
  Player player(program());
  auto const plain = player.say("I look at the critical path and nothing else.");
  auto masked = plain;
  masked.reading.list = true;
  masked.reading.masked = {{{2, 6}, text::MaskReason::salad}};

  auto const payload = encode_payload(program(), masked);
  auto const back = decode_payload(program(), {masked.seq, masked.at, masked.elapsed}, payload);

  EXPECT_THAT(encode_payload(program(), plain),
              ::testing::Not(::testing::AnyOf(::testing::HasSubstr("masked"),
                                              ::testing::HasSubstr("\"list\""))));
  EXPECT_THAT(payload, ::testing::HasSubstr(R"("list":true,"masked":[[2,6,"salad"]])"));
  ASSERT_TRUE(back);
  EXPECT_EQ(*back, masked);
}

TEST(StoredEvent, DamageIsAnErrorThatNamesTheEvent) {
  Player player(program());
  auto const payload =
      encode_payload(program(), player.say("I look at the critical path and nothing else."));
  auto const replaced = [&payload](std::string const& from, std::string const& to) {
    std::string damaged = payload;
    damaged.replace(damaged.find(from), from.size(), to);
    return damaged;
  };
  for (auto const& damaged :
       {std::string("{"), std::string("[]"), std::string("null"),
        replaced("open.critical_path", "open.nothing"), replaced("\"credit\"", "\"gift\""),
        replaced("\"changes\"", "\"chances\""), replaced("\"probe\"", "\"prove\"")}) {
    auto const back = decode_payload(program(), {2, {}, {}}, damaged);

    ASSERT_FALSE(back) << damaged;
    EXPECT_THAT(back.error(), ::testing::StartsWith("event 2: "));
  }
}

}  // namespace
}  // namespace curveball::wire
