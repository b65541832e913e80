#include "scenario/position.hpp"

#include <gtest/gtest.h>
#include <string>

namespace curveball::scenario {
namespace {

// Counted one byte after the other.
Position counted(std::string_view text, std::size_t offset) {
  Position at;
  for (char const byte : text.substr(0, offset)) {
    bool const continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
    at = byte == '\n' ? Position{.line = at.line + 1, .column = 1}
                      : Position{.line = at.line, .column = at.column + (continues ? 0 : 1)};
  }
  return at;
}

TEST(Positions, AreThoseOfCountingByteByByte) {
  std::string text;
  for (int i = 0; i < 700; ++i)
    text += i % 9 == 0 ? "\xE2\x82\xAC\n" : i % 4 == 0 ? "\xC3\xA4" : "x";
  text += std::string(1'500, 'y') + "\nend";
  Positions const positions(text);

  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    ASSERT_EQ(positions.at(offset), counted(text, offset)) << offset;
  }
}

TEST(Positions, AByteOrderMarkTakesNoColumn) {
  Positions const positions("\xEF\xBB\xBF{ }");

  EXPECT_EQ(positions.at(0), (Position{1, 1}));
  EXPECT_EQ(positions.at(3), (Position{1, 1}));
  EXPECT_EQ(positions.at(5), (Position{1, 3}));
}

TEST(Positions, OfAnEmptyTextAreItsBeginning) { EXPECT_EQ(Positions("").at(0), (Position{1, 1})); }

TEST(MarkedLine, PutsACaretBelowThePlace) {
  EXPECT_EQ(marked_line("{\n    \"any\": [\"{a b}\"]\n}", {.line = 2, .column = 14}),
            "  \"any\": [\"{a b}\"]\n           ^");
}

TEST(MarkedLine, CountsCharactersAndNotBytes) {
  EXPECT_EQ(marked_line("\u00e9\u00e9x", {.line = 1, .column = 3}), "  \u00e9\u00e9x\n    ^");
}

TEST(MarkedLine, ShowsThePartOfALongLineAroundThePlace) {
  std::string const line = std::string(300, 'a') + 'b' + std::string(300, 'c');

  EXPECT_EQ(marked_line(line, {.line = 1, .column = 301}), "  " + std::string(60, 'a') + 'b' +
                                                               std::string(40, 'c') + "\n  " +
                                                               std::string(60, ' ') + '^');
}

}  // namespace
}  // namespace curveball::scenario
