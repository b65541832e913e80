#include "app/session_history.hpp"

#include <algorithm>
#include <utility>

#include "app/event_row.hpp"
#include "base/limits.hpp"
#include "wire/server_message.hpp"

namespace curveball::app {

using interview::Event;

SessionHistory::SessionHistory(store::SessionId id, store::CandidateId candidate,
                               std::shared_ptr<interview::Program const> program)
    : id_(id), id_text_(id.text()), candidate_(candidate), program_(std::move(program)) {}

std::string SessionHistory::frame_of(Event const& event) const {
  return wire::encode_turn(*program_, id_text_, event);
}

std::string SessionHistory::refusal(std::string_view code, std::string_view message,
                                    std::string_view id) const {
  return wire::encode_refused({.session = id_text_, .code = code, .message = message, .id = id});
}

std::vector<Event> SessionHistory::events(store::Reader& reader, std::uint32_t first,
                                          std::uint32_t last) const {
  std::vector<Event> events;
  auto const viewer = store::Viewer::candidate(candidate_);
  for (auto const& stored : reader.events(viewer, id_, first, last)) {
    auto event = event_of(*program_, stored);
    if (!event) return {};
    events.push_back(*std::move(event));
  }
  return events;
}

std::optional<HistoryPage> SessionHistory::page(store::Reader& reader, std::uint32_t after,
                                                std::uint32_t last) const {
  HistoryPage page{{}, after};
  if (after >= last) return page;
  auto const wanted = events(reader, after + 1, std::min(last, after + limits::history_page));
  if (wanted.empty()) return std::nullopt;
  std::size_t bytes = 0;
  for (auto const& event : wanted) {
    auto frame = frame_of(event);
    bytes += frame.size();
    if (!page.frames.empty() && bytes > limits::outbox_bytes / 2) break;
    page.frames.push_back(std::move(frame));
    page.last_seq = event.seq;
  }
  return page;
}

}  // namespace curveball::app
