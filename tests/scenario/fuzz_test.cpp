// Random byte edits of the fixture: never a crash, never a silent duplicate or unknown key.
#include <algorithm>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <string>

#include "scenario/load.hpp"
#include "scenario/shape.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

// Whether some object of `text` has the same key twice; told by the JSON library's own events.
bool has_duplicate_key(std::string const& text) {
  std::vector<std::set<std::string>> open;
  bool found = false;
  auto const watch = [&](int, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
    using Event = nlohmann::json::parse_event_t;
    if (event == Event::object_start) open.emplace_back();
    if (event == Event::object_end) open.pop_back();
    if (event == Event::key) found = !open.back().insert(parsed.get<std::string>()).second || found;
    return true;
  };
  auto const parsed = nlohmann::json::parse(text, watch, false, true);
  return !parsed.is_discarded() && found;
}

std::string edited(std::string text, std::mt19937& random) {
  static constexpr std::string_view bytes = "\"{}[]:,/*\\ \n0a\x80\xC3";
  for (auto edits = 1 + random() % 3; edits > 0; --edits) {
    auto const at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = bytes[random() % bytes.size()];
        break;
      case 1:
        text.erase(at, 1 + random() % 8);
        break;
      case 2:
        text.insert(at, 1, bytes[random() % bytes.size()]);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 60));
        break;
    }
  }
  return text;
}

TEST(RandomEdits, NeverCrashAndNeverLetADuplicateKeyPass) {
  std::mt19937 random(20'240'607);
  auto files = testing::fixture_files();
  auto const original = files[std::string(testing::slip)];
  int refused = 0;

  for (int round = 0; round < 400; ++round) {
    auto const text = edited(original, random);
    files[std::string(testing::slip)] = text;
    auto const loaded =
        load(testing::memory_source(files), std::string(testing::slip), Checks::compile);

    refused += loaded.program ? 0 : 1;
    EXPECT_TRUE(loaded.program || has_errors(loaded.diagnostics));
    EXPECT_FALSE(loaded.program && has_duplicate_key(text)) << text;
    auto const lines = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (auto const& found : loaded.diagnostics) {
      EXPECT_TRUE(found.file != testing::slip || found.line <= lines) << to_text(found);
    }
  }

  EXPECT_GT(refused, 300) << "most edits break something";
}

// Every object of the fixture gets an unknown key once, every key of it stands twice once.
TEST(PlantedKeys, AreFoundInEveryObjectAtTheirLine) {
  auto const original = testing::fixture_files().at(std::string(testing::slip));
  std::size_t planted = 0;

  for (auto at = original.find("{ \""); at != std::string::npos;
       at = original.find("{ \"", at + 1)) {
    if (original.substr(at - 8, 8) == "\"vars\": ") continue;  // Any name may stand there.
    auto files = testing::fixture_files();
    auto& text = files[std::string(testing::slip)];
    text.insert(at + 1, " \"zz_unknown\": 1,");
    auto const line = static_cast<std::uint32_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
    auto const loaded =
        load(testing::memory_source(files), std::string(testing::slip), Checks::compile);

    ASSERT_FALSE(loaded.program) << "line " << line;
    auto const& found = loaded.diagnostics.front();
    EXPECT_EQ(found.line, line) << to_text(found);
    ++planted;
  }

  EXPECT_GT(planted, 70U);
}

}  // namespace
}  // namespace curveball::scenario
