#include "net/target.hpp"

#include <cstddef>

#include "base/hex.hpp"
#include "base/utf8.hpp"

namespace curveball::net {
namespace {

// The byte that "%xx" at `at` stands for; nothing when it is no such escape.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 >= text.size()) return std::nullopt;
  int const high = hex_value(text[at + 1]);
  int const low = hex_value(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

enum class Plus { is_plus, is_space };

std::optional<std::string> decode(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    char c = text[at];
    if (c == '%') {
      auto const byte = escaped_byte(text, at);
      if (!byte) return std::nullopt;
      c = *byte;
      at += 2;
    } else if (c == '+' && plus == Plus::is_space) {
      c = ' ';
    }
    if (is_control(c)) return std::nullopt;
    out.push_back(c);
  }
  if (!is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::optional<QueryItem> parse_item(std::string_view item) {
  std::size_t const equals = item.find('=');
  auto name = decode(item.substr(0, equals), Plus::is_space);
  auto value = decode(equals == item.npos ? "" : item.substr(equals + 1), Plus::is_space);
  if (!name || !value) return std::nullopt;
  return QueryItem{std::move(*name), std::move(*value)};
}

std::optional<std::vector<QueryItem>> parse_query(std::string_view text) {
  std::vector<QueryItem> items;
  while (!text.empty()) {
    std::size_t const end = text.find('&');
    if (end != 0) {
      auto item = parse_item(text.substr(0, end));
      if (!item) return std::nullopt;
      items.push_back(std::move(*item));
    }
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
  }
  return items;
}

}  // namespace

std::optional<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/') || target.find('#') != target.npos) return std::nullopt;
  std::size_t const mark = target.find('?');
  auto path = decode(target.substr(0, mark), Plus::is_plus);
  auto query = parse_query(mark == target.npos ? "" : target.substr(mark + 1));
  if (!path || !query) return std::nullopt;
  return Target{std::move(*path), std::move(*query)};
}

}  // namespace curveball::net
