#include "matching/finder.hpp"

#include <string>

#include "base/limits.hpp"

#include "search.hpp"

namespace curveball::matching {
namespace {

struct Case {
  std::string_view pattern;
  std::string_view text;
  std::string_view found;
};

void expect_found(std::initializer_list<Case> cases) {
  for (Case const& c : cases)
    EXPECT_EQ(found(c.pattern, c.text), c.found) << c.pattern << " in " << c.text;
}

TEST(Finder, WordsMatchByTheirStem) {
  expect_found({
      {"escalate", "I escalate", "[escalate]"},
      {"escalate", "I escalated early", "[escalated]~"},
      {"escalate", "ESCALATE", "[ESCALATE]"},
      {"conflict", "two conflicts", "[conflicts]~"},
      {"café", "the cafe", "[cafe]"},
      {"C++", "in C++ code", "[C++]"},
      {"C#", "in C code", ""},
      {"40%", "by 40 % more", "[40 %]"},
      {"owner", "", ""},
  });
}

TEST(Finder, WordInsideLongerWordIsNotAHit) {
  expect_found({
      {"net", "the network is down", ""},
      {"net", "a subnet", ""},
      {"net", "on .NET today", ""},
      {"art", "we start to party", ""},
      {"net", "the net gain", "[net]"},
  });
}

TEST(Finder, PrefixesMatchHowWordsBegin) {
  expect_found({
      {"prioriti*", "Prioritisation matters", "[Prioritisation]~"},
      {"prioriti*", "we priority", ""},
      {"net*", "the network", "[network]~"},
      {"rollout*", "the roll-outs", "[roll-outs]~"},
      {"roll-out*", "the rollouts", "[rollouts]~"},
      {"roll-out*", "the roll outs", "[roll][outs]~"},
      {"naï*", "naively", "[naively]~"},
  });
}

TEST(Finder, ExactFormsMatchThemselvesOnly) {
  expect_found({
      {"=plan", "planning plans", ""},
      {"=plan", "the Plan", "[Plan]"},
      {"=IT", "it is late", ""},
      {"=IT", "the IT team", "[IT]"},
      {"=Go", "we go", ""},
      {"=Go", "in Go.", "[Go]"},
      {"=sla", "the SLA's date", "[SLA's]"},
      {"=roll-out", "the rollout", ""},
      {"=roll-out", "the Roll-out", "[Roll-out]"},
      {"=CI/CD", "our ci/cd", ""},
      {"=CI/CD", "our CI/CD", "[CI/CD]"},
      {"=don't", "we don't do", "[do][n't]"},
  });
}

TEST(Finder, HyphensMayBeWrittenOrNot) {
  expect_found({
      {"roll-out", "the roll-out", "[roll][out]"},
      {"roll-out", "the roll out", "[roll][out]"},
      {"roll-out", "the rollout", "[rollout]~"},
      {"rollout", "the roll-out", "[roll-out]~"},
      {"team", "a cross-team plan", "[team]"},
      {"CI/CD", "with CI/CD", "[CI][CD]"},
      {"CI/CD", "with CICD", "[CICD]~"},
  });
}

TEST(Finder, PhrasesAllowNothingBetween) {
  expect_found({
      {"critical path", "on the critical path", "[critical][path]"},
      {"critical path", "the critical paths", "[critical][paths]~"},
      {"critical path", "a critical long path", ""},
      {"critical path", "path critical", ""},
      {"critical path", "it is critical. Path one", ""},
      {"single point of failure", "a single point of failure", "[single][point][of][failure]"},
      {"single point of failure", "a single point failure", ""},
      {"[a|two owner]", "two owners", "[two][owners]~"},
      {"[(root | root of the) cause]", "the root of the cause", "[root][of][the][cause]"},
      {"team team", "the team", ""},
  });
}

TEST(Finder, OrderedWindowsAllowSomeWordsBetween) {
  expect_found({
      {"[root cause]~2", "the root of the cause", "[root][cause]"},
      {"[root cause]~1", "the root of the cause", ""},
      {"[root cause]~2", "the cause at the root", ""},
      {"[a owner date]~4", "a plan and an owner, a date", "[a][owner][date]"},
      {"[root cause]~s", "the root is, as so often in such cases, the cause", "[root][cause]"},
      {"[root cause]~9", "the root. The cause", ""},
      {"[root cause]~s", "the root. The cause", ""},
      {"[root cause]~d", "the root. The cause", "[root][cause]"},
      {"[team team]~3", "the team", ""},
      {"[team team]~3", "the team met the team", "[team][team]"},
      {"[owner date]~5", "owner owner date", "[owner][date]"},
  });
}

TEST(Finder, TheShortestWindowIsTaken) {
  std::optional<Hit> const hit = search("[owner date]~5", "owner owner date");

  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->evidence.front().span, (ByteSpan{6, 11}));
}

TEST(Finder, NearbyWordsMayStandInAnyOrder) {
  expect_found({
      {"{owner date}~4", "a date by which the owner answers", "[date][owner]"},
      {"{owner date}~3", "a date by which the owner answers", "[date][owner]"},
      {"{owner date}~2", "a date by which the owner answers", ""},
      {"{owner date risk}~1", "risk, owner and date", "[risk][owner][date]"},
      {"{owner date}~s", "the date. The owner", ""},
      {"{owner date}~d", "the date. The owner", "[date][owner]"},
      {"{owner|lead date|deadline}~8", "the lead gave a deadline", "[lead][deadline]"},
      {"{owner date}~0", "owner x date x x date owner", "[date][owner]"},
  });
}

TEST(Finder, EachWordCountsOnce) {
  expect_found({
      {"{team team}~3", "the team", ""},
      {"{team team}~3", "the team told the team", "[team][team]"},
      {"{team team*}~3", "the team", ""},
      {"{team* team}~3", "the team met teams", "[team][teams]~"},
      {"{rollout out}~3", "a roll-out", ""},
      {"{team|lead team|owner}~3", "the team lead", "[team][lead]"},
  });
}

TEST(Finder, BeforeReachesAcrossSentences) {
  expect_found({
      {"root >> fix", "We found the root. Then, later, we fixed it.", "[root][fixed]~"},
      {"root >> fix", "We fixed it. Then we found the root.", ""},
      {"risk >> owner >> date", "risk. Owner. Date.", "[risk][Owner][Date]"},
      {"team >> team", "the team", ""},
  });
}

TEST(Finder, UnlessExcludesWhatStandsNear) {
  expect_found({
      {"owner unless~3 missing", "an owner was missing", ""},
      {"owner unless~1 late", "an owner was really late", "[owner]"},
      {"owner unless~3 missing", "missing is an owner", ""},
      {"owner unless~3 missing", "an owner. Missing is a date", "[owner]"},
      {"owner unless~s missing", "an owner was for all of these months missing", ""},
      {"owner unless~d missing", "an owner. Missing is a date", ""},
      {"owner unless~3 missing", "owner missing. The owner came back", "[owner]"},
      {"owner unless~3 no", "owner and no date", ""},
      {"owner unless~3 owner", "owner", ""},
  });
}

TEST(Finder, OnlyWhatIsAffirmedCounts) {
  expect_found({
      {"escalate", "I would not escalate", ""},
      {"escalate", "I don't think we should escalate", ""},
      {"escalate", "not only escalate but also tell", "[escalate]"},
      {"escalate", "I would not escalate. Later I escalate", "[escalate]"},
      {"escalate | tell", "I would not escalate but tell", "[tell]"},
      {"name an owner", "we did not name an owner", ""},
      {"{owner date}~5", "there was no owner and no date", ""},
      {"lack*", "we lacked owners", "[lacked]~"},
      {"cannot", "we cannot", "[can][not]"},
  });
}

TEST(Finder, ANegationOfThePatternItselfIsNoObjection) {
  expect_found({
      {"without an owner", "it ran without an owner", "[without][an][owner]"},
      {"[no owner]", "there was no owner", "[no][owner]"},
      {"[no owner]~2", "there was no clear owner", "[no][owner]"},
      {"lack owner", "we lack owners", "[lack][owners]~"},
      {"not escalate", "I would not escalate", "[not][escalate]"},
      {"instead of waiting", "instead of waiting, I asked", "[instead][of][waiting]"},
  });
}

TEST(Finder, PolarityCanBeAskedFor) {
  expect_found({
      {"not(escalate)", "I would not escalate", "[escalate]"},
      {"not(escalate)", "I would escalate", ""},
      {"any(escalate)", "I would not escalate", "[escalate]"},
      {"any(escalate)", "I would escalate", "[escalate]"},
      {"[team not(escalate)]~5", "the team will not escalate", "[team][escalate]"},
      {"[team not(escalate)]~5", "the team will escalate", ""},
      {"ask >> not(blame)", "I ask. I do not blame.", "[ask][blame]"},
      {"ask >> not(blame)", "I never ask. I do not blame.", ""},
      {"not(blame) | owner", "no blame", "[blame]"},
  });
}

TEST(Finder, FirmMeansNeitherHedgedNorHypothetical) {
  expect_found({
      {"firm(escalate)", "I escalated", "[escalated]~"},
      {"firm(escalate)", "I would escalate", ""},
      {"firm(escalate)", "I'd escalate", ""},
      {"firm(escalate)", "maybe escalate", ""},
      {"firm(escalate)", "I did not escalate", ""},
      {"firm(not(escalate))", "I did not escalate", "[escalate]"},
      {"firm(not(escalate))", "I would not escalate", ""},
  });
}

TEST(Finder, HitsSayWhetherTheyAreHedgedOrConditional) {
  EXPECT_TRUE(search("escalate", "maybe escalate")->hedged);
  EXPECT_FALSE(search("escalate", "I escalate")->hedged);
  EXPECT_TRUE(search("escalate", "I would escalate")->conditional);
  EXPECT_FALSE(search("escalate", "I escalated")->conditional);
}

TEST(Finder, StrengthIsThatOfTheBestAlternative) {
  struct Strength {
    std::string_view pattern;
    std::uint16_t expected;
  };
  Strength const cases[] = {
      {"owner", 1000},
      {"owner ^0.6", 600},
      {"owner ^0.6 | owner", 1000},
      {"the ^0.2 | owner ^0.35", 350},
      {"(owner ^0.5) ^0.5", 250},
      {"[the (owner ^0.7)]", 700},
      {"owner ^0.001", 1},
      {"[the owner] | owner ^0.5", 1000},
      {"owner ^0.5 | [the owner]", 1000},
  };

  for (Strength const& c : cases) {
    std::optional<Hit> const hit = search(c.pattern, "the owner");
    ASSERT_TRUE(hit) << c.pattern;
    EXPECT_EQ(hit->strength, c.expected) << c.pattern;
  }
}

TEST(Finder, StrongestThenLeftmostThenShortest) {
  expect_found({
      {"owner ^0.5 | date", "the owner and the date", "[date]"},
      {"owner | date", "the date and the owner", "[date]"},
      {"root cause | root", "the root cause", "[root]"},
  });
}

TEST(Finder, TheHitKnowsItsSentence) {
  std::optional<Hit> const hit = search("owner", "One thing. An owner.");

  ASSERT_TRUE(hit);
  EXPECT_EQ(hit->sentence, 1U);
}

TEST(Finder, KeepsAsManyIntervalsAsItsLimitAllows) {
  auto const text = [](std::size_t blocked) {
    std::string out;
    for (std::size_t i = 0; i < blocked; ++i) out += "not owner. ";
    return out + "owner";
  };

  EXPECT_TRUE(search("owner", text(limits::intervals_per_node - 1)));
  EXPECT_FALSE(search("owner", text(limits::intervals_per_node)));
}

}  // namespace
}  // namespace curveball::matching
