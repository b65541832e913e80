// Events of the core as rows of the store.
// Thread: any; no state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "interview/interview.hpp"
#include "store/rows.hpp"

namespace curveball::app {

// The client's name for an input; empty for those that have none. A view into `event`.
std::string_view input_id(interview::Event const& event);

// An event as the store takes it.
store::EventRow event_row(interview::Program const& program, interview::Event const& event);

// The event that a row holds. The error says what cannot be read: the database is damaged.
Result<interview::Event, std::string> event_of(interview::Program const& program,
                                               store::StoredEvent const& stored);

// What lists say of a session that is over; nothing while it is open.
std::optional<store::Ending> ending_row(interview::Program const& program,
                                        interview::Session const& session, Instant at,
                                        std::uint32_t answers);

}  // namespace curveball::app
