#include "app/programs.hpp"

#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "app/open_library.hpp"
#include "app/running_server.hpp"
#include "store/hash.hpp"
#include "store/writer.hpp"

namespace curveball::app {
namespace {

using testing::TempFolder;

// A store with many scripts that differ in white space only, none of which the library has.
class ProgramsTest : public ::testing::Test {
 protected:
  ProgramsTest() {
    store::DataFolder const folder(folder_.path());
    auto write = store::WriteDatabase::open(folder, {.now = wall_now()});
    auto const canonical = library_->entries().front().script->canonical();
    {
      store::Writer writer(*std::move(write), {});
      for (std::size_t i = 0; i <= limits::compiled_scripts; ++i) {
        auto const script = canonical + std::string(i + 1, ' ');
        hashes_.push_back(store::sha256(script));
        EXPECT_TRUE(writer.submit(store::PutScript{
            {hashes_.back(), "old", 1, "Old", "PM", schema_of_scripts, wall_now(), script},
            [](auto const& stored) { EXPECT_TRUE(stored); }}));
      }
    }
    reader_ = std::make_unique<store::Reader>(*store::ReadDatabase::open(folder));
  }

  std::shared_ptr<interview::Program const> program(Programs& programs, store::Hash const& hash) {
    auto const found = programs.get(*reader_, hash);
    EXPECT_TRUE(found) << (found ? "" : found.error());
    return found ? *found : nullptr;
  }

  std::shared_ptr<Library const> library_ = open_library(std::nullopt).library;
  TempFolder folder_;
  std::vector<store::Hash> hashes_;
  std::unique_ptr<store::Reader> reader_;
};

TEST_F(ProgramsTest, ThoseOfTheLibraryAreNotCompiledAgain) {
  Programs programs(library_);

  for (auto const& entry : library_->entries()) {
    EXPECT_EQ(program(programs, entry.hash), entry.script->get());
  }
}

TEST_F(ProgramsTest, AScriptThatIsNotStoredHasNone) {
  Programs programs(library_);

  EXPECT_FALSE(programs.get(*reader_, store::sha256("never stored")));
}

TEST_F(ProgramsTest, AsManyAsTheLimitStayCompiled) {
  Programs programs(library_);
  auto const first = program(programs, hashes_[0]);
  for (std::size_t i = 1; i < limits::compiled_scripts; ++i) program(programs, hashes_[i]);

  EXPECT_TRUE(first);
  EXPECT_EQ(program(programs, hashes_[0]), first);
}

TEST_F(ProgramsTest, OneOverTheLimitStartsOver) {
  Programs programs(library_);
  auto const first = program(programs, hashes_[0]);
  for (std::size_t i = 1; i <= limits::compiled_scripts; ++i) program(programs, hashes_[i]);

  EXPECT_NE(program(programs, hashes_[0]), first);
}

}  // namespace
}  // namespace curveball::app
