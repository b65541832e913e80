// What values of a file must look like, as a table, and the check against it.
// The tables stand in format.cpp; prompts/schemas/ says the same for editors and people.
// Thread: any; the tables are constant.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

#include "scenario/document.hpp"

namespace curveball::scenario {

enum class Type : std::uint8_t {
  text,
  integer,
  boolean,
  list,    // Of `item`.
  object,  // With `fields`.
  map,     // From ids to `item`.
  either,  // One of `options`.
};

// Beyond being a text within its length.
enum class TextRule : std::uint8_t { any, id, file_id };

struct Shape;

struct Field {
  std::string_view name;
  Shape const* shape = nullptr;
  bool required = false;
};

struct Shape {
  Type type = Type::text;
  std::string_view wanted;  // Completes "must be ...", e.g. "a text".
  TextRule rule = TextRule::any;
  std::size_t most_bytes = 4'000;             // Of text; it has at least one.
  std::span<std::string_view const> choices;  // Of text; empty: any.
  std::int64_t least = 0;                     // Of integer.
  std::int64_t most = 0;                      //
  std::size_t least_items = 0;                // Of list.
  std::size_t most_items = 500;               // Of list and map.
  Shape const* item = nullptr;                // Of list and map.
  std::span<Field const> fields;              // Of object.
  std::string_view key;                       // Of object in `options`: chosen when it has this.
  std::span<Shape const* const> options;      // Of either.
};

// Whether `text` matches the rule: id `^[a-z][a-z0-9_]{0,40}$`, file_id the same with '-'.
bool follows(TextRule rule, std::string_view text);

// Reports schema_violation and unknown_field, one for each cause. True when all that the shape
// requires is there and as it must be; an unknown field does not count against it.
bool check(Node const& node, Shape const& shape, Findings& findings);

// The shape of each kind of file.
Shape const& scenario_shape();
Shape const& manners_shape();
Shape const& dialogues_shape();
Shape const& library_shape();
Shape const& profile_shape();

}  // namespace curveball::scenario
