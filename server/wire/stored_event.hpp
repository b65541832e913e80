// Events as the JSON text in which they are stored. Everything is named by its id, never by its
// place, so that a stored event can be read whatever the layout of a compiled script is.
// Thread: any; no state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/instant.hpp"
#include "base/result.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"

namespace curveball::wire {

// The payload: everything of `event` but its seq and times, which the store keeps in columns.
std::string encode_payload(interview::Program const& program, interview::Event const& event);

// What the store keeps beside the payload.
struct StoredPlace {
  std::uint32_t seq = 0;
  Instant at;
  Elapsed elapsed;
};

// The event again, equal to the encoded one when `program` comes from the same script.
// The error says what could not be read; it means that the database was changed or damaged.
Result<interview::Event, std::string> decode_payload(interview::Program const& program,
                                                     StoredPlace const& place,
                                                     std::string_view payload);

}  // namespace curveball::wire
