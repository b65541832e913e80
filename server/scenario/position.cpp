#include "scenario/position.hpp"

#include <algorithm>

namespace curveball::scenario {
namespace {

constexpr std::size_t step = 512;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

Position advance(Position at, std::string_view text) {
  for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
    at = {.line = at.line + 1, .column = 1};
    text.remove_prefix(end + 1);
  }
  auto const characters = std::count_if(text.begin(), text.end(), begins_character);
  return {.line = at.line, .column = at.column + static_cast<std::uint32_t>(characters)};
}

}  // namespace

Positions::Positions(std::string_view text) : text_(text) {
  Position here{.line = 1, .column = text.substr(0, 3) == "\xEF\xBB\xBF" ? 0U : 1U};
  for (std::size_t at = 0; at <= text.size(); at += step) {
    marks_.push_back(here);
    here = advance(here, text.substr(at, step));
  }
}

Position Positions::at(std::size_t offset) const {
  auto const begin = offset / step * step;
  auto position = advance(marks_[offset / step], text_.substr(begin, offset - begin));
  position.column = std::max(position.column, 1U);  // Of the byte order mark itself.
  return position;
}

}  // namespace curveball::scenario
