#include "rubric/judge.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace curveball::rubric {
namespace {

using testing::ElementsAre;

// Credits, thinness and flags of one made-up interview with six slots and eight concepts.
struct Book {
  std::vector<std::uint16_t> credit = std::vector<std::uint16_t>(6, 0);
  std::vector<std::uint8_t> thin = std::vector<std::uint8_t>(6, 0);
  std::vector<std::uint8_t> flagged = std::vector<std::uint8_t>(8, 0);
  Ledger view() const { return {credit, thin, flagged}; }
};

// Concepts 0, 1, 2 in slots 0, 1, 2; two of three are enough; level 4 needs concept 2.
Criterion two_of_three(std::string id, std::uint16_t first_slot = 0) {
  Criterion criterion;
  criterion.id = std::move(id);
  criterion.k = 2;
  for (std::uint16_t i = 0; i < 3; ++i) {
    auto const slot = static_cast<std::uint16_t>(first_slot + i);
    criterion.feeds.push_back({.concept_index = slot, .slots = {slot}});
  }
  criterion.levels[1].coverage_pm = 1;
  criterion.levels[2].coverage_pm = 667;
  criterion.levels[3].coverage_pm = 1000;
  criterion.levels[3].needs = {static_cast<std::uint16_t>(first_slot + 2)};
  return criterion;
}

Profile four_step() {
  Profile profile;
  profile.verdicts = {{"strong_hire", ""}, {"hire", ""}, {"no_hire", ""}, {"strong_no_hire", ""}};
  auto const at_least = [](Fact fact, int value) {
    return FactCondition{fact, value, std::nullopt};
  };
  auto const at_most = [](Fact fact, int value) {
    return FactCondition{fact, std::nullopt, value};
  };
  profile.rules = {
      {"nothing", 3, "", {at_most(Fact::criteria_with_evidence, 0)}},
      {"flags", 3, "", {at_least(Fact::capping_flags, 2)}},
      {"mostly_1",
       3,
       "",
       {at_least(Fact::must_haves_at_1, 1), at_least(Fact::criteria_at_1_pm, 501)}},
      {"strong",
       0,
       "",
       {at_least(Fact::must_haves_lowest, 3), at_least(Fact::criteria_at_4_pm, 500),
        at_most(Fact::criteria_at_1, 0)}},
      {"solid", 1, "", {at_least(Fact::must_haves_lowest, 3), at_most(Fact::criteria_at_1, 1)}},
      {"else", 2, "", {}}};
  return profile;
}

// Two criteria over slots 0-2 and 3-5; the first is a must-have from L5 up; concept 7 is a red flag
// that caps it.
Rubric two_criteria() {
  Rubric rubric;
  rubric.criteria = {two_of_three("first"), two_of_three("second", 3)};
  rubric.criteria[0].must_have_from = Grade::l5;
  rubric.caps = {{.concept_index = 7, .criteria = {0}}};
  rubric.profile = four_step();
  return rubric;
}

std::string verdict_of(Rubric const& rubric, Book const& book) {
  return rubric.profile.verdicts[judge(rubric, book.view()).verdict].id;
}

TEST(Coverage, CountsTheKBestCreditsOnly) {
  Book book;
  book.credit = {1000, 500, 250, 0, 0, 0};

  auto const covered = coverage(two_of_three("x"), book.view());

  EXPECT_EQ(covered, 750);
}

TEST(Coverage, RoundsSoThatTwoOfThreeAreEnoughForTwoThirds) {
  Book book;
  book.credit = {1000, 1000, 0, 0, 0, 0};
  Criterion criterion = two_of_three("x");
  criterion.k = 3;

  EXPECT_EQ(coverage(criterion, book.view()), 667);
}

TEST(Coverage, NeverPassesOneHoweverManyConceptsAreHit) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};

  EXPECT_EQ(coverage(two_of_three("x"), book.view()), 1000);
}

