// The shipped hire scales, and how an interview comes to be judged by one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <string>

#include "rubric/grades.hpp"
#include "rubric/judge.hpp"
#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using rubric::Grade;
using rubric::Profile;
using rubric::Rubric;

constexpr int random_cases = 4'000;
constexpr std::size_t criteria = 6;

Loaded load_shipped(std::string_view profile = {}) {
  auto const source = folder_source(std::string(CURVEBALL_SOURCE_DIR) + "/prompts", "prompts/");
  return load(source, "tpm/dependency-slip.json", Checks::compile, profile);
}

Profile shipped_profile(std::string_view id) {
  auto const loaded = load_shipped(id);
  return loaded.program ? loaded.program->rubric.profile : Profile{};
}

// Six criteria of three concepts; the first three are must-haves. A criterion's level is one more
// than the number of its concepts that were said.
class Levels {
 public:
  explicit Levels(Profile profile) {
    rubric_.profile = std::move(profile);
    for (std::uint16_t i = 0; i < criteria; ++i) {
      rubric::Criterion criterion;
      criterion.k = 3;
      if (i < 3) criterion.must_have_from = Grade::l4;
      for (std::uint16_t c = 0; c < 3; ++c) {
        auto const slot = static_cast<std::uint16_t>(3 * i + c);
        criterion.feeds.push_back({slot, {slot}});
      }
      criterion.levels[1].coverage_pm = 333;
      criterion.levels[2].coverage_pm = 667;
      criterion.levels[3].coverage_pm = 1000;
      rubric_.criteria.push_back(criterion);
    }
  }

  std::string verdict(std::vector<std::uint8_t> const& levels) const {
    return rubric_.profile.verdicts[place(levels)].id;
  }

  // 0 is the best verdict.
  std::uint8_t place(std::vector<std::uint8_t> const& levels) const {
    std::vector<std::uint16_t> credit(3 * criteria, 0);
    for (std::size_t i = 0; i < criteria; ++i) {
      for (std::size_t c = 0; c + 1 < levels[i]; ++c) credit[3 * i + c] = 1000;
    }
    std::vector<std::uint8_t> const none(3 * criteria, 0);
    return rubric::judge(rubric_, {credit, none, none}).verdict;
  }

 private:
  Rubric rubric_;
};

std::vector<std::uint8_t> random_levels(std::mt19937_64& random) {
  std::vector<std::uint8_t> levels;
  for (std::size_t i = 0; i < criteria; ++i) {
    levels.push_back(static_cast<std::uint8_t>(1 + random() % 4));
  }
  return levels;
}

class ShippedScale : public ::testing::TestWithParam<char const*> {};
INSTANTIATE_TEST_SUITE_P(Profiles, ShippedScale, ::testing::Values("four-step", "six-step"));

TEST_P(ShippedScale, NeverRisesWhenAMustHaveIsLowered) {
  Levels const scale(shipped_profile(GetParam()));
  std::mt19937_64 random(1);
  for (int i = 0; i < random_cases; ++i) {
    auto const levels = random_levels(random);
    auto lowered = levels;
    auto& must_have = lowered[random() % 3];
    if (must_have > 1) --must_have;

    EXPECT_GE(scale.place(lowered), scale.place(levels)) << ::testing::PrintToString(levels);
  }
}

TEST_P(ShippedScale, NeverFallsWhenAnyCriterionIsRaised) {
  Levels const scale(shipped_profile(GetParam()));
  std::mt19937_64 random(2);
  for (int i = 0; i < random_cases; ++i) {
    auto const levels = random_levels(random);
    auto raised = levels;
    auto& one = raised[random() % criteria];
    if (one < 4) ++one;

    EXPECT_LE(scale.place(raised), scale.place(levels)) << ::testing::PrintToString(levels);
  }
}

TEST_P(ShippedScale, NeverGivesAHireWithAMustHaveBelowThree) {
  Levels const scale(shipped_profile(GetParam()));
  std::mt19937_64 random(3);
  for (int i = 0; i < random_cases; ++i) {
    auto levels = random_levels(random);
    levels[random() % 3] = static_cast<std::uint8_t>(1 + random() % 2);

    EXPECT_THAT(scale.verdict(levels), ::testing::EndsWith("no_hire"))
        << ::testing::PrintToString(levels);
  }
}

