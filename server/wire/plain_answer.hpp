// The one message that comes all the time, read without building a tree.
// Thread: any; no state.
#pragma once

#include <optional>
#include <string_view>

#include "wire/client_message.hpp"

namespace curveball::wire {

// The answer in `frame` when it is valid and written as JSON.stringify and most libraries write it:
// no space between tokens, no \u escape, no field twice. Nothing for every other frame, whether it
// is an answer or not: decode_client_message reads those, and what it says is what counts.
std::optional<ClientAnswer> plain_answer(std::string_view frame);

}  // namespace curveball::wire
