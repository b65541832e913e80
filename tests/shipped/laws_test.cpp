// Laws that hold for every shipped interview on any way through it.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <set>

#include "base/limits.hpp"
#include "interview/report.hpp"
#include "wire/stored_event.hpp"

#include "shipped/shipped.hpp"

namespace curveball::shipped {
namespace {

using interview::Event;
using interview::Program;
using interview::Session;

constexpr int walks_per_interview = 400;
constexpr int inputs_per_walk = 60;

// One random way through an interview: samples of the waiting ask, words of others, don't-knows,
// commands, and time passing.
class RandomWalk {
 public:
  RandomWalk(Program const& program, std::uint64_t seed)
      : program_(program), session_(interview::fresh_session(program)), random_(seed) {
    take(interview::start(program_, session_, moment(), {seed, 1000, {}}));
  }

  void run() {
    for (int i = 0; i < inputs_per_walk && !over(); ++i) one_input();
    if (!over()) command(dialogue::Command::end);
  }

  bool over() const { return session_.state.phase == dialogue::Phase::over; }
  Session const& session() const { return session_; }
  std::vector<Event> const& events() const { return events_; }

 private:
  std::size_t below(std::size_t bound) { return random_() % bound; }

  void one_input() {
    clock_ms_ += static_cast<std::int64_t>(below(90'000));
    switch (below(12)) {
      case 0:
        return command(static_cast<dialogue::Command>(below(3)));
      case 1:
        return say("I don't know.");
      case 2:
        return say("Sorry, how many teams are there, and can you repeat that?");
      case 3:
        return say("caf\u00e9 \U0001F680 \u201cno\u201d owner, never mind \u2013 not really");
      case 4:
        return time_out();
      default:
        return say(some_sample());
    }
  }

  std::string some_sample() {
    auto const& asks = program_.asks;
    std::size_t turn = below(4) == 0 ? below(asks.size()) : session_.state.turn;
    while (asks[turn].samples.empty()) turn = below(asks.size());
    auto const& samples = asks[turn].samples;
    return samples[below(samples.size())].text;
  }

  void say(std::string text) {
    auto const id = std::to_string(session_.last_seq);
    take(interview::answer(program_, session_, moment(), {id, std::move(text)}, words_));
  }
  void command(dialogue::Command name) {
    auto const id = std::to_string(session_.last_seq);
    take(interview::command(program_, session_, moment(), {id, name}));
  }
  void time_out() {
    auto const prompt = dialogue::waiting_prompt(program_.script, session_.state);
    auto const kind = prompt.soft_ms > 0 ? dialogue::TimerKind::soft : dialogue::TimerKind::hard;
    take(interview::timer(program_, session_, moment(), {prompt.number, kind}));
  }

  interview::Moment moment() const { return {{clock_ms_}, {clock_ms_}}; }

  void take(Result<interview::Turn, dialogue::Refusal> turn) {
    if (!turn) return;  // No hint left, not due: nothing happened.
    session_ = turn->next;
    events_.push_back(turn->event);
  }

  Program const& program_;
  Session session_;
  std::mt19937_64 random_;
  text::WordCache words_;
  std::int64_t clock_ms_ = 0;
  std::vector<Event> events_;
};

template <class Check>
void on_random_walks(int walks, Check const& check) {
  for (auto const& loaded : interviews()) {
    ASSERT_TRUE(loaded.program);
    for (int seed = 1; seed <= walks; ++seed) {
      SCOPED_TRACE(loaded.program->card.id + " seed " + std::to_string(seed));
      RandomWalk walk(*loaded.program, static_cast<std::uint64_t>(seed));
      walk.run();
      check(*loaded.program, walk);
      if (testing::Test::HasFailure()) return;
    }
  }
}

bool on_boundary(std::string const& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void expect_spans_inside(Event const& event) {
  auto const* said = std::get_if<interview::Answered>(&event.input);
  for (auto const& hit : event.reading.hits) {
    for (auto const& [span, kind, read_as] : hit.evidence) {
      ASSERT_NE(said, nullptr);
      EXPECT_LT(span.begin, span.end);
      ASSERT_LE(span.end, said->text.size());
      EXPECT_TRUE(on_boundary(said->text, span.begin) && on_boundary(said->text, span.end));
    }
  }
}

std::size_t stored_bytes(dialogue::State const& state) {
  std::size_t bytes = sizeof state + state.credit.size() * 2 + state.flagged.size() +
                      state.visits.size() + state.thin.size() + state.probe_asked.size() +
                      state.hints_given.size() + state.curveball_used.size() +
                      state.point_passed.size() + state.stack.size() * sizeof(dialogue::Frame) +
                      state.forced.size() * 2 + state.variables.size() * sizeof(dialogue::Value);
  for (auto const& value : state.variables) {
    if (auto const* text = std::get_if<std::string>(&value)) bytes += text->size();
  }
  return bytes;
}

TEST(ShippedInterviews, FoldingTheEventsGivesTheLiveSession) {
  on_random_walks(walks_per_interview, [](Program const& program, RandomWalk const& walk) {
    EXPECT_EQ(interview::fold(program, walk.events()), walk.session());
  });
}

TEST(ShippedInterviews, RecomputingGivesTheSameBytes) {
  on_random_walks(60, [](Program const& program, RandomWalk const& walk) {
    text::WordCache cold;
    Session before = interview::fresh_session(program);
    for (auto const& event : walk.events()) {
      auto const again = interview::recompute(program, before, event, cold);
      ASSERT_TRUE(again);
      EXPECT_EQ(interview::canonical_bytes(again->event), interview::canonical_bytes(event));
      interview::apply(program, before, event);
    }
  });
}

TEST(ShippedInterviews, StoredEventsComeBackAsTheyWere) {
  on_random_walks(60, [](Program const& program, RandomWalk const& walk) {
    for (auto const& event : walk.events()) {
      auto const back = wire::decode_payload(program, {event.seq, event.at, event.elapsed},
                                             wire::encode_payload(program, event));
      ASSERT_TRUE(back) << back.error();
      EXPECT_EQ(*back, event);
    }
  });
}

TEST(ShippedInterviews, SpansLieInsideTheAnswerOnCharacterBoundaries) {
  on_random_walks(walks_per_interview, [](Program const&, RandomWalk const& walk) {
    for (auto const& event : walk.events()) expect_spans_inside(event);
  });
}

TEST(ShippedInterviews, EndWithoutAFaultHoweverTheyArePlayed) {
  on_random_walks(walks_per_interview, [](Program const&, RandomWalk const& walk) {
    EXPECT_TRUE(walk.over());
    EXPECT_NE(walk.session().state.ending, dialogue::Ending::fault);
  });
}

TEST(ShippedInterviews, StateFitsInItsLimit) {
  on_random_walks(20, [](Program const&, RandomWalk const& walk) {
    EXPECT_LE(stored_bytes(walk.session().state), limits::state_bytes);
  });
}

TEST(ShippedInterviews, ThrowNoCurveballTwiceAndNoMoreThanTheirCount) {
  on_random_walks(walks_per_interview, [](Program const& program, RandomWalk const& walk) {
    auto thrown = interview::report(program, walk.events()).curveballs;
    EXPECT_LE(thrown.size(), program.script.curveballs.count);
    std::sort(thrown.begin(), thrown.end());
    EXPECT_EQ(std::adjacent_find(thrown.begin(), thrown.end()), thrown.end());
  });
}

// With what the lift names credited as if it had been said.
dialogue::State lifted(dialogue::State state, rubric::Lift const& lift) {
  for (auto const slot : lift.say) state.credit[slot] = 1000;
  for (auto const turn : lift.fuller) state.thin[turn] = 0;
  for (auto const flag : lift.unsay) state.flagged[flag] = 0;
  return state;
}

TEST(ShippedInterviews, TheSmallestChangeLiftsTheVerdict) {
  on_random_walks(60, [](Program const& program, RandomWalk const& walk) {
    auto const made = interview::report(program, walk.events());
    auto const& lift = made.feedback.lift.lift;
    EXPECT_EQ(lift.has_value(), made.judgement.verdict > 0);
    if (!lift) return;

    auto const after = interview::judge(program, lifted(walk.session().state, *lift));

    EXPECT_LT(after.verdict, made.judgement.verdict);
    EXPECT_EQ(after.verdict, lift->verdict);
  });
}

TEST(ShippedInterviews, EveryCurveballComesUpForSomeSeed) {
  for (auto const& loaded : interviews()) {
    std::set<dialogue::Index> thrown;
    for (std::uint64_t seed = 1; seed <= 400; ++seed) {
      RandomWalk walk(*loaded.program, seed);
      walk.run();
      for (auto const item : interview::report(*loaded.program, walk.events()).curveballs) {
        thrown.insert(item);
      }
    }
    EXPECT_EQ(thrown.size(), loaded.program->script.curveballs.items.size())
        << loaded.program->card.id;
  }
}

TEST(ShippedInterviews, WalkthroughsReachEveryTurn) {
  for (auto const& loaded : interviews()) {
    std::set<dialogue::Index> reached;
    for (auto const& walkthrough : loaded.cases.walkthroughs) {
      for (auto const turn : walkthrough.path) reached.insert(turn);
    }
    for (std::size_t turn = 0; turn < loaded.program->script.turns.size(); ++turn) {
      EXPECT_TRUE(reached.contains(static_cast<dialogue::Index>(turn)))
          << loaded.program->card.id << ": " << loaded.program->script.turns[turn].id;
    }
  }
}

TEST(ShippedInterviews, HaveThreePathsThatDifferInTwoAsksAndInVerdictOrCurveball) {
  for (auto const& loaded : interviews()) {
    EXPECT_GE(loaded.cases.walkthroughs.size(), 3U) << loaded.program->card.id;
    std::set<std::vector<dialogue::Index>> paths;
    std::set<std::uint8_t> verdicts;
    for (auto const& walkthrough : loaded.cases.walkthroughs) {
      paths.insert(walkthrough.path);
      auto const events = play(*loaded.program, walkthrough);
      verdicts.insert(interview::report(*loaded.program, events).judgement.verdict);
    }
    EXPECT_GE(paths.size(), 3U) << loaded.program->card.id;
    EXPECT_GE(verdicts.size(), 3U) << loaded.program->card.id;
  }
}

TEST(ShippedInterviews, EveryAskHasAStrongAnAdequateAndAWeakSample) {
  for (auto const& loaded : interviews()) {
    for (auto const& ask : loaded.program->asks) {
      if (ask.samples.empty()) continue;
      std::set<std::string> grades;
      for (auto const& sample : ask.samples) grades.insert(sample.grade);
      EXPECT_THAT(grades, testing::IsSupersetOf({"strong", "adequate", "weak"}))
          << loaded.program->card.id;
    }
  }
}

}  // namespace
}  // namespace curveball::shipped
