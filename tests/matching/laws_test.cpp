#include <string>

#include "random_pattern.hpp"
#include "search.hpp"

namespace curveball::matching {
namespace {

PatternSet random_set(std::uint64_t seed, std::uint32_t patterns) {
  PatternSetBuilder builder;
  for (std::uint32_t i = 0; i < patterns; ++i) {
    builder.add(i / 3, parsed(random_pattern(seed * 1'000 + i)));
  }
  Result<PatternSet, BuildError> set = builder.build();
  if (!set) ADD_FAILURE() << set.error().error.message;
  return set ? *set : PatternSet{};
}

TEST(MatchingLaws, EvidenceLiesInsideTheAnswerInOrderAndApart) {
  text::WordCache cache;
  std::size_t seen = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    PatternSet const set = random_set(seed, 60);
    std::string const answer = random_answer(seed);
    for (Hit const& hit : find(set, text::read(answer, cache))) {
      std::uint32_t end = 0;
      ASSERT_FALSE(hit.evidence.empty());
      for (Evidence const& word : hit.evidence) {
        EXPECT_GE(word.span.begin, end) << answer;
        EXPECT_LT(word.span.begin, word.span.end);
        EXPECT_LE(word.span.end, answer.size());
        end = word.span.end;
        ++seen;
      }
      EXPECT_GE(hit.strength, 1);
      EXPECT_LE(hit.strength, 1000);
    }
  }
  EXPECT_GT(seen, 500U) << "the random patterns hardly ever hit";
}

TEST(MatchingLaws, ColdWarmAndTinyCachesGiveTheSameHits) {
  text::WordCache warm;
  text::WordCache tiny(2);
  PatternSet const set = random_set(99, 90);
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    std::string const answer = random_answer(seed);
    text::WordCache cold;

    std::vector<Hit> const expected = find(set, text::read(answer, cold));

    EXPECT_EQ(find(set, text::read(answer, warm)), expected) << answer;
    EXPECT_EQ(find(set, text::read(answer, tiny)), expected) << answer;
  }
}

TEST(MatchingLaws, APatternHitsTheSameAloneAndAmongOthers) {
  text::WordCache cache;
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    PatternSetBuilder together;
    std::vector<std::string> sources;
    for (std::uint32_t i = 0; i < 30; ++i) {
      sources.push_back(random_pattern(seed * 77 + i));
      together.add(i, parsed(sources.back()));
    }
    PatternSet const set = *together.build();
    text::Reading const reading = text::read(random_answer(seed), cache);

    std::vector<Hit> const hits = find(set, reading);

    auto hit = hits.begin();
    for (std::uint32_t i = 0; i < sources.size(); ++i) {
      std::vector<Hit> const alone = find(set_of(sources[i]), reading);
      bool const among = hit != hits.end() && hit->key == i;
      ASSERT_EQ(among, !alone.empty()) << sources[i];
      if (!among) continue;
      EXPECT_EQ(hit->evidence, alone.front().evidence) << sources[i];
      EXPECT_EQ(hit->strength, alone.front().strength) << sources[i];
      ++hit;
    }
  }
}

TEST(MatchingLaws, OtherKeysChangeNothingForTheChosenOne) {
  text::WordCache cache;
  PatternSet const set = random_set(5, 60);
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    text::Reading const reading = text::read(random_answer(seed), cache);
    for (Hit const& hit : find(set, reading)) {
      KeySet only;
      only.add(hit.key);
      EXPECT_EQ(find(set.only(only), reading), std::vector<Hit>{hit});
    }
  }
}

TEST(MatchingLaws, TheCanonicalSpellingFindsTheSame) {
  text::WordCache cache;
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    std::string const source = random_pattern(seed);
    text::Reading const reading = text::read(random_answer(seed), cache);

    std::vector<Hit> const a = find(set_of(source), reading);
    std::vector<Hit> const b = find(set_of(to_string(parsed(source))), reading);

    EXPECT_EQ(a, b) << source;
  }
}

}  // namespace
}  // namespace curveball::matching