TEST(Coverage, CountsAConceptOnceWithItsBestSlot) {
  Book book;
  book.credit = {250, 0, 0, 500, 0, 0};
  Criterion criterion = two_of_three("x");
  criterion.feeds[0].slots = {0, 3};

  EXPECT_EQ(coverage(criterion, book.view()), 250);
}

TEST(Level, IsOneWithoutAnyCredit) {
  auto const result = judge_criterion(two_criteria(), 0, Book{}.view());

  EXPECT_EQ(result.level, 1);
  EXPECT_EQ(result.next.more, 1);
  EXPECT_THAT(result.next.more_of, ElementsAre(0, 1, 2));
}

TEST(Level, FourNeedsTheNamedConceptEvenAtFullCoverage) {
  Book book;
  book.credit = {1000, 1000, 0, 0, 0, 0};

  auto const result = judge_criterion(two_criteria(), 0, book.view());

  EXPECT_EQ(result.level, 3);
  EXPECT_THAT(result.next.needs, ElementsAre(2));
  EXPECT_EQ(result.next.more, 0);
}

TEST(NextLevel, WantsAsManyUnheardConceptsAsItsCoverageTakes) {
  Book book;
  book.credit = {1000, 0, 0, 0, 0, 0};
  Rubric rubric = two_criteria();
  rubric.criteria[0].k = 3;
  rubric.criteria[0].levels[2].coverage_pm = 1000;

  auto const next = judge_criterion(rubric, 0, book.view()).next;

  EXPECT_EQ(next.more, 2);
  EXPECT_THAT(next.more_of, ElementsAre(1, 2));
  EXPECT_FALSE(next.in_full);
}

TEST(NextLevel, CountsANeededConceptTowardsItsCoverage) {
  Book book;
  book.credit = {1000, 500, 0, 0, 0, 0};

  auto const next = judge_criterion(two_criteria(), 0, book.view()).next;

  EXPECT_THAT(next.needs, ElementsAre(2));
  EXPECT_EQ(next.more, 0);
}

TEST(NextLevel, WantsPartsInFullWhenWhatWasNotHeardIsNotEnough) {
  Book book;
  book.credit = {500, 250, 250, 0, 0, 0};

  auto const next = judge_criterion(two_criteria(), 0, book.view()).next;

  EXPECT_TRUE(next.in_full);
  EXPECT_EQ(next.more, 2) << "raising the first alone gives 625 of 667";
  EXPECT_THAT(next.more_of, ElementsAre(0, 1, 2));
}

TEST(NextLevel, NamesOnlyOneOfItsAlternativesAsWanted) {
  Book book;
  book.credit = {1000, 1000, 0, 0, 0, 0};
  Rubric rubric = two_criteria();
  rubric.criteria[0].levels[3].needs.clear();
  rubric.criteria[0].levels[3].one_of = {2};

  auto const next = judge_criterion(rubric, 0, book.view()).next;

  EXPECT_THAT(next.one_of, ElementsAre(2));
  EXPECT_THAT(next.needs, testing::IsEmpty());
}

TEST(Level, OneOfIsMetByAnyNamedConcept) {
  Book book;
  book.credit = {1000, 1000, 0, 0, 0, 0};
  Rubric rubric = two_criteria();
  rubric.criteria[0].levels[3].needs.clear();
  rubric.criteria[0].levels[3].one_of = {1, 2};

  EXPECT_EQ(judge_criterion(rubric, 0, book.view()).level, 4);
}

TEST(Level, DoesNotSkipALevelWhoseConditionFails) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};
  Rubric rubric = two_criteria();
  rubric.criteria[0].levels[2].needs = {5};

  EXPECT_EQ(judge_criterion(rubric, 0, book.view()).level, 2);
}

TEST(Level, IsCappedAtTwoByItsRedFlagWhichIsNamed) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};
  book.flagged[7] = 1;

  auto const result = judge_criterion(two_criteria(), 0, book.view());

  EXPECT_EQ(result.level, 2);
  EXPECT_EQ(result.uncapped_level, 4);
  EXPECT_EQ(result.limit, Limit::red_flag);
  EXPECT_EQ(result.limiting_concept, 7);
  EXPECT_TRUE(result.next.lifted_cap);
}

