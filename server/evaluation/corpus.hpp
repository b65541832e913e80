// The corpus of tests/corpus: questions with a rubric, and answers with the level that a person
// gave. Its README says what is in the files.
// Thread: any; read once, then only read.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "evaluation/lines.hpp"
#include "interview/program.hpp"

namespace curveball::evaluation {

// Whether rules may be changed after looking at the answers, or the answers are only measured.
enum class Half : std::uint8_t { tuning, measured };

struct CorpusAnswer {
  std::string id;
  std::string kind;  // "strong-plain", "stuffed", ...
  int level = 1;     // 1 to 4, by a person.
  std::string text;
};

struct CorpusQuestion {
  std::string id;
  Half half = Half::measured;
  std::shared_ptr<interview::Program const> program;
  std::string canonical;  // scenario::Canonical::text.
  dialogue::Index ask = 0;
  std::vector<std::string> patterns;               // Of all concepts, as their author wrote them.
  std::vector<std::vector<std::string>> keywords;  // See keywords_of(): of each wanted concept.
  std::vector<CorpusAnswer> answers;
};

using Corpus = std::vector<CorpusQuestion>;

// The questions that halves.jsonl of the folder names, in that order. A fault when a file is
// missing or cannot be used, or an answer has no level from 1 to 4.
Result<Corpus, Fault> read_corpus(std::filesystem::path const& folder);

// The question of one scenario file without answers: the ask `turn`, or the first one when `turn`
// is empty. A fault when the file has an error or no such ask.
Result<CorpusQuestion, Fault> read_question(std::filesystem::path const& file,
                                            std::string const& turn = {});

// The answers of answers.jsonl or of any samples file of that form.
Result<std::vector<CorpusAnswer>, Fault> read_answers(std::filesystem::path const& file);

}  // namespace curveball::evaluation
