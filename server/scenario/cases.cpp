#include "scenario/cases.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "matching/example.hpp"
#include "scenario/compile.hpp"
#include "scenario/vocabulary.hpp"

namespace curveball::scenario {
namespace {

void add_exemplar(Compilation& compilation, Index turn, Node const& node) {
  auto const& names = compilation.names;
  auto const name = names.turns.ids()[turn] + '.' + node.text("id");
  auto const expect = node.at("expect");
  auto const context = "exemplar " + in_quotes(name) + " expects ";
  ExemplarCase result{
      .name = name, .turn = turn, .text = node.text("text"), .place = place_of(node.at("id"))};
  result.hit =
      resolve_all(compilation, names.concepts, Code::unknown_concept, expect.items("hit"), context);
  std::sort(result.hit.begin(), result.hit.end());
  result.probes = resolve_all(compilation, names.probes, Code::unknown_name, expect.items("probes"),
                              context + "probe ");
  if (auto const go_to = expect.find("goto")) {
    result.checks_goto = true;
    if (go_to->text() != "return") {
      result.go_to =
          resolve(compilation, names.turns, Code::unknown_turn, *go_to, context + "turn ")
              .value_or(dialogue::none);
    }
  }
  compilation.cases.exemplars.push_back(std::move(result));
}

// Reports concepts that the exemplar's turn can never hear.
void check_exemplar(Compilation& compilation, Index turn, Node const& node) {
  auto const& expects = compilation.program.script.turns[turn].expects;
  for (auto const& name : node.at("expect").items("hit")) {
    auto const found = compilation.names.concepts.find(name.text());
    if (!found || compilation.program.concepts[*found].red_flag) continue;
    if (std::find(expects.begin(), expects.end(), *found) != expects.end()) continue;
    compilation.findings.add(Code::unexpected_concept, name,
                             "the exemplar hits " + in_quotes(name.text()) + ", which turn " +
                                 in_quotes(compilation.names.turns.ids()[turn]) +
                                 " does not expect");
  }
}

class WalkthroughCompiler {
 public:
  WalkthroughCompiler(Compilation& compilation, Node const& node)
      : compilation_(compilation), names_(compilation.names), node_(node) {}

  WalkthroughCase run() {
    result_.name = node_.text("id");
    context_ = "walkthrough " + in_quotes(result_.name);
    result_.seed = static_cast<std::uint64_t>(node_.integer("seed", 1));
    result_.place = place_of(node_.at("id"));
    compile_force();
    for (auto const& step : node_.items("say")) compile_step(step);
    compile_expect(node_.at("expect"));
    return std::move(result_);
  }

 private:
  void compile_force() {
    auto const force = node_.find("force");
    if (!force) return;
    auto const& before = compilation_.program.script.curveballs.before;
    result_.forced.assign(before.size(), dialogue::none);
    for (auto const& [turn, curveball] : force->members("curveballs")) {
      auto const point = names_.turns.find(turn);
      auto const at = std::find(before.begin(), before.end(), point.value_or(dialogue::none));
      if (at == before.end()) {
        compilation_.findings.add_at_key(Code::unknown_turn, curveball,
                                         context_ + " forces a curveball before " +
                                             in_quotes(turn) + ", which \"before\" does not name");
        continue;
      }
      auto const found = resolve(compilation_, names_.curveballs, Code::unknown_name, curveball,
                                 context_ + " forces curveball ");
      result_.forced[static_cast<std::size_t>(at - before.begin())] =
          found.value_or(dialogue::none);
    }
  }

  void compile_step(Node const& step) {
    if (auto const wait = step.find("wait_s")) {
      result_.steps.emplace_back(Wait{.seconds = wait->integer()});
    } else if (auto const command = step.find("command")) {
      result_.steps.emplace_back(
          vocabulary::value_of<dialogue::Command>(vocabulary::commands, command->text()));
    } else {
      result_.steps.emplace_back(SaidStep{.text = said(step)});
    }
  }

