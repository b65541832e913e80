#include <cstdint>
#include <gtest/gtest.h>
#include <limits>
#include <string>

#include "dialogue/expression.hpp"
#include "dialogue/player.hpp"

namespace curveball::dialogue {
namespace {

using testing::Player;
using testing::ScriptSpec;

constexpr auto greatest = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

// Two asks with a concept each and one in both; the second can be asked again and again.
ScriptSpec two_asks() {
  return {.concepts = {"path", "owner", "both"},
          .red_flags = {"blame"},
          .criteria = {"delivery", "people"},
          .variables = {{"pressure", std::int64_t{1}},
                        {"calm", true},
                        {"customer", std::string{"Northwind"}},
                        {"greatest", greatest},
                        {"least", least}},
          .turns = {{.id = "open", .expects = {"path", "both"}, .next = {{"second"}}},
                    {.id = "second",
                     .expects = {"owner", "both"},
                     .probes_max = 1,
                     .probes = {{"p_owner", "owner"}},
                     .next = {{"second"}}}}};
}

class Evaluation : public ::testing::Test {
 protected:
  Evaluation() { player_.begin(); }

  // Runs `source` on the state as it stands.
  Value value(std::string const& source, ValueType type = ValueType::boolean) const {
    auto const look_up = [this](NameKind kind, std::string_view id) { return find(kind, id); };
    auto const& script = player_.script();
    auto const parsed = parse_expression(source, type, look_up, script.variables);
    EXPECT_TRUE(parsed) << source;
    return evaluate(*parsed, script, player_.state(), player_.standing);
  }

  bool holds(std::string const& source) const { return std::get<bool>(value(source)); }

  std::int64_t number(std::string const& source) const {
    return std::get<std::int64_t>(value(source, ValueType::integer));
  }

  Player player_{two_asks()};

