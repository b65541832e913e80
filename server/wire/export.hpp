// A session as a file: JSON Lines (lossless) and Markdown (for people).
// Thread: any; no state.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "wire/rest.hpp"

namespace curveball::wire {

// One event as the store has it, for the lossless export.
struct StoredLine {
  std::uint32_t seq = 0;
  Instant at;
  Elapsed elapsed;
  std::string_view payload;  // As of encode_payload.
  std::string_view hash;     // 64 hexadecimal digits.
};

// A header line (format "curveball.export/1", the session and, when it is given, the canonical
// script), one line an event, the receipt when it is given, a trailer with the number of events and
// the last hash of the chain. Each line ends with "\n". The script holds every sample answer: it is
// for the owner of the data.
// Without it, an event of an interview that is still open has only what its frame tells, not what
// was heard in the answer and what that changed; the hashes are those of the whole events.
std::string export_json_lines(ReportFrame const& frame, std::span<StoredLine const> lines,
                              std::optional<std::string_view> canonical_script,
                              std::optional<std::string_view> receipt = std::nullopt);

// The transcript, then the report when the interview is over. The candidate's words cannot break
// out of their block: they are quoted line by line, and Markdown's marks in them are escaped.
std::string export_markdown(interview::Program const& program, ReportFrame const& frame,
                            std::span<interview::Event const> events);

}  // namespace curveball::wire
