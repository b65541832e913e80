#include "store/rows.hpp"

#include <charconv>

namespace curveball::store {

std::string Cursor::text() const { return std::to_string(started_at.ms) + "." + session.text(); }

std::optional<Cursor> Cursor::parse(std::string_view text) {
  auto const dot = text.find('.');
  if (dot == std::string_view::npos) return std::nullopt;
  Cursor cursor;
  auto const [end, error] = std::from_chars(text.data(), text.data() + dot, cursor.started_at.ms);
  auto const session = SessionId::parse(text.substr(dot + 1));
  if (error != std::errc() || end != text.data() + dot || !session) return std::nullopt;
  cursor.session = *session;
  return cursor;
}

}  // namespace curveball::store
