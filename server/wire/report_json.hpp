// Parts of REST bodies that several of them share.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string_view>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "interview/report.hpp"
#include "wire/rest.hpp"

namespace curveball::wire {

// The text, or null when it is empty.
nlohmann::json text_or_null(std::string_view text);
nlohmann::json scenario_json(SessionRow const& row);
nlohmann::json scale_json(rubric::Rubric const& rubric);
nlohmann::json anchors_json(rubric::Criterion const& criterion);

// The receipt: verdict, criteria with the words that count and what the next level wants, red
// flags, what would lift the verdict, and the other levels. The same in every body that has it.
nlohmann::json receipt_json(interview::Program const& program, interview::Report const& report);

// The whole report body: the receipt and what was played.
nlohmann::json report_json(interview::Program const& program, ReportFrame const& frame,
                           interview::Report const& report,
                           std::span<interview::Event const> events);

// [[begin, end, kind, read as]...], as PROTOCOL.md has spans.
nlohmann::json spans_json(std::span<matching::Evidence const> evidence);

// [{"seq", "begin", "end", "reason", "why"}]: what gave no evidence.
nlohmann::json masked_json(std::span<interview::MaskedWords const> words);

// One concept heard in an answer, as in a report's quotes.
nlohmann::json quote_json(interview::Program const& program, interview::Quote const& quote);

}  // namespace curveball::wire
