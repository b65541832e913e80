// What the core costs without network and disk: reading and stepping, encoding, resuming and
// verifying, on one shipped interview with a warm WordCache. Medians; one line of JSON.
//   core_bench PROMPTS_DIR [SCENARIO]
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "interview/interview.hpp"
#include "matching/program.hpp"
#include "scenario/catalogue.hpp"
#include "store/hash.hpp"
#include "wire/server_message.hpp"
#include "wire/stored_event.hpp"

namespace {

using namespace curveball;
using interview::Event;
using interview::Program;
using interview::Session;

constexpr std::size_t answers_measured = 4'000;
constexpr std::size_t answers_resumed = 60;
constexpr int resumes_measured = 41;

// A program and everything that measuring it shares.
struct Bench {
  Program const& program;
  text::WordCache& words;
};

std::vector<std::string> words_of(std::string const& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// The strong exemplars of the interview, those of `first` in front, cut after `count` words.
std::string answer_of(Program const& program, std::size_t first, std::size_t count) {
  std::vector<std::string> words;
  for (std::size_t i = 0; words.size() < count; ++i) {
    for (auto const& sample : program.asks[(first + i) % program.asks.size()].samples) {
      if (sample.grade != "strong") continue;
      auto const more = words_of(sample.text);
      words.insert(words.end(), more.begin(), more.end());
    }
  }
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + words[i];
  return text;
}

Session started(Program const& program, std::uint64_t seed) {
  auto turn =
      interview::start(program, interview::fresh_session(program), {}, {seed, 0, {}}, "bench");
  return std::move(turn->next);
}

// A session in which `turn` was just asked and nothing else has happened.
Session asked(Program const& program, dialogue::Index turn) {
  Session session = started(program, 1);
  std::vector<dialogue::Change> const changes{
      {.kind = dialogue::ChangeKind::enter, .a = turn},
      {.kind = dialogue::ChangeKind::wait, .a = turn, .b = dialogue::none}};
  dialogue::apply(program.script, session.state, changes, {});
  return session;
}

template <class Work>
double microseconds_of(Work const& work) {
  auto const began = std::chrono::steady_clock::now();
  work();
  std::chrono::duration<double, std::micro> const took = std::chrono::steady_clock::now() - began;
  return took.count();
}

double median(std::vector<double> values) {
  auto const middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void must(bool held, char const* what) {
  if (held) return;
  std::fprintf(stderr, "core_bench: %s\n", what);
  std::exit(1);
}

double read_step_us(Bench const& bench, std::size_t words) {
  struct Case {
    Session session;
    interview::Answered said;
  };
  std::vector<Case> cases;
  for (std::size_t turn = 0; turn < bench.program.asks.size(); ++turn) {
    if (bench.program.asks[turn].samples.empty()) continue;
    cases.push_back({asked(bench.program, static_cast<dialogue::Index>(turn)),
                     {"a", answer_of(bench.program, turn, words)}});
  }
  must(!cases.empty(), "the interview has no exemplars");
  std::vector<double> times;
  for (std::size_t i = 0; i < answers_measured; ++i) {
    auto const& [session, said] = cases[i % cases.size()];
    times.push_back(microseconds_of([&] {
      must(interview::answer(bench.program, session, {}, said, bench.words).has_value(),
           "an answer was refused");
    }));
  }
  return median(std::move(times));
}

// Whole sessions, played with 120-word answers until they hold `answers_resumed` together. No
// interview is that long by itself; the work is the same.
std::vector<std::vector<Event>> played_sessions(Bench const& bench) {
  std::vector<std::vector<Event>> sessions;
  for (std::size_t answers = 0; answers < answers_resumed;) {
    Program const& program = bench.program;
    auto turn = interview::start(program, interview::fresh_session(program), {},
                                 {sessions.size() + 1, 0, {}}, "bench");
    auto& events = sessions.emplace_back();
    events.push_back(turn->event);
    while (turn->next.state.phase != dialogue::Phase::over && answers < answers_resumed) {
      interview::Answered const said{"answer-" + std::to_string(++answers),
                                     answer_of(program, turn->next.state.turn, 120)};
      turn = interview::answer(program, turn->next, {}, said, bench.words);
      must(turn.has_value(), "an answer was refused");
      events.push_back(turn->event);
    }
  }
  return sessions;
}

using Payloads = std::vector<std::vector<std::string>>;

Payloads payloads_of(Program const& program, std::vector<std::vector<Event>> const& sessions) {
  Payloads payloads;
  for (auto const& events : sessions) {
    auto& stored = payloads.emplace_back();
    for (auto const& event : events) stored.push_back(wire::encode_payload(program, event));
  }
  return payloads;
}

std::vector<Event> decoded(Program const& program, std::vector<std::string> const& payloads) {
  std::vector<Event> events;
  for (auto const& payload : payloads) {
    auto const seq = static_cast<std::uint32_t>(events.size() + 1);
    auto event = wire::decode_payload(program, {seq, {}, {}}, payload);
    must(event.has_value(), "a payload cannot be read");
    events.push_back(*std::move(event));
  }
  return events;
}

void verify(Bench const& bench, std::vector<Event> const& events) {
  store::Hash chain{};
  auto before = interview::fresh_session(bench.program);
  for (auto const& event : events) {
    chain = store::next_hash(chain, interview::canonical_bytes(event));
    auto const again = interview::recompute(bench.program, before, event, bench.words);
    must(again && again->event == event, "an event is not recomputed as it was");
    interview::apply(bench.program, before, event);
  }
}

template <class Work>
double median_ms(Work const& work) {
  std::vector<double> times;
  for (int i = 0; i < resumes_measured; ++i) times.push_back(microseconds_of(work) / 1000);
  return median(std::move(times));
}

template <class Encode>
double encode_us(std::vector<std::vector<Event>> const& sessions, Encode const& encode) {
  std::vector<double> times;
  for (int round = 0; round < resumes_measured; ++round) {
    for (auto const& events : sessions) {
      for (auto const& event : events) times.push_back(microseconds_of([&] { encode(event); }));
    }
  }
  return median(std::move(times));
}

void measure(Bench const& bench) {
  auto const& program = bench.program;
  auto const sessions = played_sessions(bench);
  auto const payloads = payloads_of(program, sessions);
  auto const resume = [&] {
    for (auto const& stored : payloads) interview::fold(program, decoded(program, stored));
  };
  auto const resume_and_verify = [&] {
    for (auto const& stored : payloads) verify(bench, decoded(program, stored));
  };
  std::printf(R"({"read_step_120_us":%.2f,"read_step_300_us":%.2f,)", read_step_us(bench, 120),
              read_step_us(bench, 300));
  std::printf(
      R"("encode_payload_us":%.2f,"encode_turn_us":%.2f,)",
      encode_us(sessions, [&](Event const& event) { wire::encode_payload(program, event); }),
      encode_us(sessions, [&](Event const& event) { wire::encode_turn(program, "s", event); }));
  std::printf(R"("resume_60_ms":%.3f,"verify_60_ms":%.3f,"patterns":%zu})"
              "\n",
              median_ms(resume), median_ms(resume_and_verify),
              program.patterns.program().rules.size());
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) {
    std::fputs("usage: core_bench PROMPTS_DIR [SCENARIO]\n", stderr);
    return 64;
  }
  std::string_view const wanted = count > 2 ? words[2] : "pm-or-tpm";
  auto const catalogue =
      scenario::load_catalogue(scenario::folder_source(words[1], ""), scenario::Checks::compile);
  for (auto const& entry : catalogue.entries) {
    if (entry.program->card.id != wanted) continue;
    text::WordCache cache;
    measure({*entry.program, cache});
    return 0;
  }
  std::fprintf(stderr, "core_bench: there is no interview %s\n", std::string(wanted).c_str());
  return 1;
}
