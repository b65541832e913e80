// What of a session never changes, and how its recorded events are told: all that the reader's
// thread needs of a live session.
// Shared by a live session and the reading jobs that it sends out. Thread: any; immutable.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "store/reader.hpp"

namespace curveball::app {

// Consecutive turn frames.
struct HistoryPage {
  std::vector<std::string> frames;
  std::uint32_t last_seq = 0;  // Of the last frame; where the page began when it has none.
};

class SessionHistory {
 public:
  SessionHistory(store::SessionId id, store::CandidateId candidate,
                 std::shared_ptr<interview::Program const> program);

  store::SessionId const& id() const { return id_; }
  std::string const& id_text() const { return id_text_; }
  store::CandidateId candidate() const { return candidate_; }
  interview::Program const& program() const { return *program_; }

  // The frame that tells one of the session's events.
  std::string frame_of(interview::Event const& event) const;

  // The frame that says why something did not happen; `id` names the request and may be empty.
  std::string refusal(std::string_view code, std::string_view message, std::string_view id) const;

  // The stored events from `first` to `last`; none when one of them cannot be read.
  // Throws like store::Reader.
  std::vector<interview::Event> events(store::Reader& reader, std::uint32_t first,
                                       std::uint32_t last) const;

  // The events after `after`, up to `last`, as many as an outbox takes at once: no more than
  // limits::history_page, and half of limits::outbox_bytes unless the first alone is larger.
  // Nothing when they cannot be read. Throws like store::Reader.
  std::optional<HistoryPage> page(store::Reader& reader, std::uint32_t after,
                                  std::uint32_t last) const;

 private:
  store::SessionId id_;
  std::string id_text_;
  store::CandidateId candidate_;
  std::shared_ptr<interview::Program const> program_;
};

}  // namespace curveball::app
