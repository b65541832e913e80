// Plays a script as a test wants it: ids in, ids out. Each step must be taken and must replay.
#pragma once

#include <algorithm>
#include <gtest/gtest.h>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "dialogue/script_builder.hpp"
#include "dialogue/step.hpp"

namespace curveball::dialogue::testing {

class Player {
 public:
  explicit Player(ScriptSpec const& spec) : Player(compile(spec)) {}
  explicit Player(Script script) : script_(std::move(script)), state_(fresh_state(script_)) {}

  void begin(Begin const& input = {}) {
    state_ = begun_state(script_, input);
    take(dialogue::begin(script_, fresh_state(script_), input));
  }

  // Says all of `concepts` at what they are worth now.
  void say(std::initializer_list<char const*> concepts = {}) {
    Answer answer;
    for (auto const* id : concepts) answer.heard.push_back(heard(id));
    give(std::move(answer));
  }

  void give(Answer answer) {
    answer.standing = standing;
    take(dialogue::answer(script_, state_, {now_ms}, answer));
  }

  void command(Command input) {
    take(dialogue::command(script_, state_, {now_ms}, input, standing));
  }

  void time_out(TimerKind kind) {
    take(dialogue::timer(script_, state_, {now_ms}, {state_.prompt, kind}, standing));
  }

  Heard heard(std::string const& id) const {
    Index const index = concept_index(id);
    return {index, credit_multiplier(script_, state_, index)};
  }

  Index concept_index(std::string const& id) const { return index_of(script_.concepts, id); }
  Index turn_index(std::string const& id) const { return index_of(script_.turns, id); }

  Script const& script() const { return script_; }
  State const& state() const { return state_; }
  Outcome const& outcome() const { return outcome_; }

  std::string waiting() const {
    if (state_.phase == Phase::asked) return script_.turns[state_.turn].id;
    if (state_.phase == Phase::probed) return script_.probes[state_.probe].id;
    return state_.phase == Phase::over ? "over" : "fresh";
  }

  // Ids of the lines of the last step.
  std::vector<std::string> said() const {
    std::vector<std::string> ids;
    for (Line const& line : outcome_.lines) ids.push_back(line.id);
    return ids;
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (Line const& line : outcome_.lines) texts.push_back(line.text);
    return texts;
  }

  std::vector<LineKind> kinds() const {
    std::vector<LineKind> kinds;
    for (Line const& line : outcome_.lines) kinds.push_back(line.kind);
    return kinds;
  }

  // Ids of the turns entered in the last step.
  std::vector<std::string> entered() const {
    std::vector<std::string> ids;
    for (Change const& change : outcome_.changes) {
      if (change.kind == ChangeKind::enter) ids.push_back(script_.turns[change.a].id);
    }
    return ids;
  }

  std::vector<Change> changes(ChangeKind kind) const {
    std::vector<Change> found;
    std::copy_if(outcome_.changes.begin(), outcome_.changes.end(), std::back_inserter(found),
                 [kind](Change const& change) { return change.kind == kind; });
    return found;
  }

  // Ids of the curveballs thrown so far.
  std::vector<std::string> const& thrown() const { return thrown_; }

  std::uint16_t credit(std::string const& turn, std::string const& concept_id) const {
    Turn const& found = script_.turns[turn_index(turn)];
    auto const at =
        std::find(found.expects.begin(), found.expects.end(), concept_index(concept_id)) -
        found.expects.begin();
    return state_.credit[static_cast<std::size_t>(found.first_slot + at)];
  }

  Standing standing{};
  std::int64_t now_ms = 0;

 private:
  template <class T>
  static Index index_of(std::vector<T> const& items, std::string const& id) {
    auto const found =
        std::find_if(items.begin(), items.end(), [&](T const& item) { return item.id == id; });
    EXPECT_NE(found, items.end()) << "no such id: " << id;
    return static_cast<Index>(found - items.begin());
  }

  void take(Result<Step, Refusal> const& step) {
    ASSERT_TRUE(step) << "refused: " << static_cast<int>(step.error());
    apply(script_, state_, step->outcome.changes, {now_ms});
    EXPECT_EQ(state_, step->next) << "the recorded changes must give the live state";
    state_ = step->next;
    outcome_ = step->outcome;
    for (Change const& change : changes(ChangeKind::throw_curveball)) {
      thrown_.push_back(script_.curveballs.items[change.b].id);
    }
  }

  Script script_;
  State state_;
  Outcome outcome_;
  std::vector<std::string> thrown_;
};

}  // namespace curveball::dialogue::testing
