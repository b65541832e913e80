// What a report names as the smallest change does lift the verdict: for every sample answer of
// every shipped interview, given on its own, when what is missing is said too and a
// red flag that it names was left out.
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "interview/report.hpp"
#include "scenario/conversation.hpp"

#include "shipped/shipped.hpp"

namespace curveball::shipped {
namespace {

using dialogue::Index;
using interview::Program;
using nlohmann::json;

constexpr char const* filler =
    "I thought about it for a while before I answered, and I stand by what I said just now, in "
    "this order and no other, because it is what I would do.";

using Answers = std::map<Index, std::string>;  // By ask.
using Sentences =
    std::map<std::string, std::string>;  // By concept: one that its author calls a hit.

std::string longest_of(json const& texts) {
  std::string longest;
  for (std::string const text : texts) {
    if (text.size() > longest.size()) longest = text;
  }
  return longest;
}

Sentences sentences_of(scenario::Loaded const& loaded) {
  Sentences sentences;
  auto const merged = json::parse(loaded.canonical.text);
  for (auto const& heard : merged.at("concepts")) {
    sentences[heard.at("id")] = longest_of(heard.at("samples").at("yes"));
  }
  return sentences;
}

struct Scored {
  interview::Report report;
  dialogue::State state;
};

Scored scored(Program const& program, Index ask, std::string const& answer) {
  text::WordCache words;
  scenario::Conversation conversation(program, words);
  conversation.jump_to(ask);
  EXPECT_TRUE(conversation.say(answer));
  return {interview::report_of_answer(program, conversation.state(), conversation.last_event()),
          conversation.state()};
}

// As if each ask had been answered in one interview.
dialogue::State together(Program const& program, Answers const& answers) {
  auto all = interview::fresh_session(program).state;
  for (auto const& [ask, answer] : answers) {
    auto const one = scored(program, ask, answer).state;
    for (std::size_t i = 0; i < all.credit.size(); ++i) {
      all.credit[i] = std::max(all.credit[i], one.credit[i]);
    }
    for (std::size_t i = 0; i < all.flagged.size(); ++i) {
      all.flagged[i] = std::max(all.flagged[i], one.flagged[i]);
    }
    all.thin[ask] = one.thin[ask];
  }
  return all;
}

// The answers with a sentence more for each thing that the lift names, as a paragraph of its ask.
Answers with_what_is_missing(Program const& program, Sentences const& sentences, Answers answers,
                             rubric::Lift const& lift) {
  for (auto const index : lift.say) {
    auto const& slot = program.script.slots[index];
    auto& answer = answers[slot.turn];
    if (answer.empty()) answer = filler;
    answer += "\n\n" + sentences.at(program.concepts[slot.concept_index].id);
  }
  for (auto const turn : lift.fuller) answers[turn] += std::string("\n\n") + filler;
  return answers;
}

void expect_lifted(scenario::Loaded const& loaded, Index ask, std::string const& text) {
  auto const& program = *loaded.program;
  auto const before = scored(program, ask, text).report;
  auto const& feedback = before.feedback.lift;
  EXPECT_EQ(feedback.words.empty(), before.judgement.verdict == 0);
  if (before.judgement.verdict == 0) return;
  ASSERT_TRUE(feedback.lift) << feedback.words;

  auto const answers =
      with_what_is_missing(program, sentences_of(loaded), {{ask, text}}, *feedback.lift);
  auto state = together(program, answers);
  for (auto const flag : feedback.lift->unsay) state.flagged[flag] = 0;
  auto const after = interview::judge(program, state);

  EXPECT_LT(after.verdict, before.judgement.verdict) << feedback.words;
}

TEST(ShippedLift, SayingWhatIsNamedRaisesTheVerdictOfEverySample) {
  std::size_t samples = 0;
  for (auto const& loaded : interviews()) {
    ASSERT_TRUE(loaded.program);
    for (std::size_t ask = 0; ask < loaded.program->asks.size(); ++ask) {
      for (auto const& sample : loaded.program->asks[ask].samples) {
        SCOPED_TRACE(loaded.program->card.id + " " + loaded.program->script.turns[ask].id + " " +
                     sample.id);
        expect_lifted(loaded, static_cast<Index>(ask), sample.text);
        ++samples;
      }
    }
  }
  EXPECT_GT(samples, 150U);
}

}  // namespace
}  // namespace curveball::shipped
