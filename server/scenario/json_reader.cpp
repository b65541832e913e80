#include "scenario/json_reader.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

#include "base/limits.hpp"
#include "base/utf8.hpp"
#include "scenario/json_text.hpp"

namespace curveball::scenario {
namespace {

// Objects with more members have their keys looked up in a set.
constexpr std::uint32_t few_members = 24;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_blank(char byte) { return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r'; }

// Whether the byte stands for itself inside a string.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0x20; byte < table.size(); ++byte) table[byte] = true;
  table['"'] = false;
  table['\\'] = false;
  return table;
}();

// The members of one object while it is read.
struct Members {
  std::uint32_t count = 0;
  std::set<std::string_view> keys;  // Of all of them, as soon as they are many.
};

// Walks the text once; every method leaves the reader behind what it read, or returns false after
// having reported the fault that ends the walk.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  JsonText run() {
    json_.values.reserve(std::min(text_.size(), limits::script_bytes) / 16 + 1);
    add(JsonValue{});
    if (text_.size() > limits::script_bytes) {
      fail("the file is larger than " + std::to_string(limits::script_bytes) + " bytes");
    } else if (auto const bad = find_invalid_utf8(text_); bad != std::string_view::npos) {
      fault(JsonFaultKind::not_utf8, bad, "this byte is not UTF-8; save the file as UTF-8");
    } else {
      document();
    }
    return std::move(json_);
  }

