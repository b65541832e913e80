// Runs every example of docs/MATCHING.md.
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "search.hpp"

namespace curveball::matching {
namespace {

struct Example {
  std::size_t line = 0;
  std::string kind;  // pattern, pattern-error
  std::string pattern;
  std::vector<std::string> notes;  // The lines behind the pattern.
};

std::vector<Example> examples() {
  std::ifstream manual(CURVEBALL_SOURCE_DIR "/docs/MATCHING.md");
  std::vector<Example> found;
  bool inside = false;
  std::size_t number = 0;
  for (std::string line; std::getline(manual, line);) {
    ++number;
    if (line.starts_with("```pattern")) {
      found.push_back({number, line.substr(3), {}, {}});
      inside = true;
    } else if (line.starts_with("```")) {
      inside = false;
    } else if (inside && found.back().pattern.empty()) {
      found.back().pattern = line;
    } else if (inside) {
      found.back().notes.push_back(line);
    }
  }
  return found;
}

void run_hits(Example const& example) {
  for (std::string const& note : example.notes) {
    ASSERT_TRUE(note.starts_with("+ ") || note.starts_with("- ")) << example.line << ": " << note;
    bool const hit = search(example.pattern, note.substr(2)).has_value();
    EXPECT_EQ(hit, note.front() == '+') << example.line << ": " << example.pattern << " " << note;
  }
}

void run_error(Example const& example) {
  Result<Pattern, PatternError> const pattern = parse(example.pattern);
  ASSERT_FALSE(pattern) << example.line << ": " << example.pattern;
  ASSERT_EQ(example.notes.size(), 1U);
  EXPECT_EQ("! " + pattern.error().message, example.notes.front()) << example.line;
}

TEST(Manual, EveryExampleIsTrue) {
  std::vector<Example> const all = examples();

  EXPECT_GE(all.size(), 25U);
  for (Example const& example : all) {
    EXPECT_FALSE(example.notes.empty()) << example.line;
    if (example.kind == "pattern") run_hits(example);
    if (example.kind == "pattern-error") run_error(example);
  }
}

TEST(Manual, EveryBuiltInListIsDescribed) {
  std::ifstream manual(CURVEBALL_SOURCE_DIR "/docs/MATCHING.md");
  std::string const text(std::istreambuf_iterator<char>(manual), {});

  for (std::string_view const name : builtin_lexicons()) {
    EXPECT_NE(text.find("| `@" + std::string(name) + "` |"), std::string::npos) << name;
  }
}

TEST(Manual, EveryBuiltInListHasAnExampleOfItsOwn) {
  for (std::string_view const name : builtin_lexicons()) {
    bool shown = false;
    for (Example const& example : examples()) {
      shown = shown || example.pattern.find("@" + std::string(name)) != std::string::npos;
    }
    EXPECT_TRUE(shown) << name;
  }
}

}  // namespace
}  // namespace curveball::matching
