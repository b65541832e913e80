#include "interview/interview.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/limits.hpp"
#include "interview/small_program.hpp"

namespace curveball::interview {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using testing::Player;

Program const& program() {
  static Program const made = testing::small_program();
  return made;
}

std::vector<std::string> line_ids(Event const& event) {
  std::vector<std::string> ids;
  for (auto const& line : event.outcome.lines) ids.push_back(line.id);
  return ids;
}

std::vector<std::string> heard(Event const& event) {
  std::vector<std::string> ids;
  for (auto const& hit : event.reading.hits) {
    ids.push_back(program().concepts[hit.concept_index].id);
  }
  return ids;
}

std::uint16_t credit_of(Event const& event, dialogue::Index concept_index) {
  for (auto const& hit : event.reading.hits) {
    if (hit.concept_index == concept_index) return hit.credit_pm;
  }
  return 0;
}

Refusal refusal_of(std::string text) {
  Player player(program());
  auto const turn =
      answer(program(), player.session(), {{}, {}}, {"x", std::move(text)}, player.words());
  EXPECT_FALSE(turn);
  return turn ? Refusal::stale_timer : turn.error();
}

TEST(Interview, StartAsksTheFirstQuestion) {
  Player const player(program());

  EXPECT_THAT(line_ids(player.events()[0]), ElementsAre("open"));
  EXPECT_EQ(player.events()[0].seq, 1U);
}

TEST(Interview, QuotesTheWordsThatWereHeard) {
  Player player(program());
  std::string const text = "First I find the critical path of it all.";

  auto const& event = player.say(text);

  ASSERT_THAT(heard(event), ElementsAre("critical_path"));
  auto const& evidence = event.reading.hits[0].evidence;
  EXPECT_EQ(text.substr(evidence.front().span.begin,
                        evidence.back().span.end - evidence.front().span.begin),
            "critical path");
}

TEST(Interview, DoesNotHearWhatTheAskDoesNotExpect) {
  Player player(program());

  auto const& event = player.say("I would ask for a handover from her before she goes away.");

  EXPECT_THAT(heard(event), IsEmpty());
}

TEST(Interview, HearsARedFlagInEveryAsk) {
  Player player(program());

  auto const& event = player.say("Honestly this delay is their fault and not ours at all.");

  EXPECT_THAT(heard(event), ElementsAre("blame"));
  EXPECT_EQ(event.reading.hits[0].credit_pm, 0);
}

TEST(Interview, AsksTheProbeOfWhatWasMissed) {
  Player player(program());

  EXPECT_THAT(line_ids(player.say("I look at the critical path and nothing else.")),
              ElementsAre("open.probes.p_owner"));
}

TEST(Interview, GivesHalfCreditForWhatTheProbeAskedFor) {
  Player player(program());
  player.say("I look at the critical path and nothing else.");

  auto const& event = player.say("One person is accountable, and there is a risk register.");

  EXPECT_EQ(credit_of(event, testing::owner), 500);
  EXPECT_EQ(credit_of(event, testing::risk), 1000);
}

TEST(Interview, GivesAQuarterForWhatAHintHelped) {
  Player player(program());
  player.command(dialogue::Command::hint);

  auto const& event = player.say("I keep a risk register and name a single owner for it.");

  EXPECT_EQ(credit_of(event, testing::risk), 250);
  EXPECT_EQ(credit_of(event, testing::owner), 1000);
}

TEST(Interview, AnswersAClarifyingQuestionAndWaits) {
  Player player(program());

  auto const& event = player.say("How many teams are there?");

  EXPECT_THAT(line_ids(event), ElementsAre("open.clarify.c_teams"));
  EXPECT_EQ(event.prompt.number, 1U);
}

TEST(Interview, PutsBackAQuestionThatItHasNoAnswerTo) {
  Player player(program());

  auto const& event = player.say("What do they mean by finished? Is the date contractual?");

  EXPECT_THAT(line_ids(event), ElementsAre("manners.no_more"));
  EXPECT_EQ(event.prompt.number, 1U);
}

TEST(Interview, AQuestionBesideAStatementIsAnAnswer) {
  Player player(program());

  auto const& event = player.say("Is the date contractual? I shall find out before noon.");

  EXPECT_EQ(event.prompt.number, 2U);
}

TEST(Interview, AQuestionThatShowsAConceptIsAnAnswer) {
  Player player(program());

  auto const& event = player.say("What is the critical path?");

  EXPECT_EQ(event.prompt.number, 2U);
}

TEST(Interview, AClarifyingQuestionThatNamesAConceptIsNoEvidence) {
  Player player(program());

  auto const& event = player.say("How many teams are there, and what is the critical path?");

  EXPECT_THAT(heard(event), IsEmpty());
  EXPECT_EQ(event.prompt.number, 1U);
}

TEST(Interview, AnAnswerAfterAClarifyingQuestionCounts) {
  Player player(program());

  auto const& event = player.say("How many teams are there? First I find the critical path.");

  EXPECT_THAT(heard(event), ElementsAre("critical_path"));
  EXPECT_EQ(event.prompt.number, 2U);
}

TEST(Interview, AQuestionThatTheCandidateTellsOfIsAnAnswerAndCounts) {
  Player player(program());

  auto const& event =
      player.say("I would ask Tomas: how many teams are there, and what is the critical path?");

  EXPECT_THAT(heard(event), ElementsAre("critical_path"));
  EXPECT_EQ(event.prompt.number, 2U);
}

TEST(Interview, AStatementIsNotAClarifyingQuestion) {
  Player player(program());

  EXPECT_THAT(line_ids(player.say("I know how many teams.")), ElementsAre("open.probes.p_owner"));
}

TEST(Interview, EncouragesOnceAfterIDoNotKnow) {
  Player player(program());

  EXPECT_THAT(line_ids(player.say("I do not know.")), ElementsAre("open.no_answer"));
  EXPECT_THAT(line_ids(player.say("I do not know.")), ElementsAre("open.probes.p_owner"));
}

TEST(Interview, RepeatsTheQuestionOnRequest) {
  Player player(program());

  EXPECT_THAT(line_ids(player.say("Could you say that again?")),
              ElementsAre("manners.repeat", "open"));
}

TEST(Interview, AnswerBelowEightWordsIsThin) {
  Player player(program());

  EXPECT_TRUE(player.say("The critical path and a single owner.").reading.thin);
}

TEST(Interview, AnswerOfEightWordsIsNotThin) {
  Player player(program());

  EXPECT_FALSE(player.say("The critical path and then a single owner.").reading.thin);
}

TEST(Interview, RefusesAnEmptyAnswer) { EXPECT_EQ(refusal_of(" \n\t "), Refusal::empty_answer); }

TEST(Interview, RefusesTextThatIsNotUtf8) { EXPECT_EQ(refusal_of("caf\xe9"), Refusal::not_utf8); }

TEST(Interview, RefusesOneByteBeyondTheLimit) {
  EXPECT_EQ(refusal_of(std::string(limits::answer_bytes + 1, 'a')), Refusal::answer_too_long);
}

TEST(Interview, TakesAnAnswerAtTheLimit) {
  Player player(program());

  EXPECT_EQ(player.say(std::string(limits::answer_bytes, 'a')).seq, 2U);
}

TEST(Interview, RefusesAnAnswerBeforeTheStart) {
  text::WordCache words;

  auto const turn = answer(program(), fresh_session(program()), {}, {"x", "hello"}, words);

  ASSERT_FALSE(turn);
  EXPECT_EQ(turn.error(), Refusal::not_started);
}

TEST(Interview, RefusesAnythingAfterTheEnd) {
  Player player(program());
  player.command(dialogue::Command::end);

  auto const turn = answer(program(), player.session(), {}, {"x", "more to say"}, player.words());

  ASSERT_FALSE(turn);
  EXPECT_EQ(turn.error(), Refusal::already_over);
}

TEST(Interview, RefusesEventsBeyondTheLimit) {
  Player player(program());
  Session full = player.session();
  full.last_seq = limits::events_per_session;

  auto const turn = answer(program(), full, {}, {"x", "one more"}, player.words());

  ASSERT_FALSE(turn);
  EXPECT_EQ(turn.error(), Refusal::too_many_events);
}

TEST(Interview, TakesTheEventThatReachesTheLimit) {
  Player player(program());
  Session almost = player.session();
  almost.last_seq = limits::events_per_session - 1;

  auto const turn = answer(program(), almost, {}, {"x", "the last one"}, player.words());

  ASSERT_TRUE(turn);
  EXPECT_EQ(turn->next.last_seq, limits::events_per_session);
}

TEST(Interview, CanBeEndedAtTheLimitOfEvents) {
  Player player(program());
  Session full = player.session();
  full.last_seq = limits::events_per_session;

  EXPECT_TRUE(command(program(), full, {}, {"x", dialogue::Command::end}));
  EXPECT_FALSE(command(program(), full, {}, {"x", dialogue::Command::repeat}));
}

TEST(Interview, FoldGivesTheLiveSession) {
  Player player(program());
  player.say("I look at the critical path and nothing else.");
  player.command(dialogue::Command::hint);
  player.say("One person is accountable for each of the late pieces.", 5000);

  EXPECT_EQ(fold(program(), player.events()), player.session());
}

TEST(Interview, RecomputeGivesTheRecordedEvent) {
  Player player(program());
  player.say("I look at the critical path and nothing else.");
  player.command(dialogue::Command::hint);
  player.say("One person is accountable for each of the late pieces.", 5000);
  text::WordCache cold;

  Session before = fresh_session(program());
  for (auto const& event : player.events()) {
    auto const again = recompute(program(), before, event, cold);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->event, event);
    apply(program(), before, event);
  }
}

