// What a report names as the smallest change does lift the verdict: for every answer of the corpus,
// by credit and by saying it.
#include <algorithm>
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "interview/report.hpp"
#include "scenario/conversation.hpp"
#include "scenario/load.hpp"

namespace curveball::scenario {
namespace {

using interview::Program;
using interview::Report;
using nlohmann::json;

FileSource corpus() {
  return folder_source(std::string(CURVEBALL_SOURCE_DIR) + "/tests/corpus", "tests/corpus/");
}

// One question with its answers, and for each concept a sentence that its author calls a hit.
struct Question {
  std::string folder;
  std::shared_ptr<Program const> program;
  std::vector<std::string> answers;
  std::map<std::string, std::string> sentences;  // By concept.
};

std::vector<std::string> answers_in(std::string const& text) {
  std::vector<std::string> answers;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find('\n', at), text.size());
    answers.push_back(json::parse(text.substr(at, end - at)).at("text"));
    at = end + 1;
  }
  return answers;
}

std::string longest_of(json const& texts) {
  std::string longest;
  for (std::string const text : texts) {
    if (text.size() > longest.size()) longest = text;
  }
  return longest;
}

Question question_of(FileSource const& source, std::string const& folder) {
  Question question{.folder = folder};
  auto const loaded = load(source, folder + "/question.json", Checks::compile);
  question.program = loaded.program;
  question.answers = answers_in(source.read(folder + "/answers.jsonl").value_or(""));
  auto const merged = json::parse(loaded.canonical.text);
  for (auto const& heard : merged.at("concepts")) {
    question.sentences[heard.at("id")] = longest_of(heard.at("samples").at("yes"));
  }
  return question;
}

std::vector<Question> questions() {
  auto const source = corpus();
  std::set<std::string> folders;
  for (auto const& path : source.list()) {
    auto const slash = path.find('/');
    bool const is_question = path.compare(slash + 1, std::string::npos, "question.json") == 0;
    if (slash != std::string::npos && is_question) folders.insert(path.substr(0, slash));
  }
  std::vector<Question> all;
  for (auto const& folder : folders) all.push_back(question_of(source, folder));
  return all;
}

struct Scored {
  Report report;
  dialogue::State state;
};

Scored scored(Question const& question, text::WordCache& words, std::string const& answer) {
  Conversation conversation(*question.program, words);
  conversation.jump_to(question.program->script.start);
  EXPECT_TRUE(conversation.say(answer));
  return {interview::report_of_answer(*question.program, conversation.state(),
                                      conversation.last_event()),
          conversation.state()};
}

template <class Check>
void on_every_answer_below_the_top(Check const& check) {
  text::WordCache words;
  std::size_t below = 0;
  for (auto const& question : questions()) {
    ASSERT_TRUE(question.program) << question.folder;
    for (auto const& answer : question.answers) {
      SCOPED_TRACE(question.folder + ": " + answer.substr(0, 60));
      auto const before = scored(question, words, answer);
      if (before.report.judgement.verdict == 0) continue;
      ++below;
      check(question, words, answer, before);
    }
  }
  EXPECT_GT(below, 150U);
}

rubric::Lift const& lift_of(Report const& report) {
  static rubric::Lift const none;
  auto const& lift = report.feedback.lift.lift;
  EXPECT_TRUE(lift.has_value());
  return lift ? *lift : none;
}

TEST(CorpusLift, RaisesTheVerdictWhenWhatItNamesIsCredited) {
  on_every_answer_below_the_top(
      [](Question const& question, text::WordCache&, std::string const&, Scored const& before) {
        auto const& lift = lift_of(before.report);
        auto state = before.state;
        for (auto const slot : lift.say) state.credit[slot] = 1000;
        for (auto const turn : lift.fuller) state.thin[turn] = 0;
        for (auto const flag : lift.unsay) state.flagged[flag] = 0;

        auto const after = interview::judge(*question.program, state);

        EXPECT_LT(after.verdict, before.report.judgement.verdict);
        EXPECT_EQ(after.verdict, lift.verdict);
        EXPECT_TRUE(lift.smallest);
      });
}

// The answer with one sentence more for each thing that the lift names, each as a paragraph.
std::string with_what_is_missing(Question const& question, std::string answer,
                                 rubric::Lift const& lift) {
  for (auto const slot : lift.say) {
    auto const concept_index = question.program->script.slots[slot].concept_index;
    answer += "\n\n" + question.sentences.at(question.program->concepts[concept_index].id);
  }
  if (!lift.fuller.empty()) {
    answer +=
        "\n\nI thought about it for a while before I answered, and I stand by what I said "
        "just now, in this order and no other.";
  }
  return answer;
}

TEST(CorpusLift, RaisesTheVerdictWhenWhatItNamesIsSaid) {
  on_every_answer_below_the_top([](Question const& question, text::WordCache& words,
                                   std::string const& answer, Scored const& before) {
    auto const& lift = lift_of(before.report);
    ASSERT_TRUE(lift.unsay.empty());

    auto const after = scored(question, words, with_what_is_missing(question, answer, lift));

    EXPECT_LT(after.report.judgement.verdict, before.report.judgement.verdict)
        << before.report.feedback.lift.words;
  });
}

}  // namespace
}  // namespace curveball::scenario
