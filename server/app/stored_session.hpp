// A session read back from the store: its row, its program and its events as values.
// Thread: reader, or main for the commands.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/programs.hpp"
#include "base/result.hpp"
#include "interview/event.hpp"
#include "interview/program.hpp"
#include "store/reader.hpp"
#include "wire/export.hpp"
#include "wire/rest.hpp"

namespace curveball::app {

struct StoredSession {
  store::SessionRow row;
  std::shared_ptr<interview::Program const> program;
  std::vector<store::StoredEvent> stored;
  std::vector<interview::Event> events;  // The same, decoded.
};

enum class LoadFault : std::uint8_t {
  unknown,  // There is no such session for this viewer.
  damaged,  // Its script or an event cannot be read.
};

struct LoadError {
  LoadFault fault = LoadFault::unknown;
  std::string message;
};

// The session as of one moment, also while it is being played.
Result<StoredSession, LoadError> load_session(store::Reader& reader, Programs& programs,
                                              store::Viewer viewer, store::SessionId const& id);

// Only the row, for lists. `engine` fields that the row does not hold stay empty.
wire::SessionRow row_for_wire(store::SessionRow const& row);

// What a report says of the session beside the report itself; `row` must outlive it.
wire::ReportFrame report_frame(StoredSession const& session, wire::SessionRow const& row);

// The session as the lossless export, with its canonical script when that is given: only the owner
// of the data gets it, as it holds the samples of asks that the candidate may not have attempted.
std::string json_lines_of(StoredSession const& session, std::optional<std::string_view> script);

// The session as Markdown, for people.
std::string markdown_of(StoredSession const& session);

}  // namespace curveball::app