TEST(Level, IsNotCappedByARedFlagOfAnotherCriterion) {
  Book book;
  book.credit = {0, 0, 0, 1000, 1000, 1000};
  book.flagged[7] = 1;

  EXPECT_EQ(judge_criterion(two_criteria(), 1, book.view()).level, 4);
}

TEST(Level, IsCappedAtTwoWhenAllEvidenceIsThin) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};
  book.thin = {1, 1, 1, 0, 0, 0};

  auto const result = judge_criterion(two_criteria(), 0, book.view());

  EXPECT_EQ(result.level, 2);
  EXPECT_EQ(result.limit, Limit::thin_answers);
}

TEST(Level, IsNotCappedWhenOneAnswerWasLongEnough) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};
  book.thin = {1, 1, 0, 0, 0, 0};

  EXPECT_EQ(judge_criterion(two_criteria(), 0, book.view()).level, 4);
}

TEST(MustHave, CountsFromItsGradeUp) {
  Rubric rubric = two_criteria();
  rubric.grade = Grade::l4;

  EXPECT_FALSE(judge_criterion(rubric, 0, Book{}.view()).must_have);
  rubric.grade = Grade::l5;
  EXPECT_TRUE(judge_criterion(rubric, 0, Book{}.view()).must_have);
}

TEST(Verdict, IsStrongNoHireWhenNothingCouldBeScored) {
  EXPECT_EQ(verdict_of(two_criteria(), Book{}), "strong_no_hire");
}

TEST(Verdict, IsStrongHireWithEveryMustHaveMetAndHalfAtFour) {
  Book book;
  book.credit = {1000, 1000, 1000, 1000, 0, 0};

  EXPECT_EQ(verdict_of(two_criteria(), book), "strong_hire");
}

TEST(Verdict, IsHireWithOneOtherCriterionAtOne) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};

  EXPECT_EQ(verdict_of(two_criteria(), book), "hire");
}

TEST(Verdict, AWeakMustHaveIsNotAveragedAway) {
  Book book;
  book.credit = {1000, 0, 0, 1000, 1000, 1000};

  EXPECT_EQ(verdict_of(two_criteria(), book), "no_hire");
}

TEST(Verdict, ACappingRedFlagTwiceIsStrongNoHire) {
  Book book;
  book.credit = {1000, 1000, 1000, 1000, 1000, 1000};
  book.flagged[7] = 2;

  EXPECT_EQ(verdict_of(two_criteria(), book), "strong_no_hire");
}

TEST(Judgement, ListsTheCappingRedFlagsThatWereHeard) {
  Book book;
  book.flagged[7] = 2;

  EXPECT_THAT(judge(two_criteria(), book.view()).flags, ElementsAre(HeardFlag{7, 2}));
  EXPECT_THAT(judge(two_criteria(), Book{}.view()).flags, testing::IsEmpty());
}

TEST(Judgement, MeanLevelIsInPerMille) {
  Book book;
  book.credit = {1000, 1000, 1000, 0, 0, 0};

  EXPECT_EQ(judge(two_criteria(), book.view()).mean_level_pm, 2500);
}

TEST(Judgement, MoreCreditNeverLowersALevel) {
  Rubric const rubric = two_criteria();
  for (std::uint16_t slot = 0; slot < 3; ++slot) {
    Book book;
    std::uint8_t before = 1;
    for (std::uint16_t credit = 0; credit <= 1000;
         credit = static_cast<std::uint16_t>(credit + 125)) {
      book.credit[slot] = credit;
      auto const level = judge_criterion(rubric, 0, book.view()).level;

      EXPECT_GE(level, before) << "slot " << slot << " credit " << credit;
      before = level;
    }
  }
}

}  // namespace
}  // namespace curveball::rubric
