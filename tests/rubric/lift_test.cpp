#include "rubric/lift.hpp"

#include <bit>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>

#include "rubric/lift_options.hpp"
#include "rubric/random_rubric.hpp"

namespace curveball::rubric {
namespace {

using rubric::testing::Made;
using rubric::testing::Maker;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::uint64_t random_cases = 1'000;

std::uint8_t verdict(Rubric const& rubric, Ledger const& ledger) {
  return judge(rubric, ledger).verdict;
}

// Three criteria of two concepts each, in slots 0 to 5, all must-haves; slots 0 to 3 belong to ask
// 0, the others to ask 1; concept 6 is a red flag that caps the first criterion.
Made three_criteria() {
  Made made;
  for (std::uint16_t i = 0; i < 3; ++i) {
    Criterion criterion;
    criterion.must_have_from = Grade::l4;
    criterion.k = 2;
    auto const first = static_cast<std::uint16_t>(2 * i);
    auto const second = static_cast<std::uint16_t>(2 * i + 1);
    criterion.feeds = {{first, {first}}, {second, {second}}};
    criterion.levels[1].coverage_pm = 1;
    criterion.levels[2].coverage_pm = 500;
    criterion.levels[3].coverage_pm = 1000;
    made.rubric.criteria.push_back(criterion);
  }
  made.rubric.caps = {{6, {0}}};
  made.rubric.profile = rubric::testing::four_step();
  made.credit.assign(6, 0);
  made.thin.assign(6, 0);
  made.flagged.assign(7, 0);
  made.slot_turn = {0, 0, 0, 0, 1, 1};
  made.open.assign(6, 1);
  return made;
}

std::optional<Lift> lift_of(Made const& made) {
  return smallest_lift(made.rubric, made.ledger(), made.openings());
}

// The size of the smallest set of options that lifts the verdict, by trying all of them.
std::optional<std::size_t> smallest_by_trying_all(Made const& made) {
  auto const options = lift_options(made.rubric, made.ledger(), made.openings());
  auto const before = verdict(made.rubric, made.ledger());
  std::optional<std::size_t> best;
  for (std::size_t bits = 1; bits < (std::size_t{1} << options.size()); ++bits) {
    if (best && static_cast<std::size_t>(std::popcount(bits)) >= *best) continue;
    OptionSet set;
    for (std::uint16_t i = 0; i < options.size(); ++i) {
      if (((bits >> i) & 1U) != 0) set.push_back(i);
    }
    auto const after = changed(made.ledger(), made.openings(), rubric::lift_of(options, set));
    if (verdict(made.rubric, after.view()) < before) best = set.size();
  }
  return best;
}

TEST(Lift, NamesTheOneConceptThatIsMissing) {
  Made made = three_criteria();
  made.credit = {1000, 0, 1000, 0, 0, 0};

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->say, ElementsAre(4));
  EXPECT_THAT(lift->unsay, IsEmpty());
  EXPECT_EQ(lift->verdict, 1);
  EXPECT_TRUE(lift->smallest);
}

TEST(Lift, NamesTheFirstOfConceptsThatDoTheSame) {
  Made made = three_criteria();
  made.credit = {0, 0, 0, 0, 0, 1000};

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->say, ElementsAre(0)) << "one criterion at level 1 of three is not most of them";
  EXPECT_EQ(lift->verdict, 2);
}

TEST(Lift, IsNoneAtTheBestVerdict) {
  Made made = three_criteria();
  made.credit.assign(6, 1000);

  EXPECT_FALSE(lift_of(made));
}

TEST(Lift, IsNoneWhereNothingMoreCanBeSaid) {
  Made made = three_criteria();
  made.open.assign(6, 0);

  EXPECT_FALSE(lift_of(made));
}

TEST(Lift, LeavesARedFlagOutWhenNothingElseHelps) {
  Made made = three_criteria();
  made.credit.assign(6, 1000);
  made.flagged[6] = 1;

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->unsay, ElementsAre(6));
  EXPECT_THAT(lift->say, IsEmpty());
  EXPECT_EQ(lift->verdict, 0);
}

TEST(Lift, KeepsARedFlagAsLongAsWordsHelp) {
  Made made = three_criteria();
  made.flagged[6] = 1;

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->unsay, IsEmpty());
  EXPECT_EQ(lift->verdict, 2);
}

TEST(Lift, AsksForAFullerAnswerWhenTheWordsWereTooFew) {
  Made made = three_criteria();
  made.credit.assign(6, 1000);
  made.thin = {1, 1, 1, 1, 0, 0};

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->fuller, ElementsAre(0));
  EXPECT_THAT(lift->say, IsEmpty());
}

TEST(Lift, PutsAConceptWhereTheAnswerWasNotTooShort) {
  Made made = three_criteria();
  made.credit = {1000, 1000, 1000, 1000, 0, 0};
  made.rubric.criteria[2].feeds[0].slots = {0, 4};
  made.rubric.criteria[2].feeds[0].concept_index = 0;
  made.credit[0] = 0;
  made.thin = {1, 1, 1, 1, 0, 0};
  made.rubric.criteria.erase(made.rubric.criteria.begin(), made.rubric.criteria.begin() + 2);

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_THAT(lift->say, ElementsAre(4));
  EXPECT_THAT(lift->fuller, IsEmpty());
}

