#include "authoring/simulation.hpp"

#include "scenario/conversation.hpp"

namespace curveball::authoring {
namespace {

// Acts of one interview; more than any script asks for.
constexpr int most_acts = 400;

std::string_view question_of(interview::Program const& program, dialogue::Prompt const& prompt) {
  auto const& script = program.script;
  auto const& speech = prompt.probe == dialogue::none ? script.turns[prompt.turn].speech
                                                      : script.probes[prompt.probe].ask;
  return speech.variants.front().front().literal;
}

struct Stage {
  interview::Program const& program;
  scenario::TestCases const& cases;
};

void play(Stage const& stage, Persona persona, std::uint64_t seed, scenario::Conversation& talk) {
  auto const& program = stage.program;
  talk.start({.seed = seed, .time_scale_pm = 1000, .forced = {}});
  std::uint32_t last_prompt = 0;
  std::uint32_t tries = 0;
  for (int acts = 0; acts < most_acts; ++acts) {
    auto const prompt = dialogue::waiting_prompt(program.script, talk.state());
    if (prompt.number == 0) return;
    tries = prompt.number == last_prompt ? tries + 1 : 0;
    last_prompt = prompt.number;
    auto const done = act(persona, seed,
                          {.program = program,
                           .cases = stage.cases,
                           .prompt = prompt,
                           .question = question_of(program, prompt),
                           .tries = tries});
    talk.wait(done.wait_s);
    if (dialogue::waiting_prompt(program.script, talk.state()).number != prompt.number) continue;
    if (done.text) talk.say(*done.text);
    if (done.command) talk.command(*done.command);
  }
}

}  // namespace

Simulation simulate(interview::Program const& program, scenario::TestCases const& cases,
                    Seeds seeds, text::WordCache& words) {
  Simulation made{.coverage = Coverage(program), .personas = {}};
  for (std::size_t number = 0; number < persona_count; ++number) {
    auto& result = made.personas[number];
    result.verdicts.resize(program.rubric.profile.verdicts.size());
    for (std::uint64_t seed = seeds.first; seed < seeds.first + seeds.count; ++seed) {
      scenario::Conversation talk(program, words);
      play({program, cases}, static_cast<Persona>(number), seed, talk);
      auto const judgement = interview::judge(program, talk.state());
      made.coverage.add(talk.events(), judgement);
      ++result.interviews;
      if (talk.state().ending == dialogue::Ending::finished) ++result.finished;
      result.level_sum_pm += judgement.mean_level_pm;
      ++result.verdicts[judgement.verdict];
    }
  }
  return made;
}

void add(Simulation& sum, Simulation const& part) {
  sum.coverage.add(part.coverage);
  for (std::size_t i = 0; i < persona_count; ++i) {
    auto& to = sum.personas[i];
    auto const& from = part.personas[i];
    to.interviews += from.interviews;
    to.finished += from.finished;
    to.level_sum_pm += from.level_sum_pm;
    for (std::size_t v = 0; v < to.verdicts.size(); ++v) to.verdicts[v] += from.verdicts[v];
  }
}

std::vector<std::string> order_faults(Simulation const& simulation) {
  struct Pair {
    Persona above;
    Persona below;
    bool may_equal;
  };
  constexpr Pair wanted[] = {{Persona::strong, Persona::mixed, false},
                             {Persona::mixed, Persona::weak, false},
                             {Persona::weak, Persona::stuffer, true},
                             {Persona::weak, Persona::echo, true},
                             {Persona::weak, Persona::silent, true}};
  std::vector<std::string> faults;
  for (auto const& pair : wanted) {
    auto const above = simulation.personas[static_cast<std::size_t>(pair.above)].mean_level_pm();
    auto const below = simulation.personas[static_cast<std::size_t>(pair.below)].mean_level_pm();
    if (above > below || (pair.may_equal && above == below)) continue;
    faults.push_back(std::string(name_of(pair.above)) + " answers reach level " +
                     std::to_string(above) + "/1000 on average, " +
                     std::string(name_of(pair.below)) + " ones " + std::to_string(below) + "/1000");
  }
  return faults;
}

}  // namespace curveball::authoring
