#include "scenario/run_cases.hpp"

#include <algorithm>
#include <utility>

#include "interview/interview.hpp"
#include "scenario/conversation.hpp"

namespace curveball::scenario {
namespace {

using dialogue::Index;
using dialogue::none;
using Ids = std::vector<Index>;

constexpr std::string_view dont_know = "I don't know.";
// More than a turn has; ends the test of one that never goes on.
constexpr int most_probes = 16;
constexpr std::string_view level_names[] = {"1", "2", "3", "4"};

template <class IdOf>
std::string listed(Ids const& items, IdOf const& id_of) {
  std::string text = "[";
  for (auto const item : items) text += (text.size() > 1 ? ", " : "") + std::string(id_of(item));
  return text + "]";
}

// "expected X [...], but got [...]", or nothing when they are equal.
template <class IdOf>
std::string difference(std::string_view what, Ids const& expected, Ids const& real,
                       IdOf const& id_of) {
  if (expected == real) return {};
  return "expected " + std::string(what) + ' ' + listed(expected, id_of) + ", but got " +
         listed(real, id_of);
}

std::string difference(std::string_view what, std::string_view expected, std::string_view real) {
  if (expected == real) return {};
  return "expected " + std::string(what) + ' ' + std::string(expected) + ", but got " +
         std::string(real);
}

// Ids of a program, for messages.
class IdNames {
 public:
  explicit IdNames(interview::Program const& program) : program_(program) {}
  auto concepts() const {
    return [this](Index i) { return program_.concepts[i].id; };
  }
  auto probes() const {
    return [this](Index i) { return program_.script.probes[i].id; };
  }
  auto curveballs() const {
    return [this](Index i) { return program_.script.curveballs.items[i].id; };
  }
  auto turns() const {
    return [this](Index i) { return program_.script.turns[i].id; };
  }
  std::string go_to(Index turn) const {
    return turn == none ? "return" : program_.script.turns[turn].id;
  }

 private:
  interview::Program const& program_;
};

// The rule by which `turn` was left in the last event, when it was.
std::optional<Index> rule_taken(interview::Event const& event, Index turn) {
  for (auto const& change : event.outcome.changes) {
    if (change.kind == dialogue::ChangeKind::rule && change.a == turn) return change.b;
  }
  return std::nullopt;
}

std::string first_of(std::initializer_list<std::string> differences) {
  for (auto const& difference : differences) {
    if (!difference.empty()) return difference;
  }
  return {};
}

class Runner {
 public:
  explicit Runner(interview::Program const& program) : program_(program), ids_(program) {}

  std::optional<CaseFailure> run(ExemplarCase const& exemplar) {
    Conversation talk(program_, cache_);
    talk.jump_to(exemplar.turn);
    if (!talk.say(exemplar.text)) return failure(exemplar, false, "the answer was refused", talk);
    auto const hit = heard(talk.last_event());
    auto rule = rule_taken(talk.last_event(), exemplar.turn);
    for (int probes = 0; !rule && probes < most_probes && talk.say(dont_know); ++probes) {
      rule = rule_taken(talk.last_event(), exemplar.turn);
    }
    auto const summary =
        first_of({difference("to hit", exemplar.hit, hit, ids_.concepts()),
                  difference("probes", exemplar.probes, talk.trace().probes, ids_.probes()),
                  goto_difference(exemplar, rule)});
    if (summary.empty()) return std::nullopt;
    return failure(exemplar, false, summary, talk);
  }

  std::optional<CaseFailure> run(WalkthroughCase const& walkthrough) {
    Conversation talk(program_, cache_);
    auto summary = play(walkthrough, talk);
    if (summary.empty()) summary = compare(walkthrough, talk);
    if (summary.empty()) return std::nullopt;
    return failure(walkthrough, true, summary, talk);
  }

