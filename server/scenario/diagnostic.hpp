// What is wrong with a scenario file, said so that every editor can jump there.
// The table of all codes stands in codes.cpp and nowhere else.
// Thread: any; plain values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace curveball::scenario {

enum class Severity : std::uint8_t { error, warning, info };

// In the order of their numbers; the meaning of each stands in the table behind all_codes().
enum class Code : std::uint8_t {
  json_syntax,
  schema_violation,
  duplicate_key,
  duplicate_id,
  unknown_field,
  unsupported_schema,
  include_missing,
  not_utf8,
  state_too_large,
  unknown_turn,
  unknown_concept,
  unknown_variable,
  unknown_dialogue,
  unknown_exemplar,
  bad_expression,
  type_mismatch,
  unknown_name,
  unused_concept,
  unused_variable,
  unused_dialogue,
  concept_not_in_rubric,
  unreachable_turn,
  dead_end,
  no_path_to_end,
  missing_else,
  shadowed_rule,
  constant_condition,
  loop_without_answer,
  recursive_call,
  call_without_return,
  curveball_point_unreachable,
  unexpected_concept,
  empty_concept,
  phrase_in_two_concepts,
  question_echo,
  probe_reveals_concept,
  sample_failed,
  untested_phrase,
  bad_pattern,
  unreachable_level,
  red_flag_misused,
  expectation_falls,
  soft_not_before_hard,
  hint_reveals_concept,
  unknown_placeholder,
  message_too_long,
  missing_exemplar,
  exemplar_failed,
  walkthrough_failed,
  version_not_raised,
  version_not_locked,
};

struct CodeInfo {
  Code code = Code::json_syntax;
  Severity severity = Severity::error;
  std::string_view id;       // "CB102"
  std::string_view name;     // "unknown-concept"
  std::string_view meaning;  // One line.
};

// Every code once, in the order of the enumeration.
std::span<CodeInfo const> all_codes();

CodeInfo const& info(Code code);

struct Diagnostic {
  std::string_view code;  // "CB102"
  std::string_view name;  // "unknown-concept"
  Severity severity = Severity::error;
  std::string file;          // As the reader was given it, e.g. "prompts/tpm/slip.json".
  std::uint32_t line = 1;    // From 1.
  std::uint32_t column = 1;  // From 1, in characters.
  std::string message;       // What is wrong.
  std::string suggestion;    // The name that was probably meant; may be empty.
  std::string excerpt;       // Of a fault inside a text: its line and a caret below. Else empty.
  friend bool operator==(Diagnostic const&, Diagnostic const&) = default;
};

// `prompts/tpm/x.json:43:21: error CB102 unknown-concept: turn "open" expects "critial_path"; did
// you mean "critical_path"?` on one line, without a line end.
std::string to_text(Diagnostic const& diagnostic);

// The same, and in the lines below it the excerpt, if there is one.
std::string to_lines(Diagnostic const& diagnostic);

bool has_errors(std::span<Diagnostic const> diagnostics);

// The candidate nearest to `word` by edit distance (insert, delete, replace, swap neighbours), the
// first of equals; empty when none is within a third of the word's length.
std::string nearest(std::string_view word, std::span<std::string const> candidates);

}  // namespace curveball::scenario
