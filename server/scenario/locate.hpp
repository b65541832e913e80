// Where everything stands in a text of JSON with comments, and what is wrong with that text.
// The JSON library keeps neither positions nor duplicate keys; this scanner walks the same text
// once. Thread: any; no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace curveball::scenario {

// Both count from 1; columns are characters, not bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(Position const&, Position const&) = default;
};

// Of one value. An item of an array has no key: its `key` equals its `value`.
struct Location {
  Position key;
  Position value;
  std::size_t offset = 0;  // Of the value's first byte.
};

// By JSON pointer (RFC 6901): "" is the whole document, "/turns/0/id" the first turn's id.
using Locations = std::unordered_map<std::string, Location>;

enum class ScanFaultKind : std::uint8_t { syntax, duplicate_key, not_utf8 };

struct ScanFault {
  ScanFaultKind kind = ScanFaultKind::syntax;
  Position at;
  std::string message;
};

// Locations of everything before the first fault other than a duplicate key, and all faults.
struct Scan {
  Locations locations;
  std::vector<ScanFault> faults;
};

// Stops at the first syntax fault; goes on after a duplicate key. A text longer than
// limits::script_bytes or nested deeper than limits::json_depth is a syntax fault.
Scan scan(std::string_view text);

// Where byte `decoded` of the string at `location` stands in the source, escapes considered.
// Past its end: its closing quote. `text` must have been scanned without a fault.
Position position_in_string(std::string_view text, Location const& location, std::size_t decoded);

// `pointer` with one more step.
std::string pointer_to(std::string_view pointer, std::string_view key);
std::string pointer_to(std::string_view pointer, std::size_t index);

}  // namespace curveball::scenario
