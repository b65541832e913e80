// The smallest pieces of JSON text: characters, escapes, numbers. Grammar: RFC 8259.
// Thread: any; no state.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace curveball::scenario {

// One character or escape inside a string.
struct Unit {
  std::size_t source_bytes = 0;
  std::string decoded;  // UTF-8.
};

// The unit at the start of `text`, which is not empty and valid UTF-8; or what is wrong with it.
Result<Unit, std::string_view> read_unit(std::string_view text);

// Length of the number at the start of `text`; 0 when there is none or it is malformed.
std::size_t number_bytes(std::string_view text);

// Length of the first character of a valid, non-empty UTF-8 text.
std::size_t character_bytes(std::string_view text);

// Appends `text` as a JSON string, with no more escapes than there must be.
void append_quoted(std::string& out, std::string_view text);

}  // namespace curveball::scenario