TEST(Lift, RaisesTheVerdictOfEveryRandomInterview) {
  for (std::uint64_t seed = 0; seed < random_cases; ++seed) {
    SCOPED_TRACE(seed);
    auto const made = Maker(seed).make();

    auto const lift = lift_of(made);

    if (!lift) continue;
    auto const after = changed(made.ledger(), made.openings(), *lift);
    EXPECT_LT(lift->verdict, verdict(made.rubric, made.ledger()));
    EXPECT_EQ(lift->verdict, verdict(made.rubric, after.view()));
  }
}

TEST(Lift, IsAsSmallAsTryingEverySetFindsIt) {
  std::size_t found = 0;
  for (std::uint64_t seed = 0; seed < random_cases; ++seed) {
    SCOPED_TRACE(seed);
    auto const made = Maker(seed).make();

    auto const lift = lift_of(made);

    auto const smallest = smallest_by_trying_all(made);
    ASSERT_EQ(lift && lift->unsay.empty(), smallest.has_value());
    if (!smallest) continue;
    EXPECT_EQ(lift->size(), *smallest);
    EXPECT_TRUE(lift->smallest);
    ++found;
  }
  EXPECT_GT(found, random_cases / 2);
}

TEST(Lift, LosesItsForceWithoutAnyOneOfItsChanges) {
  for (std::uint64_t seed = 0; seed < random_cases; ++seed) {
    SCOPED_TRACE(seed);
    auto const made = Maker(seed).make();
    auto const lift = lift_of(made);
    if (!lift) continue;

    for (std::size_t i = 0; i < lift->say.size(); ++i) {
      auto fewer = *lift;
      fewer.say.erase(fewer.say.begin() + static_cast<std::ptrdiff_t>(i));
      auto const after = changed(made.ledger(), made.openings(), fewer);

      EXPECT_GE(verdict(made.rubric, after.view()), verdict(made.rubric, made.ledger()));
    }
  }
}

// `count` criteria of eight concepts each, every one different from the others for the search.
Made many_alternatives(std::size_t count) {
  Made made = three_criteria();
  made.rubric.criteria.clear();
  made.rubric.caps.clear();
  for (std::size_t c = 0; c < count; ++c) {
    Criterion criterion;
    criterion.must_have_from = Grade::l4;
    criterion.k = 8;
    for (std::size_t i = 0; i < 8; ++i) {
      auto const slot = static_cast<std::uint16_t>(8 * c + i);
      criterion.feeds.push_back({slot, {slot}});
    }
    criterion.levels[1].coverage_pm = 1;
    criterion.levels[2].coverage_pm = 500;
    criterion.levels[3].coverage_pm = 1000;
    made.rubric.criteria.push_back(criterion);
  }
  made.credit.clear();
  for (std::size_t i = 0; i < 8 * count; ++i) {
    made.credit.push_back(static_cast<std::uint16_t>(i % 8 + 1));
  }
  made.thin.assign(8 * count, 0);
  made.slot_turn.assign(8 * count, 0);
  made.open.assign(8 * count, 1);
  return made;
}

TEST(Lift, IsCalledSmallestWhileTheSearchStaysWithinItsSteps) {
  auto const lift = lift_of(many_alternatives(1));

  ASSERT_TRUE(lift);
  EXPECT_TRUE(lift->smallest);
}

TEST(Lift, SaysThatItMayNotBeTheSmallestWhenItsStepsAreUsedUp) {
  auto const made = many_alternatives(8);

  auto const lift = lift_of(made);

  ASSERT_TRUE(lift);
  EXPECT_FALSE(lift->smallest);
  EXPECT_EQ(lift->verdict, 1);
}

// A second red flag and so on, each of which caps the first criterion.
Made with_flags(std::size_t count) {
  Made made = three_criteria();
  made.credit.assign(6, 1000);
  made.rubric.caps.clear();
  made.flagged.assign(6 + count, 1);
  for (std::size_t i = 0; i < count; ++i) {
    made.rubric.caps.push_back({static_cast<std::uint16_t>(6 + i), {0}});
  }
  return made;
}

TEST(Lift, TriesEveryCombinationOfAsManyRedFlagsAsItsLimit) {
  auto const lift = lift_of(with_flags(lift_flags));

  ASSERT_TRUE(lift);
  EXPECT_TRUE(lift->smallest);
  EXPECT_EQ(lift->unsay.size(), lift_flags - 1) << "one flag is enough to cap, two for the worst";
}

TEST(Lift, LeavesOutAllRedFlagsWhenThereAreMoreThanItsLimit) {
  auto const lift = lift_of(with_flags(lift_flags + 1));

  ASSERT_TRUE(lift);
  EXPECT_FALSE(lift->smallest);
  EXPECT_EQ(lift->unsay.size(), lift_flags + 1);
}

}  // namespace
}  // namespace curveball::rubric
