// `curveball score`: the scoring of one answer, as JSON or in sentences.
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "app/commands.hpp"
#include "app/load_file.hpp"
#include "base/limits.hpp"
#include "interview/report.hpp"
#include "scenario/conversation.hpp"
#include "wire/rest.hpp"
#include "wire/score.hpp"

namespace curveball::app {
namespace {

std::optional<dialogue::Index> ask_named(interview::Program const& program, std::string const& id) {
  auto const& turns = program.script.turns;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    bool const is_ask = turns[i].kind == dialogue::TurnKind::ask;
    if (is_ask && turns[i].id == id) return static_cast<dialogue::Index>(i);
  }
  return std::nullopt;
}

void list_asks(interview::Program const& program) {
  for (auto const& turn : program.script.turns) {
    if (turn.kind == dialogue::TurnKind::ask) std::cerr << "  " << turn.id << "\n";
  }
}

void print_sentences(interview::Program const& program, interview::Report const& report) {
  auto const& profile = program.rubric.profile;
  std::cout << profile.verdicts[report.judgement.verdict].name << ": " << report.why << "\n";
  if (!report.feedback.lift.words.empty()) std::cout << report.feedback.lift.words << "\n";
  for (std::size_t i = 0; i < report.criteria.size(); ++i) {
    auto const& criterion = report.criteria[i];
    std::cout << "\n"
              << program.rubric.criteria[i].name << ": level "
              << static_cast<int>(criterion.result.level) << "\n  " << criterion.rule << "\n";
    if (!criterion.next_condition.empty()) std::cout << "  " << criterion.next_condition << "\n";
  }
  std::cout << "\n";
  for (auto const& grade : report.feedback.grades) {
    std::cout << wire::grade_name(grade.grade) << "  " << profile.verdicts[grade.verdict].name
              << "\n";
  }
}

}  // namespace

int score(ScoreOptions const& options) {
  auto const program = load_file(options.file, std::cerr, options.profile);
  if (!program) return exit_cannot;
  auto const ask = ask_named(*program, options.turn);
  if (!ask) {
    std::cerr << "curveball: there is no ask \"" << options.turn << "\"; the file has\n";
    list_asks(*program);
    return exit_cannot;
  }
  std::string const text((std::istreambuf_iterator<char>(std::cin)),
                         std::istreambuf_iterator<char>());
  text::WordCache words;
  scenario::Conversation conversation(*program, words);
  conversation.jump_to(*ask);
  if (!conversation.say(text)) {
    std::cerr << "curveball: the answer must be 1 to " << limits::answer_bytes
              << " bytes of UTF-8 and not only white space\n";
    return exit_cannot;
  }
  auto const& event = conversation.last_event();
  if (options.as_text) {
    print_sentences(*program, interview::report_of_answer(*program, conversation.state(), event));
  } else {
    std::cout << wire::encode_score(*program, event, conversation.state()) << "\n";
  }
  return exit_ok;
}

}  // namespace curveball::app
