#include "wire/json_writer.hpp"

#include "wire/json_plain.hpp"

namespace curveball::wire {
namespace {

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
  while (true) {
    std::size_t const plain = json_plain_run(text);
    text_ += text.substr(0, plain);
    if (plain == text.size()) break;
    escape(text[plain]);
    text.remove_prefix(plain + 1);
  }
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