  // The text itself, or that of the exemplar that "@turn.exemplar" names.
  std::string said(Node const& step) {
    auto text = step.text();
    if (text.front() != '@') return text;
    auto const dot = std::min(text.find('.'), text.size());
    auto const exemplar =
        exemplar_text(text.substr(1, dot - 1), text.substr(std::min(dot + 1, text.size())));
    if (exemplar) return *exemplar;
    std::vector<std::string> known;
    for (auto const& one : compilation_.cases.exemplars) known.push_back('@' + one.name);
    compilation_.findings.add(Code::unknown_exemplar, step,
                              context_ + " says " + in_quotes(text) + ", which is no exemplar",
                              nearest(text, known));
    return text;
  }

  std::optional<std::string> exemplar_text(std::string_view turn, std::string_view id) const {
    auto const found = names_.turns.find(turn);
    if (!found) return std::nullopt;
    for (auto const& node : names_.turns.node(*found).items("exemplars")) {
      if (node.text("id") == id) return node.text("text");
    }
    return std::nullopt;
  }

  void compile_expect(Node const& expect) {
    auto const context = context_ + " expects ";
    result_.path = resolve_all(compilation_, names_.turns, Code::unknown_turn, expect.items("path"),
                               context + "turn ");
    if (expect.find("probes")) {
      result_.probes = resolve_all(compilation_, names_.probes, Code::unknown_name,
                                   expect.items("probes"), context + "probe ");
    }
    if (expect.find("curveballs")) {
      result_.curveballs = resolve_all(compilation_, names_.curveballs, Code::unknown_name,
                                       expect.items("curveballs"), context + "curveball ");
    }
    if (auto const verdict = expect.find("verdict")) {
      auto const found = resolve(compilation_, names_.verdicts, Code::unknown_name, *verdict,
                                 context + "verdict ");
      result_.verdict = static_cast<std::uint8_t>(found.value_or(0));
    }
    for (auto const& [name, level] : expect.members("levels")) {
      if (auto const found = names_.criteria.find(name)) {
        result_.levels.emplace_back(*found, static_cast<std::uint8_t>(level.integer()));
      } else {
        compilation_.findings.add_at_key(Code::unknown_name, level,
                                         context + "a level of criterion " + in_quotes(name),
                                         nearest(name, names_.criteria.ids()));
      }
    }
  }

  Compilation& compilation_;
  Names const& names_;
  Node node_;
  std::string context_;
  WalkthroughCase result_;
};

std::uint16_t asks_met(dialogue::Script const& script, WalkthroughCase const& walkthrough) {
  auto const& path = walkthrough.path;
  return static_cast<std::uint16_t>(std::count_if(path.begin(), path.end(), [&](Index turn) {
    return script.turns[turn].kind == dialogue::TurnKind::ask;
  }));
}

// What the first pattern of the clarification looks for, as a question.
std::string question_of(Node const& clarification) {
  auto const patterns = clarification.items("if_asked");
  auto const pattern =
      patterns.empty() ? std::nullopt : std::optional(matching::parse(patterns.front().view()));
  std::string question;
  if (!pattern || !*pattern) return question;
  for (auto const& word : matching::example_words(**pattern)) {
    question += (question.empty() ? "" : " ") + word;
  }
  return question + "?";
}

void add_questions(Compilation& compilation, Node const& turn) {
  auto& questions = compilation.cases.questions.emplace_back();
  for (auto const& item : turn.items("clarify")) questions.push_back(question_of(item));
}

}  // namespace

std::uint16_t usual_questions(dialogue::Script const& script, TestCases const& cases) {
  std::vector<std::uint16_t> met;
  for (auto const& one : cases.walkthroughs) met.push_back(asks_met(script, one));
  if (met.empty()) return 0;
  auto const middle = met.begin() + static_cast<std::ptrdiff_t>(met.size() / 2);
  std::nth_element(met.begin(), middle, met.end());
  return *middle;
}

void compile_cases(Compilation& compilation) {
  for (std::size_t index = 0; index < compilation.names.turns.size(); ++index) {
    auto const turn = static_cast<Index>(index);
    add_questions(compilation, compilation.names.turns.node(turn));
    for (auto const& node : compilation.names.turns.node(turn).items("exemplars")) {
      add_exemplar(compilation, turn, node);
      check_exemplar(compilation, turn, node);
    }
  }
  for (auto const& node : compilation.root().items("walkthroughs")) {
    compilation.cases.walkthroughs.push_back(WalkthroughCompiler(compilation, node).run());
  }
}

}  // namespace curveball::scenario
