// Word lists and synonyms: a scenario's own and those of a shared library of concepts.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "base/limits.hpp"
#include "scenario/load.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::ElementsAre;
using testing::Files;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::slip;
using testing::texts_of;

constexpr std::string_view library_path = "shared/concepts.json";
constexpr std::string_view owner_pattern = R"("{one|single owner|name}~3")";

// The fixture with a library, and one pattern of it replaced.
Loaded load_with(std::string library, std::string_view pattern) {
  Files files = testing::fixture_files();
  files[std::string(library_path)] = std::move(library);
  auto& scenario = files[std::string(slip)];
  testing::edit(scenario, R"("../shared/manners.json"])",
                R"("../shared/manners.json", "../shared/concepts.json"])");
  testing::edit(scenario, owner_pattern, pattern);
  return load(testing::memory_source(std::move(files)), std::string(slip));
}

std::string library_of(std::string const& lists, std::string const& more = "") {
  return R"({"schema": 1, "kind": "concepts", "id": "concepts", "lists": [)" + lists + "]" + more +
         "}";
}

constexpr std::string_view owner_list =
    R"({"id": "single_owner", "any": ["{one|single owner|name}~3"]})";

TEST(ConceptLibrary, IsReferredToByAPatternAndExtendedBesideIt) {
  auto const loaded =
      load_with(library_of(std::string(owner_list)), R"("@single_owner", "{each owner}~2 ^0.5")");

  EXPECT_THAT(texts_of(loaded.diagnostics),
              ElementsAre(HasSubstr("untested-phrase")));  // Only the pattern added.
  EXPECT_TRUE(loaded.program);
}

TEST(ConceptLibrary, IsPartOfTheCanonicalTextAndComesBackFromIt) {
  auto const loaded = load_with(library_of(std::string(owner_list)), R"("@single_owner")");

  auto const again = load_canonical(loaded.canonical.text);

  EXPECT_THAT(loaded.canonical.text, HasSubstr("single_owner"));
  ASSERT_TRUE(again.program);
  EXPECT_EQ(again.canonical.sha256, loaded.canonical.sha256);
}

TEST(ConceptLibrary, AnUnknownNameIsReportedWhereItStandsWithTheOneMeant) {
  auto const loaded = load_with(library_of(std::string(owner_list)), R"("plan | @singel_owner")");

  ASSERT_FALSE(loaded.diagnostics.empty());
  auto const text = to_text(loaded.diagnostics.front());
  EXPECT_THAT(text, HasSubstr("unknown-name: there is no word list \"singel_owner\""));
  EXPECT_THAT(text, HasSubstr("did you mean \"single_owner\"?"));
  EXPECT_THAT(text, HasSubstr("tpm/slip.json:19:23:"));
  EXPECT_THAT(to_lines(loaded.diagnostics.front()), HasSubstr("\n  \"any\": [\"plan | @singel"));
}

TEST(ConceptLibrary, TwoListsOfOneNameAreReported) {
  auto const twice = library_of(std::string(owner_list) + "," + std::string(owner_list));

  EXPECT_THAT(texts_of(load_with(twice, R"("@single_owner")").diagnostics),
              ElementsAre(HasSubstr("duplicate-id: there is another word list \"single_owner\"")));
}

TEST(ConceptLibrary, AListWithTheNameOfABuiltInOneIsReported) {
  auto const library = library_of(R"({"id": "num", "any": ["two"]})");

  EXPECT_THAT(texts_of(load_with(library, owner_pattern).diagnostics),
              ElementsAre(HasSubstr("@num is a built-in word list")));
}

TEST(ConceptLibrary, AFaultInAListIsReportedInTheLibrary) {
  auto const library = library_of(R"({"id": "broken", "any": ["{one owner}"]})");

  EXPECT_THAT(texts_of(load_with(library, owner_pattern).diagnostics),
              ElementsAre(AllOf(HasSubstr("shared/concepts.json:1:"), HasSubstr("bad-pattern"))));
}

TEST(Synonyms, OfALibraryStandForTheWordsOfThePatterns) {
  auto const library = library_of("", R"(, "synonyms": [["owner", "holder"]])");

  auto const loaded = load_with(library, owner_pattern);

  EXPECT_THAT(texts_of(loaded.diagnostics), IsEmpty());
  ASSERT_TRUE(loaded.program);
  text::WordCache cache;
  auto const hits =
      matching::find(loaded.program->patterns, text::read("Each has a single holder.", cache));
  ASSERT_EQ(hits.size(), 1U);
  EXPECT_EQ(hits.front().strength, 900);
}

// So many groups of so many words: "aab", "aac" ...
std::string groups_of(std::size_t groups, std::size_t words) {
  std::string text = R"(, "synonyms": [)";
  for (std::size_t group = 0; group < groups; ++group) {
    text += group == 0 ? "[" : ", [";
    for (std::size_t word = 0; word < words; ++word) {
      text += word == 0 ? "\"" : ", \"";
      for (std::size_t rest = group * words + word, i = 0; i < 3; ++i, rest /= 26) {
        text += static_cast<char>('a' + rest % 26);
      }
      text += '"';
    }
    text += ']';
  }
  return text + "]";
}

TEST(Synonyms, HaveAtMostSoManyGroupsOfSoManyWords) {
  auto const codes_with = [](std::size_t groups, std::size_t words) {
    return texts_of(load_with(library_of("", groups_of(groups, words)), owner_pattern).diagnostics);
  };

  EXPECT_THAT(codes_with(limits::synonym_groups, limits::synonyms_per_group), IsEmpty());
  EXPECT_THAT(codes_with(limits::synonym_groups + 1, 2), ElementsAre(HasSubstr("at most 128")));
  EXPECT_THAT(codes_with(1, limits::synonyms_per_group + 1), ElementsAre(HasSubstr("at most 16")));
}

TEST(Synonyms, OfMoreThanOneWordAreReported) {
  auto const library = library_of("", R"(, "synonyms": [["owner", "single owner"]])");

  EXPECT_THAT(texts_of(load_with(library, owner_pattern).diagnostics),
              ElementsAre(HasSubstr("a synonym is one word")));
}

}  // namespace
}  // namespace curveball::scenario
