#include "scenario/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "base/limits.hpp"
#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::load_edited;

// `count` times the text, with the number of each in place of '#', before `place` in the fixture.
Loaded load_with(std::size_t count, std::string const& text, std::string const& place) {
  std::string added;
  for (std::size_t i = 0; i < count; ++i) {
    added += text;
    added.replace(added.rfind('#'), 1, std::to_string(i));
  }
  return load_edited(place, added + place, Checks::compile);
}

Loaded load_with_turns(std::size_t count) {
  return load_with(count, "{ \"id\": \"t#\", \"say\": \"Well.\" },\n", "{ \"id\": \"done\",");
}

Loaded load_with_concepts(std::size_t count) {
  return load_with(
      count,
      "{ \"id\": \"c#\", \"name\": \"Zebra\", \"advice\": \"Say it.\", "
      "\"any\": [\"zebra\"], \"samples\": { \"yes\": [\"Zebra.\"], \"no\": [\"-\"] } },",
      "{ \"id\": \"blame\",");
}

Loaded load_with_variables(std::size_t count) {
  return load_with(count, "\"v#\": 0, ", "\"customer\": \"Northwind\"");
}

std::vector<std::string> texts_of(Loaded const& loaded) {
  return testing::texts_of(loaded.diagnostics);
}

TEST(Names, TurnsOfAllFilesAreTakenUpToTheLimitTogether) {
  auto const own = load_with_turns(0).program->script.turns.size();

  auto const at_limit = load_with_turns(limits::turns_per_script - own);
  auto const past_it = load_with_turns(limits::turns_per_script - own + 1);

  EXPECT_THAT(texts_of(at_limit), IsEmpty());
  EXPECT_EQ(at_limit.program->script.turns.size(), limits::turns_per_script);
  EXPECT_THAT(texts_of(past_it), ElementsAre(HasSubstr("the scenario has more than 500 turns")));
}

TEST(Names, ConceptsOfAllFilesAreTakenUpToTheLimitTogether) {
  auto const own = load_with_concepts(0).program->script.concepts.size();

  auto const at_limit = load_with_concepts(limits::concepts_per_script - own);
  auto const past_it = load_with_concepts(limits::concepts_per_script - own + 1);

  EXPECT_THAT(texts_of(at_limit), IsEmpty());
  EXPECT_EQ(at_limit.program->script.concepts.size(), limits::concepts_per_script);
  EXPECT_THAT(texts_of(past_it), ElementsAre(HasSubstr("the scenario has more than 500 concepts")));
}

TEST(Names, VariablesAreTakenUpToTheLimit) {
  auto const own = load_with_variables(0).program->script.variables.size();

  auto const at_limit = load_with_variables(limits::variables_per_script - own);
  auto const past_it = load_with_variables(limits::variables_per_script - own + 1);

  EXPECT_THAT(texts_of(at_limit), IsEmpty());
  EXPECT_EQ(at_limit.program->script.variables.size(), limits::variables_per_script);
  EXPECT_THAT(texts_of(past_it), ElementsAre(HasSubstr("\"vars\" must have at most 64 items")));
}

TEST(Names, OneListHoldsNoMoreTurnsThanAScenario) {
  auto const past_it = load_with_turns(limits::turns_per_script);

  EXPECT_THAT(texts_of(past_it), ElementsAre(HasSubstr("\"turns\" must have at most 500 items")));
}

}  // namespace
}  // namespace curveball::scenario
