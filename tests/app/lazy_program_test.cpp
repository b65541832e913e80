#include "app/lazy_program.hpp"

#include <gtest/gtest.h>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "app/open_library.hpp"

namespace curveball::app {
namespace {

TEST(LazyProgram, IsCompiledFromTheTextOnce) {
  auto const library = open_library(std::nullopt).library;
  auto const& entry = library->entries().front();

  auto const program = entry.script->get();

  ASSERT_TRUE(program);
  EXPECT_EQ(program->card.id, entry.card.id);
  EXPECT_EQ(entry.script->get(), program);
}

TEST(LazyProgram, IsTheSameForThreadsThatAreFirstTogether) {
  auto const library = open_library(std::nullopt).library;
  auto const& script = *library->entries().front().script;
  std::vector<std::shared_ptr<interview::Program const>> found(4);
  std::vector<std::thread> threads;

  for (auto& each : found) threads.emplace_back([&] { each = script.get(); });
  for (auto& thread : threads) thread.join();

  for (auto const& each : found) EXPECT_EQ(each, script.get());
}

TEST(LazyProgram, OfATextThatDoesNotCompileIsAnError) {
  LazyProgram const script("{}");

  EXPECT_THROW(script.get(), std::logic_error);
}

}  // namespace
}  // namespace curveball::app
