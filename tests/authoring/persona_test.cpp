#include "authoring/persona.hpp"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "base/limits.hpp"

#include "authoring/shipped_interview.hpp"

namespace curveball::authoring {
namespace {

class PersonaTest : public ::testing::Test {
 protected:
  PersonaTest() : loaded_(testing::shipped_interview("tpm/dependency-slip.json")) {}

  Act first_act(Persona persona, std::uint64_t seed = 1, std::uint32_t tries = 0) const {
    auto const& script = loaded_.program->script;
    dialogue::Prompt prompt;
    prompt.number = 1;
    prompt.turn = script.start;
    prompt.soft_ms = 60'000;
    prompt.hard_ms = 120'000;
    return act(persona, seed,
               {.program = *loaded_.program,
                .cases = loaded_.cases,
                .prompt = prompt,
                .question = "What do you do first?",
                .tries = tries});
  }

  std::set<std::string> samples(std::string const& grade) const {
    std::set<std::string> texts;
    for (auto const& sample : loaded_.program->asks[loaded_.program->script.start].samples) {
      if (sample.grade == grade) texts.insert(sample.text);
    }
    return texts;
  }

  scenario::Loaded loaded_;
};

TEST_F(PersonaTest, StrongAndWeakSayTheirSamples) {
  EXPECT_TRUE(samples("strong").contains(*first_act(Persona::strong).text));
  EXPECT_TRUE(samples("weak").contains(*first_act(Persona::weak).text));
}

TEST_F(PersonaTest, TheSilentOneWaitsPastTheLastLimit) {
  auto const silent = first_act(Persona::silent);

  EXPECT_GT(silent.wait_s, 120);
  EXPECT_FALSE(silent.text || silent.command);
}

TEST_F(PersonaTest, TheEchoSaysTheQuestion) {
  EXPECT_EQ(first_act(Persona::echo).text, "What do you do first?");
}

TEST_F(PersonaTest, TheStufferSaysTheWordsOfTheStrongSampleInOrder) {
  auto const text = *first_act(Persona::stuffer).text;
  std::multiset<char> const stuffed(text.begin(), text.end());
  auto const strong = *samples("strong").begin();

  EXPECT_EQ(stuffed, (std::multiset<char>{strong.begin(), strong.end()}));
  EXPECT_NE(text, strong);
}

TEST_F(PersonaTest, TheHostileOneSaysWhatNoAnswerMayBe) {
  EXPECT_EQ(first_act(Persona::hostile, 1, 0).text, "");
  EXPECT_GT(first_act(Persona::hostile, 1, 1).text->size(), limits::answer_bytes);
  EXPECT_LT(first_act(Persona::hostile, 1, 3).text->size(), limits::answer_bytes);
}

TEST_F(PersonaTest, TheClarifierAsksWhatTheTurnCanAnswer) {
  auto const& known = loaded_.cases.questions[loaded_.program->script.start];
  std::set<std::string> asked;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    asked.insert(*first_act(Persona::clarifier, seed).text);
  }

  EXPECT_EQ(asked, (std::set<std::string>{known.begin(), known.end()}));
}

TEST_F(PersonaTest, TheSameSeedActsAlike) {
  for (std::size_t i = 0; i < persona_count; ++i) {
    auto const persona = static_cast<Persona>(i);
    EXPECT_EQ(first_act(persona, 7).text, first_act(persona, 7).text) << name_of(persona);
  }
}

}  // namespace
}  // namespace curveball::authoring
