#include "scenario/catalogue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "support.hpp"

namespace curveball::scenario {
namespace {

using testing::edit;
using testing::fixture_files;
using ::testing::IsEmpty;
using testing::memory_source;
using ::testing::SizeIs;

Catalogue catalogue_of(testing::Files const& files) {
  return load_catalogue(memory_source(files), Checks::compile);
}

TEST(Catalogue, ListsScenariosOnlyAndByTheirId) {
  auto files = fixture_files();
  files["pm/other.json"] = files["tpm/slip.json"];
  edit(files["pm/other.json"], "fixture-slip", "a-copy");

  auto const catalogue = catalogue_of(files);

  EXPECT_THAT(testing::texts_of(catalogue.diagnostics), IsEmpty());
  ASSERT_THAT(catalogue.entries, SizeIs(2));
  EXPECT_EQ(catalogue.entries[0].program->card.id, "a-copy");
  EXPECT_EQ(catalogue.entries[1].file, "tpm/slip.json");
}

TEST(Catalogue, ABrokenFileDoesNotHideTheOthers) {
  auto files = fixture_files();
  files["pm/broken.json"] = "{";

  auto const catalogue = catalogue_of(files);

  EXPECT_THAT(catalogue.entries, SizeIs(1));
  ASSERT_THAT(catalogue.diagnostics, SizeIs(1));
  EXPECT_EQ(catalogue.diagnostics[0].file, "pm/broken.json");
}

TEST(Catalogue, AFaultInASharedFileIsReportedOnce) {
  auto files = fixture_files();
  files["tpm/twin.json"] = files["tpm/slip.json"];
  edit(files["tpm/twin.json"], "fixture-slip", "twin");
  edit(files["shared/manners.json"], "Of course.", "Of course, {{nobody}}.");

  auto const catalogue = catalogue_of(files);

  EXPECT_THAT(catalogue.entries, IsEmpty());
  ASSERT_THAT(catalogue.diagnostics, SizeIs(1));
  EXPECT_EQ(catalogue.diagnostics[0].code, "CB601");
}

TEST(Catalogue, OfTwoFilesWithOneIdTheFirstStays) {
  auto files = fixture_files();
  files["tpm/twin.json"] = files["tpm/slip.json"];

  auto const catalogue = catalogue_of(files);

  ASSERT_THAT(catalogue.entries, SizeIs(1));
  EXPECT_EQ(catalogue.entries[0].file, "tpm/slip.json");
  ASSERT_THAT(catalogue.diagnostics, SizeIs(1));
  EXPECT_EQ(catalogue.diagnostics[0].code, "CB004");
}

TEST(Catalogue, IsFreeOfFindingsUnderTheLockThatWasWrittenForIt) {
  auto files = fixture_files();
  files["versions.lock"] = versions_lock(catalogue_of(files));

  EXPECT_THAT(testing::texts_of(catalogue_of(files).diagnostics), IsEmpty());
}

TEST(Catalogue, KeepsAScenarioWhoseVersionWasNotRaised) {
  auto files = fixture_files();
  files["versions.lock"] = versions_lock(catalogue_of(files));
  edit(files["tpm/slip.json"], "Let us keep to", "Let us stick to");

  auto const changed = catalogue_of(files);

  EXPECT_THAT(changed.entries, SizeIs(1));
  ASSERT_THAT(changed.diagnostics, SizeIs(1));
  EXPECT_EQ(changed.diagnostics[0].code, "CB801");
}

TEST(Catalogue, ReportsALineOfTheLockThatItCannotRead) {
  auto files = fixture_files();
  files["versions.lock"] = versions_lock(catalogue_of(files)) + "fixture-slip two\n";

  auto const catalogue = catalogue_of(files);

  ASSERT_THAT(catalogue.diagnostics, SizeIs(1));
  EXPECT_EQ(catalogue.diagnostics[0].file, "versions.lock");
  EXPECT_EQ(catalogue.diagnostics[0].line, 3U);
}

TEST(EmbeddedPrompts, HoldTheSchemas) {
  auto const source = embedded_source(embedded_prompts(), "prompts/");

  auto const schema = source.read("schemas/scenario.schema.json");

  ASSERT_TRUE(schema);
  EXPECT_NE(schema->find("draft-07"), std::string::npos);
}

}  // namespace
}  // namespace curveball::scenario
