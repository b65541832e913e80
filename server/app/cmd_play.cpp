// `curveball play`: a whole interview in the terminal, nothing stored.
#include <iostream>
#include <string>

#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/load_file.hpp"
#include "interview/interview.hpp"
#include "interview/report.hpp"
#include "store/identity.hpp"
#include "wire/server_message.hpp"

namespace curveball::app {
namespace {

constexpr char const* help =
    "Type your answer and end it with an empty line. Commands: /hint /repeat /skip /end\n\n";

// The interview under way.
class Terminal {
 public:
  explicit Terminal(interview::Program const& program)
      : program_(program), session_(interview::fresh_session(program)) {}

  bool over() const { return session_.state.phase == dialogue::Phase::over; }
  std::vector<interview::Event> const& events() const { return events_; }

  void start(std::uint64_t seed) {
    take(interview::start(program_, session_, moment(), {seed, 0, {}}));
  }

  void say(std::string const& text) {
    if (text == "/hint") return command(dialogue::Command::hint);
    if (text == "/repeat") return command(dialogue::Command::repeat);
    if (text == "/skip") return command(dialogue::Command::skip);
    if (text == "/end") return command(dialogue::Command::end);
    take(interview::answer(program_, session_, moment(), {"", text}, words_));
  }

  void command(dialogue::Command name) {
    take(interview::command(program_, session_, moment(), {"", name}));
  }

 private:
  interview::Moment moment() const { return {wall_now(), clock_.now()}; }

  void take(Result<interview::Turn, dialogue::Refusal> turn) {
    if (!turn) {
      std::cout << "(" << wire::refusal_in_words(turn.error()).message << ")\n\n";
      return;
    }
    clock_.run();
    for (auto const& line : turn->event.outcome.lines) std::cout << line.text << "\n\n";
    session_ = turn->next;
    events_.push_back(turn->event);
  }

  interview::Program const& program_;
  interview::Session session_;
  InterviewClock clock_{{}};
  text::WordCache words_;
  std::vector<interview::Event> events_;
};

// Lines up to an empty one, or one line with a command; false at the end of the input.
bool read_answer(std::string& answer) {
  answer.clear();
  std::string line;
  std::cout << "> " << std::flush;
  while (std::getline(std::cin, line)) {
    if (answer.empty() && line.starts_with('/')) return answer = line, true;
    if (line.empty() && !answer.empty()) return true;
    if (!answer.empty()) answer += "\n";
    answer += line;
  }
  return !answer.empty();
}

void print_criterion(interview::Program const& program, std::size_t index,
                     interview::CriterionReport const& judged) {
  auto const& criterion = program.rubric.criteria[index];
  std::cout << "\n"
            << criterion.name << ": level " << int{judged.result.level} << " of 4"
            << (judged.result.must_have ? " (must-have)" : "") << "\n  " << judged.shown << "\n  "
            << judged.rule << " " << judged.next_condition << "\n";
  for (auto const& missing : judged.not_said) {
    std::cout << "  not said: " << program.concepts[missing.concept_index].name << "\n";
  }
}

void print_report(interview::Program const& program, std::vector<interview::Event> const& events) {
  auto const report = interview::report(program, events);
  auto const& profile = program.rubric.profile;
  std::cout << "----\n"
            << profile.verdicts[report.judgement.verdict].name << ": " << report.why << "\n";
  for (std::size_t i = 0; i < report.criteria.size(); ++i) {
    print_criterion(program, i, report.criteria[i]);
  }
  for (auto const& flag : report.flags) {
    auto const& said = program.concepts[flag.concept_index];
    std::cout << "\nRed flag: " << said.name << "\n  " << said.correction << "\n";
  }
}

}  // namespace

int play(PlayOptions const& options) {
  auto const program = load_file(options.file, std::cerr);
  if (!program) return exit_cannot;
  auto const seed = options.seed.value_or(store::make_seed());
  std::cout << program->card.title << " (" << program->card.minutes << " minutes, seed " << seed
            << ")\n"
            << program->card.brief << "\n\n"
            << help;
  Terminal terminal(*program);
  terminal.start(seed);
  std::string answer;
  while (!terminal.over() && read_answer(answer)) terminal.say(answer);
  if (!terminal.over()) terminal.command(dialogue::Command::end);
  print_report(*program, terminal.events());
  return exit_ok;
}

}  // namespace curveball::app
