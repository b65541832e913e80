// Lines and columns of a text.
// Thread: any; no state but its own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace curveball::scenario {

// Both count from 1; columns are characters, not bytes.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  friend bool operator==(Position const&, Position const&) = default;
};

// Finds positions in one text, which must outlive it. A byte order mark takes no column.
class Positions {
 public:
  explicit Positions(std::string_view text);

  // Of byte `offset`, at most the size of the text. Takes the same short time anywhere in it.
  Position at(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<Position> marks_;  // Of every byte whose offset is a multiple of a fixed step.
};

// The line of the place without its indentation, and a caret below the place; of a long line the
// part around it. Two lines without a line end behind them.
std::string marked_line(std::string_view text, Position at);

}  // namespace curveball::scenario
