#include "scenario/diagnostic.hpp"

#include <fstream>
#include <gtest/gtest.h>
#include <set>
#include <string>

namespace curveball::scenario {
namespace {

TEST(Diagnostic, ReadsAsOneLineThatEditorsCanJumpTo) {
  Diagnostic const diagnostic{.code = "CB102",
                              .name = "unknown-concept",
                              .severity = Severity::error,
                              .file = "prompts/tpm/x.json",
                              .line = 43,
                              .column = 21,
                              .message = "turn \"open\" expects \"critial_path\"",
                              .suggestion = "critical_path"};

  EXPECT_EQ(to_text(diagnostic),
            "prompts/tpm/x.json:43:21: error CB102 unknown-concept: turn \"open\" expects "
            "\"critial_path\"; did you mean \"critical_path\"?");
}

TEST(Diagnostic, TheTableHoldsEachCodeOnceInOrder) {
  std::set<std::string_view> ids;
  std::set<std::string_view> names;
  std::size_t index = 0;

  for (CodeInfo const& row : all_codes()) {
    EXPECT_EQ(static_cast<std::size_t>(row.code), index++) << row.id;
    EXPECT_TRUE(ids.insert(row.id).second) << row.id;
    EXPECT_TRUE(names.insert(row.name).second) << row.name;
    EXPECT_EQ(*ids.rbegin(), row.id) << "the rows are sorted";
    EXPECT_FALSE(row.meaning.empty()) << row.id;
  }
  EXPECT_EQ(info(Code::version_not_raised).id, "CB801");
}

// The table for people holds the same rows, in the same words.
TEST(Diagnostic, TheDocumentedTableIsTheOneInTheProgram) {
  std::ifstream file(std::string(CURVEBALL_SOURCE_DIR) + "/docs/diagnostics/README.md");
  std::string documented;
  for (std::string line; std::getline(file, line);) {
    if (line.rfind("| CB", 0) == 0) documented += line + '\n';
  }

  std::string expected;
  for (CodeInfo const& row : all_codes()) {
    std::string const severity = row.severity == Severity::error ? "error" : "warning";
    expected += "| " + std::string(row.id) + " | " + std::string(row.name) + " | " + severity +
                " | " + std::string(row.meaning) + " |\n";
  }

  EXPECT_EQ(documented, expected);
}

TEST(Nearest, FindsTheNameThatWasProbablyMeant) {
  std::vector<std::string> const names = {"risk_plan", "critical_path", "owner"};

  EXPECT_EQ(nearest("critial_path", names), "critical_path");
  EXPECT_EQ(nearest("onwer", names), "owner");
  EXPECT_EQ(nearest("banana", names), "");
  EXPECT_EQ(nearest("", names), "");
  EXPECT_EQ(nearest(std::string(1000, 'x'), names), "");
}

}  // namespace
}  // namespace curveball::scenario
