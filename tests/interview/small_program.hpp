// A small interview made by hand for the tests of the core: two asks, one probe, one hint, one
// clarifying question, one red flag, one curveball.
#pragma once

#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "interview/hearing.hpp"
#include "interview/interview.hpp"
#include "matching/pattern_set.hpp"

namespace curveball::interview::testing {

enum ConceptIndex : dialogue::Index { critical_path, owner, risk, handover, blame };

inline dialogue::Speech speech(std::string id, std::string text) {
  return {std::move(id), dialogue::Pick::single, {{{std::move(text), dialogue::none}}}};
}

inline void add_patterns(matching::PatternSetBuilder& builder, std::uint32_t key,
                         std::initializer_list<std::string_view> sources) {
  for (auto const source : sources) {
    auto pattern = matching::parse(source);
    ASSERT_TRUE(pattern) << source << ": " << pattern.error().message;
    builder.add(key, *std::move(pattern));
  }
}

inline dialogue::Turn ask(std::string id, std::vector<dialogue::Index> expects,
                          dialogue::Index first_slot, dialogue::Index next) {
  dialogue::Turn turn;
  turn.id = id;
  turn.kind = dialogue::TurnKind::ask;
  turn.speech = speech(id, "Question " + id + "?");
  turn.expects = std::move(expects);
  turn.first_slot = first_slot;
  turn.next = {{.id = "r_on", .go_to = next}};
  return turn;
}

inline std::vector<dialogue::Turn> small_turns() {
  dialogue::Turn open = ask("open", {critical_path, owner, risk}, 0, 1);
  open.clarify = {{"c_teams", speech("open.clarify.c_teams", "Four teams.")}};
  open.hints = {{"h_wait", speech("open.hints.h_wait", "What do the others wait for?"), {risk}}};
  open.probes_max = 1;
  open.probe_count = 1;
  open.time = {60'000, 120'000, speech("open.time.soft", "A first move will do.")};
  open.no_answer = {1, speech("open.no_answer", "Any first step.")};
  dialogue::Turn trade = ask("trade", {owner}, 3, 2);
  dialogue::Turn done;
  done.id = "done";
  done.kind = dialogue::TurnKind::end;
  done.speech = speech("done", "Thank you.");
  dialogue::Turn quit = ask("quit", {handover}, 4, dialogue::none);
  quit.dialogue = 1;
  return {open, trade, done, quit};
}

inline dialogue::Script small_script() {
  dialogue::Script script;
  script.id = "small";
  script.concepts = {{"critical_path"}, {"owner"}, {"risk"}, {"handover"}, {"blame", true}};
  script.criteria = {"delivery", "people"};
  script.dialogues = {{"main", 0}, {"lead_quits", 3}};
  script.turns = small_turns();
  script.probes = {{"p_owner", owner, {}, speech("open.probes.p_owner", "Who decides?")}};
  script.slots = {{0, critical_path}, {0, owner}, {0, risk}, {1, owner}, {3, handover}};
  script.curveballs = {
      1,
      {1},
      {{.id = "cb_quit", .dialogue = 1, .resume = speech("curveballs.cb_quit.resume", "So:")}}};
  script.manners = {
      speech("manners.repeat", "Of course."), speech("manners.skip", "Let us move on."),
      speech("manners.end", "We stop here."), speech("manners.time_up", "Time is up."),
      speech("manners.no_more", "Assume, and say what.")};
  return script;
}

inline rubric::Criterion criterion(std::string id, std::vector<rubric::Feed> feeds,
                                   std::uint8_t k) {
  rubric::Criterion made;
  made.id = id;
  made.name = id;
  made.feeds = std::move(feeds);
  made.k = k;
  made.levels[0].anchor = "nothing";
  made.levels[1] = {"some", 1, {}, {}};
  made.levels[2] = {"solid", 667, {}, {}};
  made.levels[3] = {"strong", 1000, {}, {}};
  return made;
}

inline rubric::Rubric small_rubric() {
  rubric::Rubric rubric;
  rubric.criteria = {criterion("delivery", {{critical_path, {0}}, {risk, {2}}}, 2),
                     criterion("people", {{owner, {1, 3}}, {handover, {4}}}, 1)};
  rubric.criteria[0].must_have_from = rubric::Grade::l4;
  rubric.caps = {{blame, {0}}};
  rubric.profile.verdicts = {{"hire", "Hire"}, {"no_hire", "No Hire"}};
  rubric.profile.rules = {
      {"good", 0, "Every must-have is met.", {{rubric::Fact::must_haves_lowest, 3, {}}}},
      {"else", 1, "A must-have is missing.", {}}};
  return rubric;
}

inline void add_small_patterns(Program& program) {
  matching::PatternSetBuilder builder;
  add_patterns(builder, critical_path, {"critical path", "long pole"});
  add_patterns(builder, owner, {"single owner", "accountable"});
  add_patterns(builder, risk, {"risk register", "fallback plan"});
  add_patterns(builder, handover, {"handover"});
  add_patterns(builder, blame, {"their fault"});
  program.keys = {5, 6, {7, 8, 8, 8}};
  add_patterns(builder, 5, {"any([i do not know])", "any([no idea])"});
  add_patterns(builder, 6, {"repeat", "say that again"});
  add_patterns(builder, 7, {"how many team"});
  auto set = builder.build();
  ASSERT_TRUE(set);
  program.patterns = *std::move(set);
  program.heard = heard_by_turn(program);
  program.known = known_texts(program);
}

inline Program small_program() {
  Program program;
  program.card.id = "small";
  program.script = small_script();
  program.concepts = {{"critical_path", "Critical path", "Name it.", "", false},
                      {"owner", "One owner", "Name one.", "", false},
                      {"risk", "Risks", "Name them.", "", false},
                      {"handover", "Handover", "Ask for it.", "", false},
                      {"blame", "Blame", "", "Nobody is to blame.", true}};
  program.asks.resize(4);
  program.asks[0].samples = {{"strong", "strong", "I find the critical path."}};
  program.asks[1].samples = {{"strong", "strong", "One single owner."}};
  program.rubric = small_rubric();
  add_small_patterns(program);
  return program;
}

// One session being played: keeps the events.
class Player {
 public:
  explicit Player(Program const& program, std::uint64_t seed = 7)
      : program_(program), session_(fresh_session(program)) {
    take(start(program_, session_, {{1000}, {0}}, {seed, 1000, {dialogue::none}}, "s"));
  }

  // The event that came of it; fails the test when it is refused.
  Event const& say(std::string text, std::int64_t elapsed_ms = 1000) {
    auto const id = "a" + std::to_string(session_.last_seq);
    return take(answer(program_, session_, {{2000}, {elapsed_ms}}, {id, std::move(text)}, words_));
  }
  Event const& command(dialogue::Command name) {
    auto const id = "c" + std::to_string(session_.last_seq);
    return take(interview::command(program_, session_, {{2000}, {1000}}, {id, name}));
  }

  Event const& take(Result<Turn, Refusal> turn) {
    EXPECT_TRUE(turn) << (turn ? 0 : static_cast<int>(turn.error()));
    if (!turn) return events_.back();
    session_ = turn->next;
    events_.push_back(turn->event);
    return events_.back();
  }

  Session const& session() const { return session_; }
  std::vector<Event> const& events() const { return events_; }
  text::WordCache& words() { return words_; }

 private:
  Program const& program_;
  Session session_;
  text::WordCache words_;
  std::vector<Event> events_;
};

}  // namespace curveball::interview::testing
