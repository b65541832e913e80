// The tests that a scenario carries: exemplars and walkthroughs, with names resolved.
// Thread: any; plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "dialogue/script.hpp"
#include "dialogue/step.hpp"

namespace curveball::scenario {

// Where a case stands, for messages.
struct Place {
  std::string file;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

// One answer to one ask, and what must come of it.
struct ExemplarCase {
  std::string name;  // "open.strong"
  dialogue::Index turn = dialogue::none;
  std::string text;
  std::vector<dialogue::Index> hit;     // Concepts, ascending: exactly these.
  std::vector<dialogue::Index> probes;  // In the order asked: exactly these.
  bool checks_goto = false;
  dialogue::Index go_to = dialogue::none;  // none: back out of the sub-dialogue.
  Place place;
};

// The clock goes on by so many seconds; timers that fall due fire.
struct Wait {
  std::int64_t seconds = 0;
};

struct SaidStep {
  std::string text;
};

using WalkStep = std::variant<SaidStep, Wait, dialogue::Command>;

// A whole interview as a test. What is absent is not checked.
struct WalkthroughCase {
  std::string name;
  std::uint64_t seed = 1;
  std::vector<dialogue::Index> forced;  // As dialogue::Begin::forced.
  std::vector<WalkStep> steps;
  std::vector<dialogue::Index> path;  // Turns entered, in order.
  std::optional<std::vector<dialogue::Index>> probes;
  std::optional<std::vector<dialogue::Index>> curveballs;
  std::optional<std::uint8_t> verdict;
  std::vector<std::pair<dialogue::Index, std::uint8_t>> levels;  // Criterion and its level.
  Place place;
};

struct TestCases {
  std::vector<ExemplarCase> exemplars;
  std::vector<WalkthroughCase> walkthroughs;
  // Per turn: a question that may ask for each of its clarifications; empty where none is known.
  std::vector<std::vector<std::string>> questions;
};

// How many asks the walkthroughs meet: that of the middle one, of two in the middle the larger.
// 0 without walkthroughs.
std::uint16_t usual_questions(dialogue::Script const& script, TestCases const& cases);

}  // namespace curveball::scenario
