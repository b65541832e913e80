#include "authoring/comments.hpp"

#include <algorithm>

namespace curveball::authoring {
namespace {

// Behind the string that begins at `at`.
std::size_t behind_string(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\') ++at;
  }
  return at + 1;
}

Comment comment_at(std::string_view text, std::size_t at) {
  bool const to_line_end = text[at + 1] == '/';
  auto const closed = to_line_end ? text.find('\n', at) : text.find("*/", at + 2) + 2;
  auto end = std::min(closed, text.size());
  while (to_line_end && (text[end - 1] == '\r' || text[end - 1] == ' ')) --end;
  return {.begin = at, .end = end, .to_line_end = to_line_end};
}

}  // namespace

Comments::Comments(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      at = behind_string(text, at);
    } else if (text[at] == '/') {
      comments_.push_back(comment_at(text, at));
      at = comments_.back().end;
    } else {
      ++at;
    }
  }
}

std::span<Comment const> Comments::between(std::size_t begin, std::size_t end) const {
  auto const starts_before = [](Comment const& comment, std::size_t at) {
    return comment.begin < at;
  };
  auto const first = std::lower_bound(comments_.begin(), comments_.end(), begin, starts_before);
  auto const last = std::lower_bound(first, comments_.end(), end, starts_before);
  return {first, last};
}

}  // namespace curveball::authoring