 private:
  void document() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    if (!blanks() || !value(0, 0) || !blanks()) return;
    if (!at_end()) fail("there is more text after the end of the document");
  }

  bool at_end() const { return at_ >= text_.size(); }
  char peek() const { return at_end() ? '\0' : text_[at_]; }
  std::string_view rest() const { return text_.substr(at_); }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

  void fault(JsonFaultKind kind, std::size_t offset, std::string message) {
    json_.faults.push_back({.kind = kind, .offset = offset, .message = std::move(message)});
  }

  bool fail(std::string message) {
    fault(JsonFaultKind::syntax, at_, std::move(message));
    return false;
  }

  std::string found() const {
    if (at_end()) return "the end of the file";
    return '"' + std::string(rest().substr(0, character_bytes(rest()))) + '"';
  }

  std::uint32_t add(JsonValue const& value) {
    json_.values.push_back(value);
    return static_cast<std::uint32_t>(json_.values.size() - 1);
  }

  // White space and comments.
  bool blanks() {
    while (!at_end()) {
      if (is_blank(text_[at_])) {
        ++at_;
      } else if (rest().substr(0, 2) == "//") {
        at_ = std::min(text_.find('\n', at_), text_.size());
      } else if (rest().substr(0, 2) == "/*") {
        auto const end = text_.find("*/", at_ + 2);
        if (end == std::string_view::npos) return fail("this comment is not closed by */");
        at_ = end + 2;
      } else {
        break;
      }
    }
    return true;
  }

  // Reads the value that stands here into the one with that index.
  bool value(std::uint32_t index, std::size_t depth) {
    auto& read = json_.values[index];
    read.begin = here();
    if (!read.is_member) read.key_at = read.begin;
    if (!content(index, depth)) return false;
    json_.values[index].end = here();
    return true;
  }

  bool content(std::uint32_t index, std::size_t depth) {
    auto& read = json_.values[index];
    switch (peek()) {
      case '{':
        read.type = JsonType::object;
        return nested(index, depth, '}');
      case '[':
        read.type = JsonType::list;
        return nested(index, depth, ']');
      case '"':
        read.type = JsonType::text;
        return string(read.text);
      case '\'':
        return fail("texts are written in double quotes");
      default:
        return is_digit(peek()) || peek() == '-' ? number(read) : word(read);
    }
  }

  // An object or a list, from its opening to its closing bracket.
  bool nested(std::uint32_t parent, std::size_t depth, char close) {
    if (depth >= limits::json_depth) {
      return fail("more than " + std::to_string(limits::json_depth) +
                  " brackets inside each other");
    }
    ++at_;
    if (!blanks()) return false;
    Members members;
    for (std::uint32_t last = JsonValue::none; peek() != close;) {
      if (last != JsonValue::none && !comma(close)) return false;
      JsonValue child;
      if (close == '}' && !key(json_.values[parent].first, members, child)) return false;
      auto const index = add(child);
      (last == JsonValue::none ? json_.values[parent].first : json_.values[last].next) = index;
      ++json_.values[parent].children;
      last = index;
      if (!value(index, depth + 1) || !blanks()) return false;
    }
    ++at_;
    return true;
  }

  bool comma(char close) {
    if (peek() != ',') {
      return fail("a comma or \"" + std::string(1, close) + "\" is missing before " + found());
    }
    ++at_;
    if (!blanks()) return false;
    if (peek() == close) return fail("there is a comma too much before " + found());
    return true;
  }

  // A key with its colon, of the object whose first member is `first`.
  bool key(std::uint32_t first, Members& members, JsonValue& member) {
    member.is_member = true;
    member.key_at = here();
    if (peek() != '"') return fail("a key in double quotes is missing before " + found());
    if (!string(member.key) || !blanks()) return false;
    if (!is_new(first, members, member.key)) {
      fault(JsonFaultKind::duplicate_key, member.key_at,
            '"' + std::string(member.key) + "\" stands twice in the same object");
    }
    if (peek() != ':') return fail("a colon is missing after \"" + std::string(member.key) + '"');
    ++at_;
    return blanks();
  }

  bool is_new(std::uint32_t first, Members& members, std::string_view key) {
    bool const few = ++members.count <= few_members;
    bool found = false;
    if (few || members.keys.empty()) {
      for (auto each = first; each != JsonValue::none; each = json_.values[each].next) {
        found = found || json_.values[each].key == key;
        if (!few) members.keys.insert(json_.values[each].key);
      }
    }
    return few ? !found : members.keys.insert(key).second;
  }

  // Leaves in `decoded` what the string stands for.
  bool string(std::string_view& decoded) {
    auto const begin = ++at_;
    while (at_ < text_.size() && plain[static_cast<unsigned char>(text_[at_])]) ++at_;
    decoded = text_.substr(begin, at_ - begin);
    if (peek() != '"' && !escaped(begin, decoded)) return false;
    ++at_;
    return true;
  }

  // The rest of a string that begins with `decoded` and has more than plain characters.
  bool escaped(std::size_t begin, std::string_view& decoded) {
    std::string text(decoded);
    while (peek() != '"') {
      if (at_end() || peek() == '\n') {
        fault(JsonFaultKind::syntax, begin - 1, "this text is not closed by \" on its line");
        return false;
      }
      auto const unit = read_unit(rest());
      if (!unit) return fail(std::string(unit.error()));
      text += unit->decoded;
      at_ += unit->source_bytes;
    }
    decoded = json_.unescaped.emplace_back(std::move(text));
    return true;
  }

  bool number(JsonValue& out) {
    auto const bytes = number_bytes(rest());
    if (bytes == 0) return fail("this is not a number");
    auto const* const end = text_.data() + at_ + bytes;
    auto const read = std::from_chars(text_.data() + at_, end, out.number);
    bool const whole = read.ec == std::errc{} && read.ptr == end;
    out.type = whole ? JsonType::integer : JsonType::real;
    at_ += bytes;
    return true;
  }

  bool word(JsonValue& out) {
    for (std::string_view const word : {"true", "false", "null"}) {
      if (rest().substr(0, word.size()) != word) continue;
      out.type = word == "null" ? JsonType::null : JsonType::boolean;
      out.number = word == "true" ? 1 : 0;
      at_ += word.size();
      return true;
    }
    return fail("a value is missing before " + found());
  }

  std::string_view text_;
  std::size_t at_ = 0;
  JsonText json_;
};

}  // namespace

JsonText read_json(std::string_view text) { return Reader(text).run(); }

std::size_t offset_in_string(std::string_view text, JsonValue const& value, std::size_t decoded) {
  std::size_t at = value.begin + 1;
  for (std::size_t seen = 0; seen < decoded && at < text.size() && text[at] != '"';) {
    auto const unit = read_unit(text.substr(at));
    if (!unit) break;
    seen += unit->decoded.size();
    at += unit->source_bytes;
  }
  return at;
}

}  // namespace curveball::scenario