 private:
  std::optional<Index> find(NameKind kind, std::string_view id) const {
    auto const& script = player_.script();
    switch (kind) {
      case NameKind::concept_name:
        return player_.concept_index(std::string{id});
      case NameKind::turn:
        return player_.turn_index(std::string{id});
      case NameKind::criterion:
        return id == script.criteria[0] ? Index{0} : Index{1};
      case NameKind::probe:
        return Index{0};
      case NameKind::variable:
        break;
    }
    for (std::size_t i = 0; i < script.variables.size(); ++i) {
      if (script.variables[i].id == id) return static_cast<Index>(i);
    }
    return {};
  }
};

TEST_F(Evaluation, ConstantsAndVariablesGiveTheirValues) {
  EXPECT_EQ(number("42"), 42);
  EXPECT_TRUE(holds("true"));
  EXPECT_FALSE(holds("false"));
  EXPECT_EQ(value("'some text'", ValueType::text), Value{std::string{"some text"}});
  EXPECT_EQ(value("customer", ValueType::text), Value{std::string{"Northwind"}});
  EXPECT_EQ(number("pressure"), 1);
  EXPECT_TRUE(holds("calm"));
}

TEST_F(Evaluation, ArithmeticGoesFromLeftToRight) {
  EXPECT_EQ(number("10 - 3 - 2"), 5);
  EXPECT_EQ(number("10 - (3 - 2)"), 9);
  EXPECT_EQ(number("-pressure + 3"), 2);
  EXPECT_EQ(number("--5"), 5);
}

TEST_F(Evaluation, ArithmeticSaturates) {
  EXPECT_EQ(number("greatest + 1"), greatest);
  EXPECT_EQ(number("1 + greatest"), greatest);
  EXPECT_EQ(number("least + least"), least);
  EXPECT_EQ(number("least - 1"), least);
  EXPECT_EQ(number("greatest - least"), greatest);
  EXPECT_EQ(number("-least"), greatest);
}

TEST_F(Evaluation, ComparisonsCompare) {
  EXPECT_TRUE(holds("1 < 2") && holds("2 <= 2") && holds("3 > 2") && holds("2 >= 2"));
  EXPECT_FALSE(holds("2 < 2") || holds("3 <= 2") || holds("2 > 2") || holds("1 >= 2"));
  EXPECT_TRUE(holds("customer == 'Northwind'") && holds("customer != 'northwind'"));
  EXPECT_TRUE(holds("calm == true") && holds("calm != false") && holds("pressure == 1"));
  EXPECT_FALSE(holds("customer == 'Acme'") || holds("pressure != 1"));
}

TEST_F(Evaluation, AndBindsTighterThanOr) {
  EXPECT_TRUE(holds("true || false && false"));
  EXPECT_FALSE(holds("(true || false) && false"));
}

TEST_F(Evaluation, LogicFollowsItsTruthTable) {
  EXPECT_TRUE(holds("true && true"));
  EXPECT_FALSE(holds("true && false") || holds("false && true") || holds("false && false"));
  EXPECT_TRUE(holds("true || true") && holds("true || false") && holds("false || true"));
  EXPECT_FALSE(holds("false || false"));
  EXPECT_TRUE(holds("!false && !(1 > 2)"));
}

TEST_F(Evaluation, LongChainsEndAtTheFirstThatDecides) {
  EXPECT_FALSE(holds("true && true && false && true"));
  EXPECT_TRUE(holds("false || false || true || false"));
  EXPECT_TRUE(holds("false && true || true"));
}

TEST_F(Evaluation, HitAndMissedTellWhetherAConceptHasCredit) {
  EXPECT_TRUE(holds("missed(path) && !hit(path)"));

  player_.say({"path"});

  EXPECT_TRUE(holds("hit(path) && !missed(path)"));
  EXPECT_TRUE(holds("missed(owner)"));
}

TEST_F(Evaluation, HitOfARedFlagTellsWhetherItWasHeard) {
  EXPECT_FALSE(holds("hit(blame)"));

  player_.say({"blame"});

  EXPECT_TRUE(holds("hit(blame)"));
}

TEST_F(Evaluation, HitInOneTurnIsAHitEverywhereButHitsCountsItsTurnOnly) {
  player_.say({"both"});

  EXPECT_TRUE(holds("hit(both)"));
  EXPECT_EQ(number("hits(open)"), 1);
  EXPECT_EQ(number("hits(second)"), 0);
}

TEST_F(Evaluation, HitsCountsEachConceptOnce) {
  player_.say({"path", "both", "path"});

  EXPECT_EQ(number("hits(open)"), 2);
}

TEST_F(Evaluation, VisitsAndTurnNumberCount) {
  EXPECT_EQ(number("visits(second)"), 0);
  EXPECT_EQ(number("turn_no()"), 1);

  player_.say();
  player_.say({"owner"});

  EXPECT_EQ(number("visits(open)"), 1);
  EXPECT_EQ(number("visits(second)"), 2);
  EXPECT_EQ(number("turn_no()"), 3);
}

TEST_F(Evaluation, AskedStaysTrueAfterTheVisit) {
  player_.say();
  EXPECT_FALSE(holds("asked(p_owner)"));

  player_.say();
  EXPECT_TRUE(holds("asked(p_owner)"));

  player_.say();
  EXPECT_TRUE(holds("asked(p_owner)"));
}

TEST_F(Evaluation, ElapsedSecondsAreWholeOnes) {
  player_.now_ms = 3'999;

  player_.say();

  EXPECT_EQ(number("elapsed_s()"), 3);
}

TEST_F(Evaluation, LevelAndCoverageComeFromTheStanding) {
  player_.standing = {.levels = {3, 2}, .coverage_pm = {667, 333}};

  EXPECT_EQ(number("level(delivery)"), 3);
  EXPECT_EQ(number("coverage(people)"), 333);
}

TEST_F(Evaluation, LevelAndCoverageBeforeAnyAnswerAreTheLowest) {
  EXPECT_EQ(number("level(people)"), 1);
  EXPECT_EQ(number("coverage(people)"), 0);
}

TEST_F(Evaluation, AbsentConditionAlwaysHolds) {
  EXPECT_TRUE(dialogue::holds({}, player_.script(), player_.state(), {}));
}

}  // namespace
}  // namespace curveball::dialogue
