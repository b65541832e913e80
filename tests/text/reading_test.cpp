#include "text/reading.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace curveball::text {
namespace {

// Folded tokens with a space between, sentences with " | ".
std::string spoken(Reading const& reading) {
  std::string out;
  std::uint16_t sentence = 0;
  for (Token const& token : reading.tokens) {
    if (!out.empty()) out += token.sentence == sentence ? " " : " | ";
    sentence = token.sentence;
    out += reading.folded_of(token);
  }
  return out;
}

struct Case {
  std::string_view text;
  std::string_view expected;
};

void expect_spoken(std::initializer_list<Case> cases) {
  WordCache cache;
  for (Case const& c : cases) EXPECT_EQ(spoken(read(c.text, cache)), c.expected) << c.text;
}

TEST(Reading, CutsWords) {
  expect_spoken({
      {"", ""},
      {" \t ,;.!? \n", ""},
      {"Plain words, here", "plain words here"},
      {"the team's plan", "the team plan"},
      {"the teams' plan", "the teams plan"},
      {"five o'clock", "five o'clock"},
      {"a cross-team roll-out", "a cross team roll out"},
      {"quoted 'word' here", "quoted word here"},
      {"well -- not", "well not"},
      {"v1.2 and Q3", "v1 2 and q3"},
      {"snake_case", "snake case"},
      {"日本 語", "日本 語"},
  });
}

TEST(Reading, SplitsContractions) {
  expect_spoken({
      {"I don't", "i do not"},
      {"can't won't shan't", "can not will not shall not"},
      {"cannot", "can not"},
      {"dont didnt", "do not did not"},
      {"don’t", "do not"},
      {"I'd we'll they've you're I'm", "i would we will they have you are i am"},
      {"it's let's", "it let"},
      {"n't", "n't"},
  });
}

TEST(Reading, KeepsSymbolsTogether) {
  expect_spoken({
      {"C++ and C#, F#.", "c++ and c# f#"},
      {"C++20", "c++ 20"},
      {"on .NET today", "on .net today"},
      {"e.g. this, i.e. that", "e.g this i.e that"},
      {"the U.S. team", "the u.s team"},
      {"a+b #1", "a b 1"},
  });
}

TEST(Reading, BreaksSentences) {
  expect_spoken({
      {"One. Two! Three? Four; five", "one | two | three | four | five"},
      {"one\ntwo\r\nthree", "one | two | three"},
      {"it is 3.5 weeks. Then done", "it is 3.5 weeks | then done"},
      {"teams, e.g. Payments. Next", "teams e.g payments | next"},
      {"A vs. B is it", "a vs b is it"},
      {"I wait... and wait", "i wait and wait"},
      {"I wait... And wait", "i wait | and wait"},
      {"I wait… and", "i wait and"},
      {"it stopsThen goes", "it stops | then goes"},
      {"GitHub and iPhone and PostgreSQL", "github and iphone and postgresql"},
      {"done.Then next", "done | then next"},
      {"use node.js here", "use node js here"},
      {"plan: • first • second", "plan | first | second"},
      {"1. first\n2) second\n- third\n(3) fourth\na) fifth",
       "first | second | third | fourth | fifth"},
      {"40 engineers", "40 engineers"},
      {"What?! No", "what | no"},
      {"he said \"stop.\" We did", "he said stop | we did"},
  });
}

TEST(Reading, KnowsQuestions) {
  struct Question {
    std::string_view text;
    bool asks;
  };
  Question const cases[] = {
      {"Is the date fixed?", true},
      {"Really?!", true},
      {"really!?", true},
      {"how many teams are there", true},
      {"what is the budget", true},
      {"who owns the date", false},
      {"do we have a sponsor", true},
      {"can I move the date", true},
      {"is the date fixed", true},
      {"which team is late", true},
      {"What I did was this", false},
      {"How we did that was hard", false},
      {"Do the hard thing", false},
      {"When we started it was late", false},
      {"I would ask the team", false},
      {"where", false},
      {"would you tell me more", true},
      {"I would ask Tomas: what is the new date, and who owns it?", false},
      {"I'd ask: what is the new date?", false},
      {"I then go to the team and ask when they finish?", false},
      {"I asked him, why?!", false},
      {"My first question to the team is when they finish?", false},
      {"May I ask how many teams there are?", true},
      {"Can I just ask which date it is?", true},
      {"I ask you: is the date fixed?", true},
      {"I have one question for you, is the date fixed?", true},
      {"My first question is whether the date is fixed?", true},
      {"Should we ask Tomas?", true},
      {"Could we move the date?", true},
  };
  WordCache cache;

  for (Question const& c : cases) {
    Reading const reading = read(c.text, cache);
    ASSERT_EQ(reading.sentences.size(), 1U) << c.text;
    EXPECT_EQ(reading.sentences.front().is_question, c.asks) << c.text;
  }
}

TEST(Reading, EachSentenceIsJudgedAlone) {
  WordCache cache;

  Reading const reading = read("I ask. Is it late? It is.", cache);

  ASSERT_EQ(reading.sentences.size(), 3U);
  EXPECT_FALSE(reading.sentences[0].is_question);
  EXPECT_TRUE(reading.sentences[1].is_question);
  EXPECT_FALSE(reading.sentences[2].is_question);
}

TEST(Reading, ReadsNumbersWithTheirUnits) {
  struct Number {
    std::string_view text;
    std::string_view span;
    NumberForm form;
  };
  Number const cases[] = {
      {"12", "12", NumberForm::amount},       {"3.5", "3.5", NumberForm::amount},
      {"1,200", "1,200", NumberForm::amount}, {"10k", "10k", NumberForm::amount},
      {"2x", "2x", NumberForm::amount},       {"40%", "40%", NumberForm::percent},
      {"40 %", "40 %", NumberForm::percent},  {"$2M", "$2M", NumberForm::money},
      {"€40", "€40", NumberForm::money},      {"40 €", "40 €", NumberForm::money},
      {"40ms", "40ms", NumberForm::duration}, {"3h", "3h", NumberForm::duration},
      {"3rd", "3rd", NumberForm::other},      {"2024", "2024", NumberForm::other},
      {"24/7", "24", NumberForm::other},      {"10:30", "10:30", NumberForm::other},
      {"#5", "5", NumberForm::other},         {"５％", "５％", NumberForm::percent},
  };
  WordCache cache;

  for (Number const& c : cases) {
    Reading const reading = read(c.text, cache);
    ASSERT_FALSE(reading.tokens.empty()) << c.text;
    Token const& token = reading.tokens.front();
    EXPECT_EQ(token.kind, TokenKind::number) << c.text;
    EXPECT_EQ(token.number, c.form) << c.text;
    EXPECT_EQ(c.text.substr(token.span.begin, token.span.end - token.span.begin), c.span);
  }
}

TEST(Reading, ACurrencyBeforeDigitsBelongsToThem) {
  WordCache cache;

  Reading const reading = read("5 $3", cache);

  ASSERT_EQ(reading.tokens.size(), 2U);
  EXPECT_EQ(reading.tokens[0].number, NumberForm::amount);
  EXPECT_EQ(reading.tokens[1].number, NumberForm::money);
}

TEST(Reading, JoinedWordsAreCompoundsToo) {
  WordCache cache;

  Reading const reading = read("the Roll-out of CI/CD", cache);

  ASSERT_EQ(reading.compounds.size(), 2U);
  Compound const& roll_out = reading.compounds[0];
  EXPECT_EQ(roll_out.word, word_id("roll-out"));
  EXPECT_EQ(roll_out.stem, word_id("rollout"));
  EXPECT_NE(roll_out.cased, roll_out.word);
  EXPECT_EQ(reading.joined_of(roll_out), "rollout");
  EXPECT_EQ(roll_out.span, (ByteSpan{4, 12}));
  EXPECT_EQ(roll_out.first, 1U);
  EXPECT_EQ(roll_out.last, 2U);
  EXPECT_EQ(reading.compounds[1].word, word_id("ci/cd"));
}

TEST(Reading, ACompoundHasAtMostItsLimitOfParts) {
  WordCache cache;
  std::string text = "a";
  for (std::size_t i = 1; i < limits::compound_parts; ++i) text += "-b";

  EXPECT_EQ(read(text, cache).compounds.size(), 1U);
  Reading const past = read(text + "-c", cache);

  EXPECT_TRUE(past.compounds.empty());
  EXPECT_EQ(past.tokens.size(), limits::compound_parts + 1);
}

TEST(Reading, CountsWordsAsPeopleDo) {
  struct Count {
    std::string_view text;
    std::uint32_t words;
  };
  Count const cases[] = {{"", 0},           {"one two", 2},     {"don't", 1},
                         {"cross-team", 1}, {"I cannot", 2},    {"C++ 20", 1},
                         {"40% 12", 0},     {"90-day plan", 2}, {".NET e.g. x", 3}};
  WordCache cache;

  for (Count const& c : cases) EXPECT_EQ(read(c.text, cache).words, c.words) << c.text;
}

TEST(Reading, ReadsUpToTheLimitOfTokensAndSaysSoBeyond) {
  WordCache cache;
  std::string text;
  for (std::size_t i = 0; i < limits::answer_tokens; ++i) text += "word ";

  Reading const full = read(text + " ... !", cache);
  Reading const past = read(text + "more", cache);

  EXPECT_FALSE(full.truncated);
  EXPECT_EQ(full.tokens.size(), limits::answer_tokens);
  EXPECT_TRUE(past.truncated);
  EXPECT_EQ(past.tokens.size(), limits::answer_tokens);
  EXPECT_EQ(past.sentences.back().end, limits::answer_tokens);
}

TEST(Reading, CapitalsTellWordsApart) {
  WordCache cache;

  Reading const reading = read("IT It it", cache);

  EXPECT_EQ(reading.tokens[0].word, reading.tokens[2].word);
  EXPECT_NE(reading.tokens[0].cased, reading.tokens[1].cased);
  EXPECT_NE(reading.tokens[1].cased, reading.tokens[2].cased);
  EXPECT_EQ(reading.tokens[2].cased, reading.tokens[2].word);
}

TEST(Reading, SpansPointAtTheOriginalBytes) {
  std::string const text = "Die Straße isn’t “naïve”.";
  WordCache cache;

  Reading const reading = read(text, cache);
  std::vector<std::string> spans;
  for (Token const& token : reading.tokens) {
    spans.push_back(text.substr(token.span.begin, token.span.end - token.span.begin));
  }

  EXPECT_EQ(spans, (std::vector<std::string>{"Die", "Straße", "is", "n’t", "naïve"}));
}

}  // namespace
}  // namespace curveball::text
