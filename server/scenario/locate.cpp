#include "scenario/locate.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "scenario/json_text.hpp"

namespace curveball::scenario {
namespace {

Position after(Position at, char byte) {
  if (byte == '\n') return {.line = at.line + 1, .column = 1};
  bool const continues = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
  return {.line = at.line, .column = at.column + (continues ? 0 : 1)};
}

Position advance(Position at, std::string_view text) {
  for (char const byte : text) at = after(at, byte);
  return at;
}

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// Walks the text once; every method leaves the reader behind what it read, or returns false after
// having reported the fault that ends the scan.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  Scan run() {
    if (text_.size() > limits::script_bytes) {
      fail("the file is larger than " + std::to_string(limits::script_bytes) + " bytes");
    } else if (auto const bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
      skip(bad);
      fault(ScanFaultKind::not_utf8, here_, "this byte is not UTF-8; save the file as UTF-8");
    } else {
      document();
    }
    return std::move(scan_);
  }

 private:
  void document() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") offset_ = 3;
    if (!blanks() || !value("", here_, 0) || !blanks()) return;
    if (!at_end()) fail("there is more text after the end of the document");
  }

  bool at_end() const { return offset_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[offset_]; }
  std::string_view rest() const { return text_.substr(offset_); }

  void skip(std::size_t bytes) {
    here_ = advance(here_, text_.substr(offset_, bytes));
    offset_ += bytes;
  }

  void fault(ScanFaultKind kind, Position at, std::string message) {
    scan_.faults.push_back({.kind = kind, .at = at, .message = std::move(message)});
  }

  bool fail(std::string message) {
    fault(ScanFaultKind::syntax, here_, std::move(message));
    return false;
  }

  std::string found() const {
    if (at_end()) return "the end of the file";
    return '"' + std::string(rest().substr(0, character_bytes(rest()))) + '"';
  }

  // White space and comments.
  bool blanks() {
    while (!at_end()) {
      if (is_blank(peek())) {
        skip(1);
      } else if (rest().substr(0, 2) == "//") {
        skip(std::min(rest().find('\n'), rest().size()));
      } else if (rest().substr(0, 2) == "/*") {
        auto const end = rest().find("*/", 2);
        if (end == std::string_view::npos) return fail("this comment is not closed by */");
        skip(end + 2);
      } else {
        break;
      }
    }
    return true;
  }

  bool value(std::string const& pointer, Position key, std::size_t depth) {
    scan_.locations.emplace(pointer, Location{.key = key, .value = here_, .offset = offset_});
    switch (peek()) {
      case '{':
        return nested(pointer, depth, '}');
      case '[':
        return nested(pointer, depth, ']');
      case '"':
        return string(nullptr);
      case '\'':
        return fail("texts are written in double quotes");
      default:
        return is_digit(peek()) || peek() == '-' ? number() : word();
    }
  }

  // An object or an array, from its opening to its closing bracket.
  bool nested(std::string const& pointer, std::size_t depth, char close) {
    if (depth >= limits::json_depth) {
      return fail("more than " + std::to_string(limits::json_depth) +
                  " brackets inside each other");
    }
    skip(1);
    if (!blanks()) return false;
    std::set<std::string> keys;
    for (std::size_t index = 0; peek() != close; ++index) {
      if (index > 0 && !comma(close)) return false;
      bool const read =
          close == '}' ? member(pointer, depth, keys) : item(pointer_to(pointer, index), depth);
      if (!read || !blanks()) return false;
    }
    skip(1);
    return true;
  }

  bool comma(char close) {
    if (peek() != ',') {
      return fail("a comma or \"" + std::string(1, close) + "\" is missing before " + found());
    }
    skip(1);
    if (!blanks()) return false;
    if (peek() == close) return fail("there is a comma too much before " + found());
    return true;
  }

  bool item(std::string const& pointer, std::size_t depth) {
    return value(pointer, here_, depth + 1);
  }

  bool member(std::string const& pointer, std::size_t depth, std::set<std::string>& keys) {
    auto const at = here_;
    std::string key;
    if (peek() != '"') return fail("a key in double quotes is missing before " + found());
    if (!string(&key) || !blanks()) return false;
    if (!keys.insert(key).second) {
      fault(ScanFaultKind::duplicate_key, at, "\"" + key + "\" stands twice in the same object");
    }
    if (peek() != ':') return fail("a colon is missing after \"" + key + "\"");
    skip(1);
    return blanks() && value(pointer_to(pointer, key), at, depth + 1);
  }

  bool string(std::string* decoded) {
    auto const opening = here_;
    skip(1);
    while (peek() != '"') {
      if (at_end() || peek() == '\n') {
        fault(ScanFaultKind::syntax, opening, "this text is not closed by \" on its line");
        return false;
      }
      auto const unit = read_unit(rest());
      if (!unit) return fail(std::string(unit.error()));
      if (decoded != nullptr) decoded->append(unit->decoded);
      skip(unit->source_bytes);
    }
    skip(1);
    return true;
  }

  bool number() {
    auto const bytes = number_bytes(rest());
    if (bytes == 0) return fail("this is not a number");
    skip(bytes);
    return true;
  }

  bool word() {
    for (std::string_view const word : {"true", "false", "null"}) {
      if (rest().substr(0, word.size()) == word) return skip(word.size()), true;
    }
    return fail("a value is missing before " + found());
  }

  std::string_view text_;
  std::size_t offset_ = 0;
  Position here_;
  Scan scan_;
};

}  // namespace

Scan scan(std::string_view text) { return Scanner(text).run(); }

Position position_in_string(std::string_view text, Location const& location, std::size_t decoded) {
  std::size_t at = location.offset + 1;
  for (std::size_t seen = 0; seen < decoded && at < text.size() && text[at] != '"';) {
    auto const unit = read_unit(text.substr(at));
    if (!unit) break;
    seen += unit->decoded.size();
    at += unit->source_bytes;
  }
  return advance(location.value, text.substr(location.offset, at - location.offset));
}

std::string pointer_to(std::string_view pointer, std::string_view key) {
  std::string result(pointer);
  result += '/';
  for (char const byte : key) {
    if (byte == '~') {
      result += "~0";
    } else if (byte == '/') {
      result += "~1";
    } else {
      result += byte;
    }
  }
  return result;
}

std::string pointer_to(std::string_view pointer, std::size_t index) {
  return std::string(pointer) + '/' + std::to_string(index);
}

}  // namespace curveball::scenario
