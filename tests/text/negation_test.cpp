#include <gtest/gtest.h>
#include <string>

#include "text/reading.hpp"

namespace curveball::text {
namespace {

// Whether the last token with this folded form is negated.
bool is_negated(std::string_view text, std::string_view word) {
  WordCache cache;
  Reading const reading = read(text, cache);
  bool negated = false;
  bool found = false;
  for (Token const& token : reading.tokens) {
    if (reading.folded_of(token) != word) continue;
    negated = token.negated;
    found = true;
  }
  EXPECT_TRUE(found) << text << ": there is no " << word;
  return negated;
}

struct Case {
  std::string_view text;
  std::string_view word;
};

TEST(Negation, ReachesWhatItDenies) {
  Case const cases[] = {
      {"I would not escalate", "escalate"},
      {"I don't think we should escalate", "escalate"},
      {"I cannot escalate", "escalate"},
      {"we dont escalate", "escalate"},
      {"I would never blame the team", "blame"},
      {"there was no owner", "owner"},
      {"it ran without an owner", "owner"},
      {"none of the teams had an owner", "owner"},
      {"neither the owner nor the date was known", "date"},
      {"we lacked an owner", "owner"},
      {"in the absence of an owner", "owner"},
      {"free of risk", "risk"},
      {"I asked instead of escalating", "escalating"},
      {"I asked rather than escalated", "escalated"},
      {"we failed to escalate", "escalate"},
      {"we were unable to escalate", "escalate"},
      {"there was no plan, no owner, no date", "date"},
      {"no tests, docs or owner", "owner"},
      {"we did not plan and did not test", "test"},
      {"it was not so good", "good"},
      {"the owner was not named", "owner"},
      {"the escalation never happened", "escalation"},
      {"an escalation did not happen", "escalation"},
  };

  for (Case const& c : cases) EXPECT_TRUE(is_negated(c.text, c.word)) << c.text;
}

TEST(Negation, EndsWhereItsClauseEnds) {
  Case const cases[] = {
      {"I would escalate", "escalate"},
      {"I would not wait but escalate", "escalate"},
      {"I did not wait. I escalated", "escalated"},
      {"it was not clear, so I escalated", "escalated"},
      {"not because of cost, I escalated", "escalated"},
      {"there was no owner, I escalated", "escalated"},
      {"instead of waiting, I escalated", "escalated"},
      {"without a plan I escalated", "escalated"},
      {"I do not know who would escalate", "escalate"},
      {"not one two three four five six escalate", "escalate"},
      {"No, I would escalate", "escalate"},
      {"we escalated and it was not needed", "escalated"},
      {"my recommendation is not to wait", "recommendation"},
  };

  for (Case const& c : cases) EXPECT_FALSE(is_negated(c.text, c.word)) << c.text;
}

TEST(Negation, FixedPhrasesNegateNothing) {
  Case const cases[] = {
      {"not only escalate", "escalate"},        {"no doubt I escalate", "escalate"},
      {"no problem we escalate", "escalate"},   {"not just escalate", "escalate"},
      {"nothing but escalate", "escalate"},     {"without hesitation escalate", "escalate"},
      {"without a doubt escalate", "escalate"}, {"not until friday escalate", "escalate"},
      {"not to mention the owner", "owner"},
  };

  for (Case const& c : cases) EXPECT_FALSE(is_negated(c.text, c.word)) << c.text;
}

TEST(Negation, TwoOverOneWordCancel) {
  Case const cases[] = {
      {"we did not fail to escalate", "escalate"},
      {"not without risk", "risk"},
      {"I would not say that we never escalate", "escalate"},
      {"we never lack an owner", "owner"},
  };

  for (Case const& c : cases) EXPECT_FALSE(is_negated(c.text, c.word)) << c.text;
}

TEST(Negation, MarksTheNegationThatTakesEffect) {
  WordCache cache;

  Reading const real = read("not escalate", cache);
  Reading const pseudo = read("not only escalate", cache);

  EXPECT_TRUE(real.tokens[0].negator);
  EXPECT_FALSE(pseudo.tokens[0].negator);
}

}  // namespace
}  // namespace curveball::text
