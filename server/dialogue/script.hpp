// A compiled interview script: flat, immutable, shared by all sessions that run it.
// Made by scenario/ from a file; everything refers to everything else by index.
// Thread: built once, then only read; safe to share.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace curveball::dialogue {

using Index = std::uint16_t;
inline constexpr Index none = std::numeric_limits<Index>::max();

// A variable's value; its type never changes after the script is compiled.
using Value = std::variant<std::int64_t, bool, std::string>;

struct Variable {
  std::string id;
  Value initial;
};

// One instruction of a compiled condition; see expression.hpp.
enum class Op : std::uint8_t {
  push_integer,
  push_boolean,
  push_text,
  push_variable,
  hit,
  missed,
  hits,
  level,
  coverage,
  visits,
  turn_no,
  elapsed_s,
  asked,
  logical_not,
  negate,
  add,
  subtract,
  equal,
  unequal,
  less,
  less_equal,
  greater,
  greater_equal,
  jump_if_false,
  jump_if_true,  // Short circuit: keeps the value and jumps, or drops it and goes on.
};

struct Instruction {
  Op op = Op::push_integer;
  std::int64_t operand = 0;  // The constant, the index of what is named, or the jump's target.
};

// A one-line condition or value, compiled to a small stack program.
struct Expression {
  std::string source;
  std::vector<Instruction> code;
  std::vector<std::string> texts;  // The constants of push_text.
};

// A stretch of literal text, then (unless none) the value of a variable.
struct Piece {
  std::string literal;
  Index variable = none;
};
using Template = std::vector<Piece>;

// shuffle: no repeat until all were used; cycle: in the order written.
enum class Pick : std::uint8_t { single, shuffle, cycle };

// Something the interviewer says. `id` is its stable text id, e.g. "open.probes.p_path.ask".
struct Speech {
  std::string id;
  Pick pick = Pick::single;
  std::vector<Template> variants;  // Never empty for a speech that exists.
  bool empty() const { return variants.empty(); }
};

struct Assignment {
  Index variable = none;
  Expression value;
};

// Where a rule leads: to a turn, or (none) back out of the sub-dialogue.
struct Rule {
  std::string id;
  std::optional<Expression> when;  // Absent: always.
  Index go_to = none;
  bool now = false;  // Looked at before any probe is asked.
  std::vector<Assignment> set;
};

struct Probe {
  std::string id;
  Index concept_index = none;  // Asked while this is missed.
  std::optional<Expression> when;
  Speech ask;
};

struct Hint {
  std::string id;
  Speech say;
  std::vector<Index> helps;  // Concepts whose credit it lowers; never empty.
};

struct Clarification {
  std::string id;
  Speech say;
};

// Milliseconds from the prompt on the interview's clock at time scale 1; 0: no limit.
struct TimeLimit {
  std::int64_t soft_ms = 0;
  std::int64_t hard_ms = 0;
  Speech soft_say;
};

struct NoAnswer {
  std::uint8_t max = 0;
  Speech say;
};

enum class TurnKind : std::uint8_t { ask, say, call, end };

struct Turn {
  std::string id;
  TurnKind kind = TurnKind::say;
  Index dialogue = 0;
  Speech speech;                // Of ask, say and end.
  Index calls = none;           // Of call: the dialogue.
  std::vector<Assignment> set;  // On entering, before it speaks.
  std::vector<Index> expects;   // Of ask: concepts, in authored order.
  Index first_slot = 0;         // Slot of expects[i] is first_slot + i.
  std::vector<Clarification> clarify;
  std::vector<Hint> hints;
  TimeLimit time;
  NoAnswer no_answer;
  std::uint8_t probes_max = 0;
  Index first_probe = 0;  // Into Script::probes.
  Index probe_count = 0;
  std::vector<Rule> next;  // The last rule has no condition. Empty only for end.
};

// A list of turns that runs and comes back. Dialogue 0 is the interview itself.
struct Dialogue {
  std::string id;
  Index first_turn = 0;
};

struct Curveball {
  std::string id;
  std::uint32_t weight = 1;
  std::optional<Expression> when;
  std::optional<std::int64_t> after_ms;  // On the interview's clock; due beats drawn.
  Index dialogue = none;
  Speech resume;  // May be empty.
};

struct Curveballs {
  std::uint8_t count = 0;     // At most so many in one interview.
  std::vector<Index> before;  // Turns of dialogue 0.
  std::vector<Curveball> items;
};

struct ConceptName {
  std::string id;
  bool red_flag = false;
};

// Said on commands and when time is up, the same in every interview (the manners file).
struct Manners {
  Speech repeat_say;
  Speech skip_say;
  Speech end_say;
  Speech time_up_say;
  Speech no_more_say;  // To questions that no clarification answers; empty: they are answers.
};

// One expected concept of one ask: the place where credit is kept.
struct Slot {
  Index turn = none;
  Index concept_index = none;
};

struct Script {
  std::string id;
  std::uint32_t version = 1;
  std::vector<ConceptName> concepts;
  std::vector<std::string> criteria;  // Ids, in the rubric's order, for conditions.
  std::vector<Variable> variables;
  std::vector<Dialogue> dialogues;
  std::vector<Turn> turns;
  std::vector<Probe> probes;
  std::vector<Slot> slots;
  Curveballs curveballs;
  Manners manners;
  Index start = 0;
};

}  // namespace curveball::dialogue
