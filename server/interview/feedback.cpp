#include "interview/feedback.hpp"

#include <algorithm>

#include "interview/hearing.hpp"
#include "interview/phrase.hpp"
#include "interview/wording.hpp"

namespace curveball::interview {
namespace {

using dialogue::Index;

// Views for the rubric room, and what they look at.
struct Standings {
  std::vector<std::uint8_t> thin;
  std::vector<std::uint16_t> turns;
  std::vector<std::uint8_t> open;
  dialogue::State const* state = nullptr;

  rubric::Ledger ledger() const { return {state->credit, thin, state->flagged}; }
  rubric::Openings openings() const { return {turns, open}; }
};

Standings standings_of(Program const& program, dialogue::State const& state) {
  Standings standings;
  standings.state = &state;
  for (auto const& slot : program.script.slots) {
    standings.thin.push_back(state.thin[slot.turn]);
    standings.turns.push_back(slot.turn);
    standings.open.push_back(1);
  }
  return standings;
}

void close_all_but(std::span<Index const> asks, Standings& standings) {
  for (std::size_t i = 0; i < standings.turns.size(); ++i) {
    bool const asked = std::find(asks.begin(), asks.end(), standings.turns[i]) != asks.end();
    standings.open[i] = asked ? 1 : 0;
  }
}

LiftReport lift_report(Program const& program, Standings standings,
                       std::span<Index const> attempted) {
  LiftReport report;
  auto const everywhere = standings.openings();
  if (rubric::judge(program.rubric, standings.ledger()).verdict == 0) return report;
  auto nearby = standings;
  close_all_but(attempted, nearby);
  report.lift = rubric::smallest_lift(program.rubric, nearby.ledger(), nearby.openings());
  if (!report.lift) {
    report.lift = rubric::smallest_lift(program.rubric, standings.ledger(), everywhere);
    report.elsewhere = report.lift.has_value();
  }
  report.words = report.lift ? lift_in_words(program, *report.lift)
                             : "Nothing that this interview listens for would lift the verdict.";
  return report;
}

std::string flags_in_words(Program const& program, rubric::Judgement const& judgement) {
  std::vector<std::string> names;
  for (auto const& flag : judgement.flags) {
    names.push_back(quoted(program.concepts[flag.concept_index].name));
  }
  return "Whatever else is said, the red flags decide: " + joined(names, ", ", " and ") + ".";
}

GradeReport grade_report(Program const& program, rubric::GradeView const& view) {
  GradeReport report{.grade = view.grade, .verdict = view.judgement.verdict};
  if (view.stop.by_flags) report.next = flags_in_words(program, view.judgement);
  if (!view.stop.criterion) return report;
  auto const& result = view.judgement.criteria[*view.stop.criterion];
  report.criterion = view.stop.criterion;
  report.level = result.level;
  report.next = next_condition_in_words(program, result);
  return report;
}

std::string names_of_said(Program const& program, rubric::Lift const& lift) {
  std::vector<std::string> names;
  for (auto const slot : lift.say) {
    names.push_back(quoted(program.concepts[program.script.slots[slot].concept_index].name));
  }
  return joined(names, ", ", " and ");
}

// "Without “A” and “B”"
std::string without(Program const& program, rubric::Lift const& lift) {
  std::vector<std::string> names;
  for (auto const index : lift.unsay) names.push_back(quoted(program.concepts[index].name));
  return "Without " + joined(names, ", ", " and ");
}

// "an answer of at least 25 words"
std::string fuller_answers(Program const& program, rubric::Lift const& lift) {
  std::uint32_t words = 0;
  for (auto const turn : lift.fuller) {
    words = std::max(words, words_needed(program.asks[turn].mode));
  }
  auto const least = " of at least " + std::to_string(words) + " words";
  return lift.fuller.size() == 1 ? "an answer" + least
                                 : number(lift.fuller.size()) + " answers" + least;
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

}  // namespace

std::string lift_in_words(Program const& program, rubric::Lift const& lift) {
  std::vector<std::string> additions;
  if (!lift.fuller.empty()) additions.push_back(fuller_answers(program, lift));
  if (!lift.say.empty()) {
    additions.push_back(number(lift.say.size()) + (lift.say.size() == 1 ? " thing" : " things") +
                        " more");
  }
  auto const added = joined(additions, ", ", " and ");
  std::string text = capital(added);
  if (!lift.unsay.empty()) text = without(program, lift) + (added.empty() ? "" : ", with " + added);
  text += (lift.unsay.empty() ? " would make it " : ", it would be ") +
          program.rubric.profile.verdicts[lift.verdict].name;
  return text + (lift.say.empty() ? "." : ": " + names_of_said(program, lift) + ".");
}

Feedback feedback(Program const& program, dialogue::State const& state,
                  std::span<Index const> attempted) {
  auto const standings = standings_of(program, state);
  Feedback feedback;
  feedback.lift = lift_report(program, standings, attempted);
  for (auto const& view : rubric::level_lens(program.rubric, standings.ledger())) {
    feedback.grades.push_back(grade_report(program, view));
  }
  return feedback;
}

}  // namespace curveball::interview
