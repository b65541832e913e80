// The bodies of the REST API (docs/PROTOCOL.md 3).
// Thread: any; no state.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"
#include "interview/report.hpp"
#include "rubric/rubric.hpp"

namespace curveball::wire {

// A scenario of the library with the hash of its canonical script (64 hexadecimal digits).
struct LibraryItem {
  interview::Card const* card = nullptr;
  rubric::Rubric const* rubric = nullptr;
  std::string_view hash;
};

std::string encode_library(std::span<LibraryItem const> items);
std::string encode_library_item(LibraryItem const& item);  // With brief, scale and anchors.

// One session of a list, as the store knows it without reading its events.
struct SessionRow {
  std::string session;
  std::string scenario_id;
  std::uint32_t scenario_version = 1;
  std::string scenario_hash;
  std::string scenario_title;
  std::string role;
  std::string level;  // "L5"
  Instant started_at;
  std::optional<Instant> ended_at;
  bool over = false;
  std::string ending;      // Empty while open.
  std::string verdict_id;  // Empty while open.
  std::string verdict_name;
  std::uint32_t answers = 0;
  std::optional<std::string> parent_session;
  std::uint32_t parent_seq = 0;
};

// `next` is the cursor of the following page, empty at the end.
std::string encode_sessions(std::span<SessionRow const> rows, std::string_view next);

std::string encode_transcript(interview::Program const& program, SessionRow const& row,
                              std::span<interview::Event const> events);

// What the report says beside interview::Report.
struct ReportFrame {
  SessionRow const* row = nullptr;
  std::uint64_t seed = 0;
  std::uint16_t time_scale_pm = 1000;
  std::uint32_t engine_revision = 0;
};
std::string encode_report(interview::Program const& program, ReportFrame const& frame,
                          interview::Report const& report,
                          std::span<interview::Event const> events);

// The receipt alone, as the report has it.
std::string encode_receipt(interview::Program const& program, interview::Report const& report);

// What /healthz says.
struct Health {
  std::string version;
  std::uint32_t schema = 0;
  std::uint32_t engine_revision = 0;
  std::size_t scenarios = 0;
};
std::string encode_health(Health const& health);

// `backups` are the names of those that may still hold what was deleted.
std::string encode_deleted(std::uint64_t deleted, std::span<std::string const> backups);

// What lists show of a session that is over, kept beside its verdict so that a list reads no
// events.
struct Summary {
  std::string ending;
  std::string verdict_name;
  std::uint32_t answers = 0;
};
std::string encode_summary(Summary const& summary);
// Never throws: what is missing or of another type stays empty.
Summary decode_summary(std::string_view text);

// "L4" to "L8".
std::string_view grade_name(rubric::Grade grade);

}  // namespace curveball::wire
