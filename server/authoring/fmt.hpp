// The one layout of scenario files, so that an edit changes the lines that it is about.
// Thread: any; no state.
#pragma once

#include <string>
#include <string_view>

#include "scenario/json_reader.hpp"

namespace curveball::authoring {

// `text` laid out anew. Keys, strings, numbers and comments keep their bytes; so does one blank
// line between two members. Objects and lists of plain values stand on one line when they fit into
// 100 columns, everything else on a line of its own, two spaces deeper than what it stands in. A
// comment between a key and its value moves before the key. Formatting twice changes nothing more.
// `json` is read_json(text) and has no syntax fault.
std::string formatted(std::string_view text, scenario::JsonText const& json);

}  // namespace curveball::authoring
