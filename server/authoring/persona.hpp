// Made-up candidates who play an interview: what each says to a question, and how long it takes.
// Thread: any; values. The same seed gives the same words.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "dialogue/outcome.hpp"
#include "dialogue/step.hpp"
#include "interview/program.hpp"
#include "scenario/cases.hpp"

namespace curveball::authoring {

enum class Persona : std::uint8_t {
  strong,     // The strong samples of the script.
  mixed,      // Any sample, now and then a hint or nothing.
  weak,       // The weak samples.
  silent,     // Lets the time run out.
  echo,       // Says the question again.
  stuffer,    // The words of the strong sample, in the order of the alphabet.
  rambler,    // A weak sample many times over.
  clarifier,  // "I don't know", asks back, asks to hear it again; then an adequate sample.
  hostile,    // Nothing, far too much, control characters.
  slow,       // Adequate and strong samples after the first time limit, some after the last.
};
inline constexpr std::size_t persona_count = 10;

std::string_view name_of(Persona persona);

// What a candidate does once: waits, then says something, gives a command, or neither.
struct Act {
  std::int64_t wait_s = 0;
  std::optional<std::string> text;
  std::optional<dialogue::Command> command;
};

// Where the interview stands when the candidate is to act.
struct Situation {
  interview::Program const& program;
  scenario::TestCases const& cases;  // Of the program.
  dialogue::Prompt prompt;           // The question that waits.
  std::string_view question;         // Its words.
  std::uint32_t tries = 0;           // Acts on this question so far.
};

Act act(Persona persona, std::uint64_t seed, Situation const& situation);

}  // namespace curveball::authoring
