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

std::string marked_line(std::string_view text, Position at) {
  constexpr std::size_t before = 60;
  constexpr std::size_t after = 40;
  for (std::uint32_t line = 1; line < at.line; ++line) text.remove_prefix(text.find('\n') + 1);
  text = text.substr(0, text.find('\n'));
  std::string shown;
  std::string below;
  std::size_t column = 0;
  for (char const c : text) {
    column += begins_character(c);
    bool const near = column + before >= at.column && column <= at.column + after;
    bool const indentation = shown.empty() && (c == ' ' || c == '\t');
    if (!near || indentation || c == '\r') continue;
    shown += c;
    if (column < at.column && begins_character(c)) below += ' ';
  }
  return "  " + shown + "\n  " + below + '^';
}

}  // namespace curveball::scenario
