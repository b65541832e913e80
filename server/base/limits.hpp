// Every limit of Curveball, named, with its reason. Each has a test at the limit and one past it.
// Limits that an operator may change are defaults of settings in app/config.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace curveball::limits {

// --- One answer -------------------------------------------------------------------------------
// About 2,700 English words: ten times a long spoken answer.
inline constexpr std::size_t answer_bytes = 16 * 1024;
// Scoring reads this many tokens and says so beyond; keeps one answer's cost bounded.
inline constexpr std::size_t answer_tokens = 2'000;
// A client's name for an answer; a UUID has 36.
inline constexpr std::size_t answer_id_bytes = 64;

// --- Matching ---------------------------------------------------------------------------------
inline constexpr std::size_t pattern_bytes = 1'024;
inline constexpr std::size_t pattern_atoms = 64;
// Nesting of brackets; the parser recurses this deep.
inline constexpr std::size_t pattern_depth = 16;
inline constexpr std::size_t intervals_per_node = 256;
// Words remembered by a text::WordCache before it starts over: bounded against hostile input.
inline constexpr std::size_t cached_words = 65'536;
// Longer words are neither stemmed nor remembered; the longest word of English has 45 letters.
inline constexpr std::size_t word_bytes = 64;
// Parts of "state-of-the-art"; more of them are read as separate words only.
inline constexpr std::size_t compound_parts = 8;
// Patterns of one word list (@name).
inline constexpr std::size_t lexicon_patterns = 256;
// Word lists one rubric may bring along.
inline constexpr std::size_t lexicons = 64;

// --- Scripts ----------------------------------------------------------------------------------
inline constexpr std::size_t script_bytes = 1024 * 1024;
inline constexpr std::size_t turns_per_script = 2'000;
inline constexpr std::size_t concepts_per_script = 500;
inline constexpr std::size_t variables_per_script = 64;
inline constexpr std::size_t expression_bytes = 512;
// Nodes walked for one input: a looping script is a fault, not a hang.
inline constexpr std::size_t steps_per_input = 64;
inline constexpr std::size_t call_depth = 8;
// Clarifying questions that are answered in one turn before the interviewer moves on.
inline constexpr std::uint8_t clarifications_per_turn = 5;
// Inputs of one session; a 20-minute interview has about 40.
inline constexpr std::size_t events_per_session = 2'000;
inline constexpr std::size_t variable_text_bytes = 128;
inline constexpr std::size_t state_bytes = 2'048;

// --- Wire and net -----------------------------------------------------------------------------
inline constexpr std::size_t message_bytes = 64 * 1024;
inline constexpr std::size_t http_buffer_bytes = 16 * 1024;
inline constexpr std::size_t http_header_bytes = 8 * 1024;
inline constexpr std::size_t http_body_bytes = 16 * 1024;
inline constexpr std::size_t outbox_frames = 64;
inline constexpr std::size_t outbox_bytes = 256 * 1024;
inline constexpr std::size_t json_depth = 16;
// Open at once, of both kinds; 10,000 idle ones take some 80 MB.
inline constexpr std::size_t connections = 10'240;
// Messages and control frames of one client: so many at once, and as many again per window. A
// candidate sends one answer in tens of seconds; drafts and clock frames are rarer than this.
inline constexpr std::size_t messages_per_window = 30;
inline constexpr std::int64_t message_window_ms = 20'000;

}  // namespace curveball::limits