TEST_P(ShippedScale, AsksMoreOfEachGradeThanOfTheOneBelow) {
  auto const expectations = shipped_profile(GetParam()).expectations;

  ASSERT_EQ(expectations.size(), rubric::all_grades.size());
  for (std::size_t i = 1; i < expectations.size(); ++i) {
    EXPECT_GT(expectations[i].coverage_pm, expectations[i - 1].coverage_pm);
    EXPECT_GE(expectations[i].must_have_level, expectations[i - 1].must_have_level);
  }
}

TEST(SixStepScale, DrawsTheLineBetweenHiringAndNotWhereTheFourStepScaleDoes) {
  Levels const four(shipped_profile("four-step"));
  Levels const six(shipped_profile("six-step"));
  std::mt19937_64 random(4);
  for (int i = 0; i < random_cases; ++i) {
    auto const levels = random_levels(random);

    EXPECT_EQ(four.place(levels) <= 1, six.place(levels) <= 2) << ::testing::PrintToString(levels);
    EXPECT_EQ(four.verdict(levels) == "strong_hire", six.verdict(levels) == "strong_hire");
    EXPECT_EQ(four.verdict(levels) == "strong_no_hire", six.verdict(levels) == "strong_no_hire");
  }
}

TEST(SixStepScale, TellsAGapFromNoneAndANearMissFromAFarOne) {
  Levels const scale(shipped_profile("six-step"));

  EXPECT_EQ(scale.verdict({3, 3, 3, 2, 2, 2}), "hire");
  EXPECT_EQ(scale.verdict({3, 3, 3, 2, 2, 1}), "lean_hire");
  EXPECT_EQ(scale.verdict({3, 3, 2, 2, 2, 2}), "lean_no_hire");
  EXPECT_EQ(scale.verdict({3, 2, 2, 2, 2, 2}), "no_hire");
}

TEST(Profile, IsTheOneThatTheInterviewNames) {
  auto const loaded = load_shipped();

  ASSERT_TRUE(loaded.program);
  EXPECT_EQ(loaded.program->rubric.profile.id, "four-step");
}

TEST(Profile, IsAnotherOfTheSameFolderWhenItIsAskedFor) {
  auto const loaded = load_shipped("six-step");

  ASSERT_TRUE(loaded.program);
  EXPECT_EQ(loaded.program->rubric.profile.id, "six-step");
  EXPECT_EQ(loaded.program->rubric.profile.verdicts.size(), 6U);
}

TEST(Profile, ThatDoesNotExistIsReportedWhereTheInterviewNamesItsOwn) {
  auto const loaded = load_shipped("nine-step");

  EXPECT_FALSE(loaded.program);
  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(to_text(loaded.diagnostics.front()), ::testing::HasSubstr("nine-step.json"));
}

TEST(Expectations, OutOfOrderAreASchemaViolation) {
  auto files = testing::fixture_files();
  for (auto& [path, text] : files) {
    if (path.find("profiles/") == std::string::npos) continue;
    auto const end = text.rfind('}');
    text.replace(end, 1, R"(, "expectations": [
      { "level": "L5", "coverage": 0, "must_have_level": 3 },
      { "level": "L4", "coverage": 0, "must_have_level": 3 },
      { "level": "L6", "coverage": 0, "must_have_level": 3 },
      { "level": "L7", "coverage": 0, "must_have_level": 3 },
      { "level": "L8", "coverage": 0, "must_have_level": 3 } ] })");
  }

  auto const loaded =
      load(testing::memory_source(std::move(files)), std::string(testing::slip), Checks::compile);

  ASSERT_EQ(loaded.diagnostics.size(), 2U);
  EXPECT_EQ(loaded.diagnostics.front().code, "CB002");
  EXPECT_THAT(to_text(loaded.diagnostics.front()), ::testing::HasSubstr("must be L4"));
}

}  // namespace
}  // namespace curveball::scenario
