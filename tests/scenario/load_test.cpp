#include "scenario/load.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "interview/interview.hpp"

#include "support.hpp"

namespace curveball::scenario {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::load_edited;
using testing::slip;
using testing::texts_of;

Loaded load_slip() { return load(testing::fixtures(), std::string(slip)); }

template <class Items>
std::size_t index_of(Items const& items, std::string_view id) {
  std::size_t index = 0;
  while (items[index].id != id) ++index;
  return index;
}

TEST(Load, TheFixtureCompilesWithoutAnyFinding) {
  auto const loaded = load_slip();

  EXPECT_THAT(texts_of(loaded.diagnostics), IsEmpty());
  ASSERT_TRUE(loaded.program);
  EXPECT_EQ(loaded.program->card.brief, "You run the launch.\nIt slips by three weeks.");
  EXPECT_EQ(loaded.program->card.version, 2U);
}

TEST(Load, PutsSharedConceptsAndDialoguesBehindTheScenariosOwn) {
  auto const program = load_slip().program;

  EXPECT_EQ(index_of(program->concepts, "lesson"), program->concepts.size() - 1);
  EXPECT_EQ(index_of(program->script.dialogues, "wrap_up"), program->script.dialogues.size() - 1);
  EXPECT_EQ(program->script.turns.back().id, "ask_back");
}

TEST(Load, LaysOutPatternKeysAsTheProgramDocuments) {
  auto const program = load_slip().program;
  auto const open = index_of(program->script.turns, "open");

  EXPECT_EQ(program->keys.no_answer, program->concepts.size());
  EXPECT_EQ(program->keys.repeat, program->concepts.size() + 1);
  EXPECT_EQ(program->keys.first_clarification[open], program->concepts.size() + 2);
  EXPECT_EQ(program->keys.first_clarification[open + 1], program->concepts.size() + 3);
}

TEST(Load, GivesEachExpectedConceptASlotAndFeedsTheCriteriaWithIt) {
  auto const program = load_slip().program;
  auto const& open = program->script.turns[index_of(program->script.turns, "open")];
  auto const owner = index_of(program->concepts, "owner");

  auto const slot = open.first_slot + 1U;

  EXPECT_EQ(program->script.slots[slot].concept_index, owner);
  auto const& delivery = program->rubric.criteria[0];
  EXPECT_EQ(delivery.feeds[1].concept_index, owner);
  EXPECT_THAT(delivery.feeds[1].slots, ElementsAre(slot));
}

TEST(Load, NamesEverySpeechByThePathOfItsIds) {
  auto const program = load_slip().program;
  auto const& script = program->script;
  auto const& open = script.turns[index_of(script.turns, "open")];

  EXPECT_EQ(open.speech.id, "open");
  EXPECT_EQ(script.probes[open.first_probe].ask.id, "open.probes.p_path");
  EXPECT_EQ(open.hints[0].say.id, "open.hints.h_date");
  EXPECT_EQ(open.clarify[0].say.id, "open.clarify.c_teams");
  EXPECT_EQ(open.time.soft_say.id, "open.time.soft");
  EXPECT_EQ(open.no_answer.say.id, "open.no_answer");
  EXPECT_EQ(script.curveballs.items[0].resume.id, "curveballs.cb_quit.resume");
  EXPECT_EQ(script.manners.repeat_say.id, "manners.repeat");
  EXPECT_EQ(script.manners.time_up_say.id, "manners.time_up");
}

TEST(Load, LeavesNoTurnButAnEndWithoutAWayOn) {
  auto const program = load_slip().program;

  for (auto const& turn : program->script.turns) {
    EXPECT_EQ(turn.next.empty(), turn.kind == dialogue::TurnKind::end) << turn.id;
  }
}

TEST(Load, CapsCriteriaByRedFlagsAndTurnsLevelsIntoGrades) {
  auto const program = load_slip().program;

  ASSERT_EQ(program->rubric.caps.size(), 1U);
  EXPECT_EQ(program->rubric.caps[0].concept_index, index_of(program->concepts, "blame"));
  EXPECT_EQ(program->rubric.criteria[0].must_have_from, rubric::Grade::l4);
  EXPECT_EQ(program->rubric.criteria[1].must_have_from, rubric::Grade::l6);
  EXPECT_EQ(program->rubric.criteria[0].levels[1].coverage_pm, 1);
  EXPECT_EQ(program->rubric.criteria[0].levels[2].coverage_pm, 500);
  EXPECT_EQ(program->rubric.criteria[0].levels[3].coverage_pm, 1000);
}

TEST(Load, KnowsWhetherAnyConditionAsksForLevelsOrCoverage) {
  auto const asks = [](std::string_view condition) {
    auto const loaded = load_edited("hits(open) >= 1 && calm", condition);
    return loaded.program && loaded.program->asks_for_standing;
  };

  EXPECT_FALSE(load_slip().program->asks_for_standing);
  EXPECT_TRUE(asks("calm && level(delivery) >= 2"));
  EXPECT_TRUE(asks("calm && coverage(delivery) >= 500"));
}

TEST(Load, CountsTheQuestionsOfTheMiddleWalkthrough) {
  // The three of the fixture meet one, four and four asks.
  EXPECT_EQ(load_slip().program->card.questions, 4);
}

TEST(Load, KnowsWhoAsksWhenTheScenarioSaysIt) {
  auto const named = load_edited(
      "\"minutes\": 10,",
      "\"minutes\": 10, \"interviewer\": { \"name\": \"Dana\", \"role\": \"head of it\" },");
  auto const nameless =
      load_edited("\"minutes\": 10,", "\"minutes\": 10, \"interviewer\": { \"role\": \"x\" },");

  EXPECT_EQ(load_slip().program->card.interviewer.name, "");
  EXPECT_EQ(named.program->card.interviewer.name, "Dana");
  EXPECT_EQ(named.program->card.interviewer.role, "head of it");
  EXPECT_FALSE(nameless.program);
}

TEST(Load, PointsAtTheNameThatIsWrong) {
  auto const loaded =
      load_edited("\"expects\": [\"critical_path\", \"owner\"]",
                  "\"expects\": [\n  \"critical_path\", \"owner\", \"critial_path\"]");

  EXPECT_FALSE(loaded.program);
  EXPECT_THAT(texts_of(loaded.diagnostics),
              ElementsAre("tpm/slip.json:55:29: error CB102 unknown-concept: turn \"open\" expects "
                          "\"critial_path\"; did you mean \"critical_path\"?"));
}

TEST(Load, PointsIntoAConditionAtTheWordThatIsWrong) {
  auto const loaded = load_edited("hits(open) >= 1 && calm", "hits(open) >= 1 && calmer");

  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(to_text(loaded.diagnostics[0]),
              HasSubstr("tpm/slip.json:65:55: error CB103 unknown-variable"));
  EXPECT_EQ(loaded.diagnostics[0].suggestion, "calm");
}

TEST(Load, PointsIntoAPatternAtTheByteThatIsWrong) {
  auto const loaded = load_edited("\"plan b\", \"{fall back}~2\"", "\"plan b\", \"{fall back}\"");

  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(to_text(loaded.diagnostics[0]), HasSubstr("error CB312 bad-pattern"));
  EXPECT_THAT(to_text(loaded.diagnostics[0]), HasSubstr("{fall back}"));
  EXPECT_EQ(loaded.diagnostics[0].line, 23U);
}

TEST(Load, FindsSeveralFaultsAtOnce) {
  auto files = testing::fixture_files();
  auto& text = files[std::string(slip)];
  testing::edit(text, "\"minutes\": 10,", "\"minutes\": 10, \"minuts\": 3,");
  testing::edit(text, "\"call\": \"wrap_up\"", "\"call\": \"wrapup\"");
  testing::edit(text, "{{customer}}", "{{custmer}}");

  auto const loaded = load(testing::memory_source(files), std::string(slip));

  std::vector<std::string> codes;
  for (auto const& found : loaded.diagnostics) codes.emplace_back(found.code);
  EXPECT_THAT(codes, ElementsAre("CB005", "CB601", "CB104"));
}

TEST(Outline, HasWhatALibraryShowsAndNoProgram) {
  auto const outline = load(testing::fixtures(), std::string(slip), Checks::outline);
  auto const whole = load_slip();

  EXPECT_TRUE(outline.fits);
  EXPECT_FALSE(outline.program);
  EXPECT_EQ(outline.card.title, "The slip");
  EXPECT_EQ(outline.rubric.criteria.size(), whole.program->rubric.criteria.size());
  EXPECT_EQ(outline.canonical.sha256, whole.canonical.sha256);
}

TEST(Outline, LeavesFailedSamplesToLint) {
  auto const* const from = "\"no\": [\"I wait.\"]";
  auto const* const to = "\"no\": [\"The critical path.\"]";

  auto const outline = load_edited(from, to, Checks::outline);
  auto const linted = load_edited(from, to, Checks::lint);

  EXPECT_TRUE(outline.fits);
  EXPECT_THAT(texts_of(outline.diagnostics), IsEmpty());
  EXPECT_FALSE(linted.fits);
  EXPECT_THAT(texts_of(linted.diagnostics), ElementsAre(HasSubstr("error CB310")));
}

TEST(Outline, FindsAnInterviewThatCouldGoRoundForever) {
  auto const outline =
      load_edited("{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }",
                  "{ \"id\": \"r_again\", \"when\": \"calm\", \"goto\": \"cool_down\" }, "
                  "{ \"id\": \"r_on\", \"goto\": \"tradeoff\" }",
                  Checks::outline);

  EXPECT_FALSE(outline.fits);
  EXPECT_THAT(texts_of(outline.diagnostics), ElementsAre(HasSubstr("error CB207")));
}

TEST(Outline, FindsThePatternsThatDoNotCompile) {
  for (std::string_view const bad : {"{fall back}", "@teams", "[plan @nobody]", "a-b*", "(plan"}) {
    auto const to = "\"plan b\", \"" + std::string(bad) + '"';

    auto const compiled = load_edited("\"plan b\", \"{fall back}~2\"", to, Checks::compile);
    auto const outline = load_edited("\"plan b\", \"{fall back}~2\"", to, Checks::outline);

    EXPECT_EQ(compiled.diagnostics.size(), 1U) << bad;
    EXPECT_EQ(outline.diagnostics, compiled.diagnostics) << bad;
  }
}

TEST(Load, ReportsAMisspelledRequiredFieldOnce) {
  auto const loaded = load_edited("\"summary\": ", "\"sumary\": ");

  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_EQ(loaded.diagnostics[0].code, "CB005");
  EXPECT_EQ(loaded.diagnostics[0].suggestion, "summary");
}

TEST(Load, RefusesATurnThatBothAsksAndSays) {
  auto const loaded =
      load_edited("\"id\": \"cool_down\", ", "\"id\": \"cool_down\", \"end\": \"x\", ");

  ASSERT_EQ(loaded.diagnostics.size(), 1U);
  EXPECT_THAT(loaded.diagnostics[0].message, HasSubstr("exactly one of"));
}

TEST(Load, RefusesFilesOutsideTheFolder) {
  for (std::string_view const path : {"../../secret.json", "/etc/passwd", "..\\\\secret.json"}) {
    auto const loaded =
        load_edited("\"../shared/manners.json\"", '"' + std::string(path) + '"', Checks::compile);

    ASSERT_EQ(loaded.diagnostics.size(), 1U) << path;
    EXPECT_EQ(loaded.diagnostics[0].code, "CB007");
  }
}

TEST(Load, WantsExactlyOneMannersFile) {
  auto const none = load_edited(", \"../shared/manners.json\"", "");
  auto const two = load_edited("\"../shared/manners.json\"",
                               "\"../shared/manners.json\", \"../shared/manners.json\"");

  ASSERT_EQ(none.diagnostics.size(), 1U);
  EXPECT_THAT(none.diagnostics[0].message, HasSubstr("no file of kind \"manners\""));
  ASSERT_EQ(two.diagnostics.size(), 1U);
  EXPECT_THAT(two.diagnostics[0].message, HasSubstr("a second file"));
}

TEST(Load, NeverThrowsOnAFileThatIsNoScenario) {
  for (std::string_view const text :
       {"", "null", "[]", "3", "{}", "{\"schema\": 1}", "\"a\"", "{\"schema\": \"1\"}",
        "{\"schema\": 99999999999999999999}"}) {
    auto files = testing::fixture_files();
    files[std::string(slip)] = text;

    auto const loaded = load(testing::memory_source(files), std::string(slip));

    EXPECT_FALSE(loaded.program) << text;
    EXPECT_TRUE(has_errors(loaded.diagnostics)) << text;
  }
}

TEST(Canonical, LayoutAndCommentsDoNotChangeTheHashButMeaningDoes) {
  auto const before = load_slip().canonical;

  auto const laid_out =
      load_edited("\"role\": \"tpm\", ", "/* who */\n\n  \"role\":\"tpm\",\n").canonical;
  auto const reworded = load_edited("Let us keep to", "Let us stick to").canonical;

  EXPECT_EQ(before.sha256.size(), 64U);
  EXPECT_EQ(laid_out.text, before.text);
  EXPECT_EQ(laid_out.sha256, before.sha256);
  EXPECT_NE(reworded.sha256, before.sha256);
}

TEST(Canonical, AChangedSharedFileChangesTheHash) {
  auto files = testing::fixture_files();
  testing::edit(files["shared/manners.json"], "Of course.", "Sure.");

  auto const changed = load(testing::memory_source(files), std::string(slip)).canonical;

  EXPECT_NE(changed.sha256, load_slip().canonical.sha256);
}

TEST(Canonical, ItsTextAloneGivesTheSameProgramAgain) {
  auto const original = load_slip();

  auto const again = load_canonical(original.canonical.text);

  EXPECT_THAT(texts_of(again.diagnostics), IsEmpty());
  ASSERT_TRUE(again.program);
  EXPECT_EQ(again.canonical.text, original.canonical.text);
  EXPECT_EQ(again.canonical.sha256, original.canonical.sha256);
}

// Every event of one walkthrough, as bytes.
std::string bytes_of(interview::Program const& program, WalkthroughCase const& walkthrough) {
  text::WordCache cache;
  auto turn = interview::start(program, interview::fresh_session(program), {},
                               {.seed = walkthrough.seed, .forced = walkthrough.forced});
  auto bytes = interview::canonical_bytes(turn->event);
  for (auto const& step : walkthrough.steps) {
    auto const* const said = std::get_if<SaidStep>(&step);
    if (said == nullptr) continue;
    turn =
        interview::answer(program, turn->next, {}, {.answer_id = "a", .text = said->text}, cache);
    bytes += interview::canonical_bytes(turn->event);
  }
  return bytes;
}

TEST(Canonical, TheProgramFromItBehavesAsTheOneFromTheFiles) {
  auto const original = load_slip();
  auto const again = load_canonical(original.canonical.text);
  ASSERT_TRUE(original.program && again.program);

  for (auto const& walkthrough : original.cases.walkthroughs) {
    auto const expected = bytes_of(*original.program, walkthrough);

    EXPECT_GT(expected.size(), 200U);
    EXPECT_EQ(bytes_of(*again.program, walkthrough), expected) << walkthrough.name;
  }
}

TEST(Canonical, ABrokenTextGivesNoProgram) {
  for (std::string_view const text : {"", "{", "[]", "{}", "{\"uses\": [1, {}], \"profile\": 3}"}) {
    auto const loaded = load_canonical(text);

    EXPECT_FALSE(loaded.program) << text;
    EXPECT_TRUE(has_errors(loaded.diagnostics)) << text;
  }
}

}  // namespace
}  // namespace curveball::scenario
