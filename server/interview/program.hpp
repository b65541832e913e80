// Everything one interview needs at run time, compiled once from a scenario file and shared
// read-only.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dialogue/script.hpp"
#include "interview/known_texts.hpp"
#include "matching/pattern_set.hpp"
#include "rubric/rubric.hpp"

namespace curveball::interview {

// Raised when the same input may give another result than before; recorded in every session.
inline constexpr std::uint32_t engine_revision = 4;

// How an ask reads its answer (decides the length gate, later the reading of conditional wording).
enum class Mode : std::uint8_t { case_study, behavioural, technical, status };

struct Concept {
  std::string id;
  std::string name;
  std::string advice;      // "What you did not say", one sentence.
  std::string correction;  // Of a red flag; may be empty.
  bool red_flag = false;
};

struct Sample {
  std::string id;
  std::string grade;  // strong, adequate or weak.
  std::string text;
};

// What an ask has beside its dialogue::Turn; empty for other kinds of turn.
struct Ask {
  Mode mode = Mode::case_study;
  std::vector<Sample> samples;
  bool lists_ok = false;  // A list of terms is a fair answer here.
};

// Who asks. Both are empty when the script names nobody.
struct Interviewer {
  std::string name;
  std::string role;
};

// What the library shows before an interview starts.
struct Card {
  std::string id;
  std::uint32_t version = 1;
  std::string locale;
  std::string role;
  std::string round;
  std::string title;
  std::string summary;
  std::string brief;
  std::uint16_t minutes = 0;
  Interviewer interviewer;
  std::uint16_t questions = 0;  // Asks that a usual way through it meets; 0: not known.
};

// Keys of Program::patterns: concept i is key i; then, in this order, `no_answer`, `repeat`, and
// one key for each clarification, turn by turn in authored order.
struct PatternKeys {
  std::uint32_t no_answer = 0;
  std::uint32_t repeat = 0;
  std::vector<std::uint32_t> first_clarification;  // Per turn.
};

struct Program {
  Card card;
  dialogue::Script script;
  std::vector<Concept> concepts;  // As dialogue::Script::concepts.
  std::vector<Ask> asks;          // Per turn.
  matching::PatternSet patterns;
  PatternKeys keys;
  std::vector<matching::PatternSet> heard;  // Per turn: heard_by_turn() of all the above.
  KnownTexts known;                         // known_texts() of all the above.
  rubric::Rubric rubric;
  // Whether a condition may ask for level() or coverage(). When none does, false saves working out
  // every criterion's standing for each answer.
  bool asks_for_standing = true;
  std::vector<std::string> pattern_texts;  // By a pattern's number; for receipts. May be empty.
};

}  // namespace curveball::interview
