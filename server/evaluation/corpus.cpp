#include "evaluation/corpus.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "evaluation/dump.hpp"
#include "scenario/load.hpp"

namespace curveball::evaluation {
namespace {

using nlohmann::json;

// Keeps the patterns of every concept, and the words that would hit those that are wanted.
void take_patterns(json const& script, CorpusQuestion& question) {
  for (auto const& heard : script.value("concepts", json::array())) {
    std::vector<std::string> patterns;
    for (auto const& pattern : heard.value("any", json::array())) {
      if (pattern.is_string()) patterns.push_back(pattern.get<std::string>());
    }
    if (text_of(heard, "kind") != "red_flag") question.keywords.push_back(keywords_of(patterns));
    question.patterns.insert(question.patterns.end(), patterns.begin(), patterns.end());
  }
}

// The ask with the id, or the first one when it is empty.
std::optional<dialogue::Index> ask_of(interview::Program const& program, std::string const& id) {
  auto const& turns = program.script.turns;
  auto const ask = std::find_if(turns.begin(), turns.end(), [&id](auto const& turn) {
    return turn.kind == dialogue::TurnKind::ask && (id.empty() || turn.id == id);
  });
  if (ask == turns.end()) return std::nullopt;
  return static_cast<dialogue::Index>(ask - turns.begin());
}

}  // namespace

Result<std::vector<CorpusAnswer>, Fault> read_answers(std::filesystem::path const& file) {
  auto const lines = read_json_lines(file);
  if (!lines) return Unexpected{lines.error()};
  std::vector<CorpusAnswer> answers;
  for (auto const& line : *lines) {
    CorpusAnswer answer{.id = text_of(line, "id"),
                        .kind = text_of(line, "kind"),
                        .level = number_of(line, "level", 0),
                        .text = text_of(line, "text")};
    if (answer.level < 1 || answer.level > 4 || answer.text.empty()) {
      return Unexpected{Fault{file.string() + ": answer \"" + answer.id +
                              "\" needs a text and a level from 1 to 4"}};
    }
    answers.push_back(std::move(answer));
  }
  return answers;
}

Result<CorpusQuestion, Fault> read_question(std::filesystem::path const& file,
                                            std::string const& turn) {
  auto const named = scenario::source_of(file);
  auto loaded = scenario::load(named.source, named.path, scenario::Checks::compile);
  if (!loaded.program) {
    auto const& found = loaded.diagnostics;
    return Unexpected{Fault{found.empty() ? file.string() + ": cannot be read"
                                          : scenario::to_text(found.front())}};
  }
  auto const ask = ask_of(*loaded.program, turn);
  if (!ask) return Unexpected{Fault{file.string() + ": there is no ask \"" + turn + "\""}};
  CorpusQuestion question{.program = loaded.program, .ask = *ask};
  take_patterns(json::parse(loaded.canonical.text), question);
  question.canonical = std::move(loaded.canonical.text);
  return question;
}

Result<Corpus, Fault> read_corpus(std::filesystem::path const& folder) {
  auto const halves = read_json_lines(folder / "halves.jsonl");
  if (!halves) return Unexpected{halves.error()};
  Corpus corpus;
  for (auto const& line : *halves) {
    auto const id = text_of(line, "question");
    auto question = read_question(folder / id / "question.json");
    if (!question) return Unexpected{question.error()};
    auto answers = read_answers(folder / id / "answers.jsonl");
    if (!answers) return Unexpected{answers.error()};
    question->id = id;
    question->answers = *std::move(answers);
    question->half = text_of(line, "half") == "tuning" ? Half::tuning : Half::measured;
    corpus.push_back(*std::move(question));
  }
  return corpus;
}

}  // namespace curveball::evaluation