TEST(CanonicalBytes, AreEqualForEqualEventsAndDifferForAnyOther) {
  Player player(program());
  Event const event = player.say("I look at the critical path and nothing else.");
  std::vector<Event> others(6, event);
  others[0].at.ms += 1;
  std::get<Answered>(others[1].input).text += ".";
  others[2].reading.hits[0].credit_pm -= 1;
  others[3].outcome.lines[0].text += " ";
  others[4].outcome.changes.pop_back();
  others[5].prompt.hard_ms += 1;

  EXPECT_EQ(canonical_bytes(event), canonical_bytes(Event(event)));
  for (auto const& other : others) EXPECT_NE(canonical_bytes(event), canonical_bytes(other));
}

TEST(CanonicalBytes, DifferByWhatWasMaskedAndAreThoseOfOldWhereNothingWas) {
  Player player(program());
  Event const event = player.say("I look at the critical path and nothing else.");
  std::vector<Event> others(4, event);
  others[1].reading.list = true;
  others[2].reading.masked = {{{0, 4}, text::MaskReason::list}};
  others[3].reading.masked = {{{0, 4}, text::MaskReason::echo}};

  for (std::size_t i = 0; i < others.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      EXPECT_NE(canonical_bytes(others[i]), canonical_bytes(others[k])) << i << ' ' << k;
    }
  }
  std::size_t const span_and_reason = 3 * sizeof(std::int64_t);
  EXPECT_EQ(canonical_bytes(others[1]).size(), canonical_bytes(event).size());
  EXPECT_EQ(canonical_bytes(others[2]).size(),
            canonical_bytes(event).size() + sizeof(std::int64_t) + span_and_reason);
}

}  // namespace
}  // namespace curveball::interview
