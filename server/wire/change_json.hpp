// State changes as JSON arrays: the kind's name, then what it names by id, then its value.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "dialogue/outcome.hpp"
#include "dialogue/script.hpp"
#include "wire/json_writer.hpp"

namespace curveball::wire {

void write_change(JsonWriter& out, dialogue::Script const& script, dialogue::Change const& change);

// Nothing when the array is not a change of this script.
std::optional<dialogue::Change> decode_change(dialogue::Script const& script,
                                              nlohmann::json const& json);

}  // namespace curveball::wire
