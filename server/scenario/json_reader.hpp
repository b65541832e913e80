// Reads a text of JSON with comments in one walk: its values, where each stands, and what is wrong
// with the text. JSON libraries keep neither places nor duplicate keys.
// Thread: any; no state.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/position.hpp"

namespace curveball::scenario {

enum class JsonType : std::uint8_t {
  null,
  boolean,
  integer,  // A whole number of 64 bits with sign.
  real,     // Any other number; its value is not kept.
  text,
  list,
  object
};

// One value. Children stand in the order of the text, each naming the next one.
struct JsonValue {
  static constexpr std::uint32_t none = 0;  // The first of all values is nobody's child.

  JsonType type = JsonType::null;
  bool is_member = false;      // Has a key.
  std::uint32_t key_at = 0;    // Byte at which the key stands; without one that of the value.
  std::uint32_t begin = 0;     // Bytes of the value, from its first
  std::uint32_t end = 0;       // to behind its last one.
  std::uint32_t children = 0;  // How many.
  std::uint32_t first = none;  // Child, as an index into JsonText::values.
  std::uint32_t next = none;   // Child of the same parent.
  std::int64_t number = 0;     // Of an integer; 1 or 0 of a boolean.
  std::string_view key;        // Without its escapes; so is the text.
  std::string_view text;
};

enum class JsonFaultKind : std::uint8_t { syntax, duplicate_key, not_utf8 };

struct JsonFault {
  JsonFaultKind kind = JsonFaultKind::syntax;
  std::size_t offset = 0;
  std::string message;
};

struct JsonText {
  std::vector<JsonValue> values;      // The whole document first; complete without a syntax fault.
  std::deque<std::string> unescaped;  // What keys and texts with escapes stand for.
  std::vector<JsonFault> faults;
};

// Reads `text`, which must outlive the result. Stops at the first syntax fault; goes on after a
// duplicate key. A text longer than limits::script_bytes or nested deeper than limits::json_depth
// is a syntax fault.
JsonText read_json(std::string_view text);

// The byte of `text` at which byte `decoded` of the string `value` stands, escapes considered.
// Past its end: its closing quote. `text` must have been read without a fault.
std::size_t offset_in_string(std::string_view text, JsonValue const& value, std::size_t decoded);

}  // namespace curveball::scenario
