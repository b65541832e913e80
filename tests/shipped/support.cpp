#include <optional>

#include "shipped/shipped.hpp"

namespace curveball::shipped {
namespace {

std::vector<scenario::Loaded> load_all() {
  auto const source =
      scenario::folder_source(std::string(CURVEBALL_SOURCE_DIR) + "/prompts", "prompts/");
  std::vector<scenario::Loaded> all;
  for (auto const& path : source.list()) {
    bool const is_interview = path.starts_with("tpm/") || path.starts_with("pm/");
    if (!is_interview || !path.ends_with(".json")) continue;
    all.push_back(scenario::load(source, path));
    EXPECT_TRUE(all.back().program) << path;
  }
  EXPECT_GE(all.size(), 6U);
  return all;
}

// Plays one session and keeps its events; time limits fire as in a real interview.
class Walk {
 public:
  explicit Walk(interview::Program const& program)
      : program_(program), session_(interview::fresh_session(program)) {}

  void start(dialogue::Begin const& begin) {
    take(interview::start(program_, session_, moment(), begin));
  }
  void step(scenario::SaidStep const& step) {
    auto const id = std::to_string(session_.last_seq);
    take(interview::answer(program_, session_, moment(), {id, step.text}, words_));
  }
  void step(dialogue::Command command) {
    auto const id = std::to_string(session_.last_seq);
    take(interview::command(program_, session_, moment(), {id, command}));
  }
  void step(scenario::Wait const& wait) {
    auto const until = clock_ms_ + wait.seconds * 1000;
    while (fire_next_limit(until)) {
    }
    clock_ms_ = until;
  }

  std::vector<interview::Event> events() && { return std::move(events_); }

 private:
  interview::Moment moment() const { return {{clock_ms_}, {clock_ms_}}; }

  bool fire_next_limit(std::int64_t until) {
    auto const prompt = dialogue::waiting_prompt(program_.script, session_.state);
    bool const soft = prompt.soft_ms > 0;
    auto const limit = soft ? prompt.soft_ms : prompt.hard_ms;
    if (limit == 0 || prompt.asked_at.ms + limit > until) return false;
    clock_ms_ = std::max(clock_ms_, prompt.asked_at.ms + limit);
    auto const kind = soft ? dialogue::TimerKind::soft : dialogue::TimerKind::hard;
    take(interview::timer(program_, session_, moment(), {prompt.number, kind}));
    return true;
  }

  void take(Result<interview::Turn, dialogue::Refusal> turn) {
    ASSERT_TRUE(turn) << "refused after event " << session_.last_seq;
    session_ = turn->next;
    events_.push_back(turn->event);
  }

  interview::Program const& program_;
  interview::Session session_;
  text::WordCache words_;
  std::int64_t clock_ms_ = 0;
  std::vector<interview::Event> events_;
};

}  // namespace

std::vector<scenario::Loaded> const& interviews() {
  static std::vector<scenario::Loaded> const all = load_all();
  return all;
}

std::vector<interview::Event> play(interview::Program const& program,
                                   scenario::WalkthroughCase const& walkthrough) {
  Walk walk(program);
  walk.start({walkthrough.seed, 1000, walkthrough.forced});
  for (auto const& step : walkthrough.steps) {
    std::visit([&walk](auto const& held) { walk.step(held); }, step);
  }
  return std::move(walk).events();
}

}  // namespace curveball::shipped
