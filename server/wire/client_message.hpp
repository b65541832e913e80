// What a client may send over the WebSocket (docs/PROTOCOL.md 2.2), as values.
// Thread: any; no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "dialogue/step.hpp"

namespace curveball::wire {

struct ClientStart {
  std::string id;
  std::string scenario;
  std::optional<std::uint64_t> seed;
  std::uint16_t time_scale_pm = 1000;
};

struct ClientResume {
  std::string session;
  std::uint32_t after = 0;  // The last event the client has.
};

struct ClientAnswer {
  std::string session;
  std::string id;
  std::string text;
};

struct ClientCommand {
  std::string session;
  std::string id;
  dialogue::Command name = dialogue::Command::repeat;
};

// Of a session's id as text.
inline constexpr std::size_t session_id_bytes = 36;

using ClientMessage = std::variant<ClientStart, ClientResume, ClientAnswer, ClientCommand>;

// Why a frame was not understood; goes back as `refused`.
struct WireFault {
  std::string code;  // bad_message, unsupported_version or unknown_type.
  std::string message;
  std::string id;  // Of the request, when it could be read.
};

// Reads one frame. Strict: wrong types, missing and unknown fields are faults.
Result<ClientMessage, WireFault> decode_client_message(std::string_view frame);

// The client's name for the request; empty for `resume`, which has none.
std::string_view id_of(ClientMessage const& message);

// Whether `id` may name an answer: 1 to limits::answer_id_bytes of A-Z a-z 0-9 - _.
bool is_answer_id(std::string_view id);

}  // namespace curveball::wire