 private:
  template <class Case>
  static CaseFailure failure(Case const& tested, bool is_walkthrough, std::string const& summary,
                             Conversation const& talk) {
    return {.name = tested.name,
            .is_walkthrough = is_walkthrough,
            .place = tested.place,
            .summary = tested.name + ": " + summary,
            .conversation = talk.text()};
  }

  static Ids heard(interview::Event const& event) {
    Ids result;
    for (auto const& hit : event.reading.hits) result.push_back(hit.concept_index);
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
  }

  std::string goto_difference(ExemplarCase const& exemplar, std::optional<Index> rule) const {
    if (!exemplar.checks_goto) return {};
    auto const expected = ids_.go_to(exemplar.go_to);
    if (!rule) return "expected to go to " + expected + ", but the question still waits";
    auto const& taken = program_.script.turns[exemplar.turn].next[*rule];
    auto text = difference("to go to", expected, ids_.go_to(taken.go_to));
    return text.empty() ? text : text + " by rule " + taken.id;
  }

  // What refused an input, or nothing.
  static std::string play(WalkthroughCase const& walkthrough, Conversation& talk) {
    if (!talk.start({.seed = walkthrough.seed, .forced = walkthrough.forced})) {
      return "the start was refused";
    }
    std::size_t number = 0;
    for (auto const& step : walkthrough.steps) {
      ++number;
      if (!play(step, talk)) return "step " + std::to_string(number) + " was refused";
    }
    return {};
  }

  static bool play(WalkStep const& step, Conversation& talk) {
    if (auto const* const said = std::get_if<SaidStep>(&step)) return talk.say(said->text);
    if (auto const* const command = std::get_if<dialogue::Command>(&step)) {
      return talk.command(*command);
    }
    talk.wait(std::get<Wait>(step).seconds);
    return true;
  }

  std::string compare(WalkthroughCase const& expected, Conversation const& talk) const {
    auto const& trace = talk.trace();
    return first_of(
        {path_difference(expected.path, trace.path),
         difference("probes", expected.probes.value_or(trace.probes), trace.probes, ids_.probes()),
         difference("curveballs", expected.curveballs.value_or(trace.curveballs), trace.curveballs,
                    ids_.curveballs()),
         judgement_difference(expected, interview::judge(program_, talk.state()))});
  }

  std::string path_difference(Ids const& expected, Ids const& real) const {
    auto text = difference("path", expected, real, ids_.turns());
    if (text.empty()) return text;
    auto const at =
        std::mismatch(expected.begin(), expected.end(), real.begin(), real.end()).first -
        expected.begin();
    return text + ", different from turn " + std::to_string(at + 1) + " on";
  }

  std::string judgement_difference(WalkthroughCase const& expected,
                                   rubric::Judgement const& judgement) const {
    for (auto const& [criterion, level] : expected.levels) {
      auto const& id = program_.rubric.criteria[criterion].id;
      auto text = difference("level of " + id, level_names[level - 1],
                             level_names[judgement.criteria[criterion].level - 1]);
      if (!text.empty()) return text;
    }
    if (!expected.verdict) return {};
    auto const& profile = program_.rubric.profile;
    auto text = difference("verdict", profile.verdicts[*expected.verdict].id,
                           profile.verdicts[judgement.verdict].id);
    return text.empty() ? text : text + " by rule " + profile.rules[judgement.rule].id;
  }

  interview::Program const& program_;
  IdNames ids_;
  text::WordCache cache_;
};

template <class Case>
void run_all(std::vector<Case> const& cases, Runner& runner, TestReport& report) {
  for (auto const& one : cases) {
    if (auto failure = runner.run(one)) report.failures.push_back(*std::move(failure));
  }
}

}  // namespace

TestReport run_cases(interview::Program const& program, TestCases const& cases) {
  TestReport report{.exemplars = cases.exemplars.size(), .walkthroughs = cases.walkthroughs.size()};
  Runner runner(program);
  run_all(cases.exemplars, runner, report);
  run_all(cases.walkthroughs, runner, report);
  return report;
}

}  // namespace curveball::scenario
