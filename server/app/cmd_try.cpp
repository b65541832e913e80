// `curveball try`: a rubric tried on answers whose level a person gave.
#include <iostream>
#include <utility>

#include "app/commands.hpp"
#include "evaluation/workbench.hpp"

namespace curveball::app {

int try_samples(TryOptions const& options) {
  auto question = evaluation::read_question(options.file, options.turn);
  if (!question) {
    std::cerr << question.error().message << "\n";
    return exit_cannot;
  }
  auto answers = evaluation::read_answers(options.samples);
  if (!answers) {
    std::cerr << "curveball: " << answers.error().message << "\n";
    return exit_cannot;
  }
  question->answers = *std::move(answers);
  text::WordCache words;
  auto const trial = evaluation::try_rubric(*question, words);
  std::cout << (options.json ? evaluation::to_json(trial) + "\n" : evaluation::to_table(trial));
  return exit_ok;
}

}  // namespace curveball::app
