#include "wire/json_writer.hpp"

namespace curveball::wire {
namespace {

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// The letter behind the backslash, or 0 for a control character that has none.
char short_escape(char c) {
  switch (c) {
    case '\b':
      return 'b';
    case '\t':
      return 't';
    case '\n':
      return 'n';
    case '\f':
      return 'f';
    case '\r':
      return 'r';
    case '"':
    case '\\':
      return c;
    default:
      return 0;
  }
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  text_.push_back('"');
  text_ += name;
  text_ += "\":";
  first_ = true;
  return *this;
}

void JsonWriter::value(std::string_view text) {
  separate();
  text_.push_back('"');
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!needs_escape(text[i])) continue;
    text_ += text.substr(plain, i - plain);
    escape(text[i]);
    plain = i + 1;
  }
  text_ += text.substr(plain);
  text_.push_back('"');
}

void JsonWriter::value(std::nullptr_t) {
  separate();
  text_ += "null";
}

JsonWriter::Scope JsonWriter::open(char left, char right) {
  separate();
  text_.push_back(left);
  first_ = true;
  return {*this, right};
}

void JsonWriter::close(char bracket) {
  text_.push_back(bracket);
  first_ = false;
}

void JsonWriter::escape(char character) {
  text_.push_back('\\');
  if (char const letter = short_escape(character)) {
    text_.push_back(letter);
    return;
  }
  static constexpr char digits[] = "0123456789abcdef";
  auto const code = static_cast<unsigned char>(character);
  text_ += "u00";
  text_.push_back(digits[code >> 4U]);
  text_.push_back(digits[code & 0xfU]);
}

}  // namespace curveball::wire
