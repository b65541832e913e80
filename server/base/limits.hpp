// Every limit of Curveball, named, with its reason. Each has a test at the limit and one past it.
// Those that an operator may change are the defaults of flags of `curveball serve`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace curveball::limits {

// --- One answer -------------------------------------------------------------------------------
// About 2,700 English words: ten times a long spoken answer.
inline constexpr std::size_t answer_bytes = std::size_t{16} * 1024;
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
// Words of one answer that are in no dictionary and are looked at as slips of the keyboard; each
// is compared with the words of the patterns. A page full of typos has about 60.
inline constexpr std::size_t typo_words = 128;
// Words that an author calls alike; a group and a rubric are read by people.
inline constexpr std::size_t synonyms_per_group = 16;
inline constexpr std::size_t synonym_groups = 128;
// Parts of "state-of-the-art"; more of them are read as separate words only.
inline constexpr std::size_t compound_parts = 8;
// Patterns of one word list (@name).
inline constexpr std::size_t lexicon_patterns = 256;
// Word lists one rubric may bring along.
inline constexpr std::size_t lexicons = 64;

// --- Scripts ----------------------------------------------------------------------------------
inline constexpr std::size_t script_bytes = std::size_t{1024} * 1024;
// A shipped interview has about 20 turns and as many concepts. Their counters are the greater part
// of a session's state, which state_bytes bounds as a whole.
inline constexpr std::size_t turns_per_script = 500;
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
// State of one session, heap included; thousands of them are in memory.
inline constexpr std::size_t state_bytes = 2'048;

// --- Live sessions ----------------------------------------------------------------------------
// In memory at once: attached ones and those that were left lately; about 4 KiB each.
inline constexpr std::size_t live_sessions = 16'384;
// A session that nobody is attached to keeps its clock in memory so long; then its last event's.
inline constexpr std::int64_t detached_ms = std::int64_t{15} * 60 * 1'000;
// Messages of one session that wait for the commit before them; a candidate has one or two.
inline constexpr std::size_t waiting_messages = 8;
// The server moves on so long after a hard time limit, for a draft that is on its way.
inline constexpr std::int64_t hard_grace_ms = 3'000;
// Starts of one candidate, newest first, among which a start that is sent again is recognised: more
// than one browser has under way.
inline constexpr std::uint32_t remembered_starts = 32;
// A server that is told to stop waits so long for what it took to be stored and told; a commit
// takes milliseconds, and the connections then have two seconds to close.
inline constexpr std::int64_t drain_ms = 2'000;
// Events of a resumed session sent at once; the next ones follow when these have left.
inline constexpr std::uint32_t history_page = 48;
// Programs of scripts that only old sessions use, kept compiled.
inline constexpr std::size_t compiled_scripts = 64;

// --- Wire and net -----------------------------------------------------------------------------
inline constexpr std::size_t message_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t http_buffer_bytes = std::size_t{16} * 1024;
inline constexpr std::size_t http_header_bytes = std::size_t{8} * 1024;
inline constexpr std::size_t http_body_bytes = std::size_t{16} * 1024;
inline constexpr std::size_t outbox_frames = 64;
inline constexpr std::size_t outbox_bytes = std::size_t{256} * 1024;
inline constexpr std::size_t json_depth = 16;
// Open at once, of both kinds; 10,000 idle ones take some 80 MB.
inline constexpr std::size_t connections = 10'240;
// Messages and control frames of one client: so many at once, and as many again per window. A
// candidate sends one answer in tens of seconds; drafts and clock frames are rarer than this.
inline constexpr std::size_t messages_per_window = 30;
inline constexpr std::int64_t message_window_ms = 20'000;

// Log lines that wait for a slow terminal; more are dropped, so that logging never stops the
// server.
inline constexpr std::size_t queued_log_lines = 1'024;

// --- Store ------------------------------------------------------------------------------------
// Jobs waiting for the writer: more than one of every connection that may be open.
inline constexpr std::size_t queued_jobs = 16'384;
// Jobs of one commit. More win little (SQLite alone: 78,000 rows/s at 128, 87,000 at 512) and make
// the first one wait.
inline constexpr std::size_t batch_jobs = 512;
// Sessions whose chain end the writer remembers, some 150 bytes each; it looks others up.
inline constexpr std::size_t cached_chains = 16'384;
// One stored event: an answer in full with everything heard in it takes some 100 KiB at the most.
inline constexpr std::size_t event_payload_bytes = std::size_t{1024} * 1024;
inline constexpr std::size_t sessions_per_page = 100;
// Questions waiting for the reader: lists and reports, which take milliseconds each.
inline constexpr std::size_t queued_questions = 1'024;
// Pages (of 4 KiB) in the write-ahead log before the writer checkpoints. Small, because a large
// checkpoint is the longest wait there is: p99 3.5 ms with 1,000, 14.4 ms with 20,000.
inline constexpr int checkpoint_pages = 1'000;

// --- Measuring --------------------------------------------------------------------------------
// One file of scored answers; the largest of the public sets that are read has 0.4 MB, unpacked.
inline constexpr std::size_t data_file_bytes = std::size_t{8} * 1024 * 1024;
// Files in one archive of them; SemEval-2013 has 868.
inline constexpr std::size_t data_files = 10'000;

}  // namespace curveball::limits
