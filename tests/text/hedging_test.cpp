#include <gtest/gtest.h>
#include <string>

#include "text/reading.hpp"

namespace curveball::text {
namespace {

struct Flags {
  bool hedged = false;
  bool conditional = false;
};

// Of the token "escalate" or "escalated".
Flags flags_of_escalate(std::string_view text) {
  WordCache cache;
  Reading const reading = read(text, cache);
  for (Token const& token : reading.tokens) {
    if (reading.folded_of(token).starts_with("escalate")) return {token.hedged, token.conditional};
  }
  ADD_FAILURE() << text;
  return {};
}

TEST(Hedging, WeakensWhatFollows) {
  for (std::string_view const text :
       {"maybe escalate", "I might escalate", "I guess we escalate", "something like escalate",
        "I am not sure we escalate", "we kind of escalated", "probably escalate"}) {
    EXPECT_TRUE(flags_of_escalate(text).hedged) << text;
  }
}

TEST(Hedging, AtTheEndItWeakensWhatCameBefore) {
  for (std::string_view const text :
       {"we escalate, I guess", "we escalate maybe", "we escalate or something"}) {
    EXPECT_TRUE(flags_of_escalate(text).hedged) << text;
  }
}

TEST(Hedging, LeavesPlainStatementsAlone) {
  for (std::string_view const text :
       {"I escalate", "I think we escalate", "this kind of plan, escalate",
        "maybe later. Then I escalate", "maybe it waits but I escalate"}) {
    EXPECT_FALSE(flags_of_escalate(text).hedged) << text;
  }
}

TEST(Hedging, ConditionalIsSeenApart) {
  EXPECT_TRUE(flags_of_escalate("I would escalate").conditional);
  EXPECT_TRUE(flags_of_escalate("I'd escalate").conditional);
  EXPECT_FALSE(flags_of_escalate("I would escalate").hedged);
  EXPECT_FALSE(flags_of_escalate("I escalated").conditional);
  EXPECT_FALSE(flags_of_escalate("I should escalate").conditional);
}

}  // namespace
}  // namespace curveball::text
