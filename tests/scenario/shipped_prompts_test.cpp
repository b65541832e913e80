// What lies under prompts/ keeps every rule that its authors are held to.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "scenario/catalogue.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

TEST(ShippedPrompts, HaveNoFindingAndPassTheirOwnTests) {
  auto const source = folder_source(std::string(CURVEBALL_SOURCE_DIR) + "/prompts", "prompts/");

  auto const catalogue = load_catalogue(source, Checks::test);

  EXPECT_FALSE(catalogue.entries.empty());
  for (auto const& found : catalogue.diagnostics) ADD_FAILURE() << to_text(found);
}

TEST(ShippedPrompts, BuiltInAreThoseThatTheLockHolds) {
  auto const source = embedded_source(embedded_prompts(), "prompts/");

  auto const catalogue = load_catalogue(source, Checks::compile);

  EXPECT_EQ(source.read("versions.lock"), versions_lock(catalogue));
  for (auto const& found : catalogue.diagnostics) ADD_FAILURE() << to_text(found);
}

TEST(ShippedPrompts, ComeOutOfTheirCanonicalTextUnchanged) {
  auto const catalogue = load_catalogue(embedded_source(embedded_prompts(), "prompts/"));

  for (auto const& entry : catalogue.entries) {
    EXPECT_EQ(load_canonical(entry.canonical.text).canonical.sha256, entry.canonical.sha256)
        << entry.file;
  }
}

}  // namespace
}  // namespace curveball::scenario
