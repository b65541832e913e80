#include "wire/export.hpp"

#include <gtest/gtest.h>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "wire/fixture.hpp"
#include "wire/played.hpp"
#include "wire/stored_event.hpp"

namespace curveball::wire {
namespace {

using interview::testing::Player;
using nlohmann::json;
using testing::finished;
using testing::program;
using testing::row;

// The interview as Markdown in which the candidate said that.
std::string markdown_of(std::string const& said) {
  Player player(program());
  player.say(said);
  player.command(dialogue::Command::end);
  auto const made = row();
  return export_markdown(program(), {&made, 7, 1000, 1}, player.events());
}

TEST(Export, MarkdownKeepsTheCandidatesWordsInTheirBlock) {
  auto const text =
      markdown_of("# Verdict: Hire\n<script>alert(1)</script>\n> critical path *now*");

  EXPECT_NE(text.find("> \\# Verdict: Hire\n> \\<script\\>"), std::string::npos) << text;
  EXPECT_EQ(text.find("<script>"), std::string::npos);
}

struct Start {
  std::string said;
  std::string written;  // The whole line.
};

// Line starts that mean something in Markdown (CommonMark 0.31, GitHub's tables).
class MarkdownLineStart : public ::testing::TestWithParam<Start> {};

TEST_P(MarkdownLineStart, MeansOnlyItself) {
  auto const [said, written] = GetParam();

  auto const first = markdown_of(said + "\nand the critical path");
  auto const second = markdown_of("The critical path\n" + said);

  EXPECT_NE(first.find("\n> " + written + "\n"), std::string::npos) << first;
  EXPECT_NE(second.find("\n> " + written + "\n"), std::string::npos) << second;
}

INSTANTIATE_TEST_SUITE_P(
    EveryKind, MarkdownLineStart,
    ::testing::Values(Start{"# heading", "\\# heading"}, Start{"===", "\\==="},
                      Start{"---", "\\---"}, Start{"- item", "\\- item"},
                      Start{"+ item", "\\+ item"}, Start{"* item", "\\* item"},
                      Start{"1. item", "1\\. item"}, Start{"23) item", "23\\) item"},
                      Start{"> quote", "\\> quote"}, Start{"```sh", "\\`\\`\\`sh"},
                      Start{"~~~", "\\~\\~\\~"}, Start{"<div>", "\\<div\\>"},
                      Start{"| a | b |", "\\| a \\| b \\|"}, Start{":-- ", "\\:-- "},
                      Start{"    code", "code"}, Start{"\t- item", "\\- item"},
                      Start{"[link]: /url", "\\[link\\]: /url"}));

TEST(Export, MarkdownCallsTheInterviewerByNameWhenTheScriptHasOne) {
  auto named = interview::testing::small_program();
  named.card.interviewer = {"Dana", "head of the platform group"};
  Player const player(named);
  auto const made = row();

  auto const with_name = export_markdown(named, {&made, 7, 1000, 1}, player.events());
  auto const without = markdown_of("The critical path.");

  EXPECT_NE(with_name.find("**Dana**: Question open?"), std::string::npos) << with_name;
  EXPECT_NE(without.find("**Interviewer**: Question open?"), std::string::npos) << without;
}

TEST(Export, MarkdownLeavesNumbersAndDashesInsideALineAlone) {
  auto const text = markdown_of("The critical path - 2.5 weeks = 18 days.");

  EXPECT_NE(text.find("> The critical path - 2.5 weeks = 18 days.\n"), std::string::npos) << text;
}

TEST(Export, MarkdownNumbersAnswersFromOneAndCitesThemByThatNumber) {
  Player player(program());
  player.command(dialogue::Command::hint);
  player.say("Of all the work I look at the critical path. Nothing else.");
  player.say("One person is accountable for each of the late pieces now.");
  player.command(dialogue::Command::end);
  auto const made = row();

  auto const text = export_markdown(program(), {&made, 7, 1000, 1}, player.events());

  EXPECT_NE(text.find("**You** (answer 1)\n\n> Of all the work"), std::string::npos) << text;
  EXPECT_NE(text.find("**You** (answer 2)\n\n> One person"), std::string::npos) << text;
  EXPECT_NE(text.find("- Critical path: “Of all the work I look at the critical path.” (answer 1)"),
            std::string::npos)
      << text;
}

TEST(Export, MarkdownSaysWhatDidNotCountAndWhy) {
  auto const text = markdown_of("I look at the critical path. I look at the critical path.");

  EXPECT_NE(text.find("- Not counted: “I look at the critical path” (answer 1). Said before in "
                      "this answer.\n"),
            std::string::npos)
      << text;
}

TEST(Export, MarkdownSaysWhatDecidedAndWhatHoldsACappedLevel) {
  auto const text = markdown_of(
      "The critical path and a risk register, with a single owner, but it is their fault.");

  EXPECT_NE(text.find("delivery is at level 2, held there by the red flag “Blame”; a must-have "
                      "needs 3. A must-have is missing."),
            std::string::npos)
      << text;
  EXPECT_NE(text.find("Would be level 4; held at 2 by: Blame."), std::string::npos) << text;
}

// The lines of the lossless export of finished(), or of it while it was still open.
std::vector<json> json_lines(std::optional<std::string_view> script, bool over = true,
                             std::optional<std::string_view> receipt = std::nullopt) {
  auto const player = finished();
  auto made = row();
  made.over = over;
  std::vector<std::string> payloads;
  for (auto const& event : player.events()) payloads.push_back(encode_payload(program(), event));
  std::vector<StoredLine> lines;
  for (std::size_t i = 0; i < payloads.size(); ++i) {
    lines.push_back({player.events()[i].seq, {1}, {2}, payloads[i], "h"});
  }
  std::istringstream in(export_json_lines({&made, 7, 1000, 1}, lines, script, receipt));
  std::vector<json> read;
  for (std::string line; std::getline(in, line);) read.push_back(json::parse(line));
  return read;
}

TEST(Export, JsonLinesCountTheirEventsAndCarryTheScript) {
  auto const lines = json_lines(R"({"id":"small"})");

  ASSERT_EQ(lines.size(), finished().events().size() + 2);
  EXPECT_EQ(lines.front()["script"]["id"], "small");
  EXPECT_EQ(lines.back()["events"], finished().events().size());
  EXPECT_EQ(lines.back()["last_hash"], "h");
}

TEST(Export, JsonLinesWithoutTheScriptNameItByIdVersionAndHash) {
  auto const header = json_lines(std::nullopt).front();

  EXPECT_FALSE(header.contains("script"));
  EXPECT_EQ(header["scenario"]["id"], "small");
  EXPECT_EQ(header["scenario"]["version"], 1);
  EXPECT_EQ(header["scenario"]["hash"], std::string(64, 'a'));
  EXPECT_EQ(header["engine_revision"], 1);
}

// Which fields the events of an export have, over all of its events.
std::set<std::string> fields_of_events(std::vector<json> const& lines) {
  std::set<std::string> fields;
  for (std::size_t i = 1; i + 1 < lines.size(); ++i) {
    for (auto const& [name, value] : lines[i]["event"].items()) fields.insert(name);
  }
  return fields;
}

TEST(Export, JsonLinesOfAnOpenInterviewHoldNoMoreThanItsFramesUnlessTheyAreTheOwners) {
  std::set<std::string> const told{"in", "lines", "prompt"};
  std::set<std::string> const recorded{"changes", "in", "lines", "prompt", "read"};
  constexpr bool open = false;

  EXPECT_EQ(fields_of_events(json_lines(std::nullopt, open)), told);
  EXPECT_EQ(fields_of_events(json_lines("{}", open)), recorded);
  EXPECT_EQ(fields_of_events(json_lines(std::nullopt)), recorded);
}

TEST(Export, JsonLinesHaveTheReceiptBeforeTheTrailer) {
  auto const made = row();
  auto const player = finished();
  auto const report = interview::report(program(), player.events());
  auto const receipt = encode_receipt(program(), report);

  auto const lines = json_lines(std::nullopt, true, receipt);

  ASSERT_EQ(lines.size(), player.events().size() + 3);
  auto const body =
      json::parse(encode_report(program(), {&made, 7, 1000, 1}, report, player.events()));
  for (auto const& [name, value] : lines[lines.size() - 2]["receipt"].items()) {
    EXPECT_EQ(value, body[name]) << name;
  }
}

TEST(Export, MarkdownSaysWhatWouldLiftTheVerdictAndTheLevels) {
  auto const text = markdown_of("I look at the critical path of this launch and nothing else.");

  EXPECT_NE(text.find("One thing more would make it Hire: “Risks”."), std::string::npos) << text;
  EXPECT_NE(text.find("At other levels: L4 No Hire, L5 No Hire"), std::string::npos) << text;
}

}  // namespace
}  // namespace curveball::wire
