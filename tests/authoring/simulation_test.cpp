#include "authoring/simulation.hpp"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "authoring/shipped_interview.hpp"
#include "authoring/simulation_text.hpp"

namespace curveball::authoring {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SimulationTest : public ::testing::Test {
 protected:
  SimulationTest() : loaded_(testing::shipped_interview("tpm/dependency-slip.json")) {}

  Simulation run(Seeds seeds) { return simulate(*loaded_.program, loaded_.cases, seeds, words_); }

  static PersonaResult const& of(Simulation const& simulation, Persona persona) {
    return simulation.personas[static_cast<std::size_t>(persona)];
  }

  scenario::Loaded loaded_;
  text::WordCache words_;
};

TEST_F(SimulationTest, EveryInterviewOfEveryPersonaComesToItsEnd) {
  auto const simulation = run({.first = 1, .count = 5});

  for (auto const& result : simulation.personas) {
    EXPECT_EQ(result.interviews, 5U);
    EXPECT_EQ(result.finished, 5U);
  }
}

TEST_F(SimulationTest, BetterAnswersScoreBetter) {
  auto const simulation = run({.first = 1, .count = 20});

  EXPECT_GT(of(simulation, Persona::strong).mean_level_pm(),
            of(simulation, Persona::mixed).mean_level_pm());
  EXPECT_GT(of(simulation, Persona::mixed).mean_level_pm(),
            of(simulation, Persona::weak).mean_level_pm());
}

TEST_F(SimulationTest, MeetsEveryTurnRuleAndCurveball) {
  auto const simulation = run({.first = 1, .count = 50});

  for (auto const& item : simulation.coverage.items()) {
    bool const path =
        item.part == Part::turn || item.part == Part::rule || item.part == Part::curveball;
    EXPECT_TRUE(!path || item.met > 0) << name_of(item.part) << " " << item.id;
  }
}

TEST_F(SimulationTest, TwoPartsTogetherAreTheWhole) {
  auto const whole = run({.first = 1, .count = 4});
  auto parts = run({.first = 1, .count = 2});

  add(parts, run({.first = 3, .count = 2}));

  EXPECT_EQ(to_text(*loaded_.program, parts), to_text(*loaded_.program, whole));
}

TEST_F(SimulationTest, SaysWhichConditionKeptAPathShut) {
  auto const simulation = run({.first = 1, .count = 1});
  auto const& items = simulation.coverage.items();
  auto const rule = std::find_if(items.begin(), items.end(), [](Item const& item) {
    return item.part == Part::rule && item.id == "open.next.0";
  });

  ASSERT_NE(rule, items.end());
  EXPECT_EQ(rule->shut, loaded_.program->script.turns[0].next[0].when->source);
}

TEST_F(SimulationTest, CountsForADrawingAreThoseOfTheCoverage) {
  auto const simulation = run({.first = 1, .count = 3});
  auto const graph = graph_of(loaded_.program->script);

  auto const counts = simulation.coverage.counts_of(graph);

  ASSERT_EQ(counts.nodes.size(), graph.nodes.size());
  ASSERT_EQ(counts.edges.size(), graph.edges.size());
  EXPECT_EQ(counts.nodes[loaded_.program->script.start], 3U * persona_count);
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    EXPECT_EQ(counts.nodes[i], simulation.coverage.items()[i].met) << graph.nodes[i].id;
    if (i + 1 == loaded_.program->script.turns.size()) break;
  }
}

TEST_F(SimulationTest, NamesAnOrderOfScoresThatIsWrong) {
  auto simulation = run({.first = 1, .count = 1});
  simulation.personas = {};
  simulation.personas[static_cast<std::size_t>(Persona::strong)] = {.interviews = 1,
                                                                    .level_sum_pm = 3000};
  simulation.personas[static_cast<std::size_t>(Persona::mixed)] = {.interviews = 1,
                                                                   .level_sum_pm = 2000};
  simulation.personas[static_cast<std::size_t>(Persona::weak)] = {.interviews = 1,
                                                                  .level_sum_pm = 2000};

  EXPECT_THAT(order_faults(simulation), ElementsAre(HasSubstr("weak ones 2000/1000")));

  simulation.personas[static_cast<std::size_t>(Persona::weak)].level_sum_pm = 1999;
  EXPECT_THAT(order_faults(simulation), IsEmpty());
}

TEST_F(SimulationTest, JsonHasWhatTheTextHas) {
  auto const simulation = run({.first = 1, .count = 2});

  auto const object = nlohmann::json::parse(to_json(*loaded_.program, simulation));

  EXPECT_EQ(object["personas"].size(), persona_count);
  EXPECT_EQ(object["personas"][0]["interviews"], 2);
  EXPECT_EQ(object["parts"].size(), part_count);
  for (auto const& item : object["unmet"]) {
    EXPECT_THAT(to_text(*loaded_.program, simulation), HasSubstr(item["id"].get<std::string>()));
  }
}

}  // namespace
}  // namespace curveball::authoring
