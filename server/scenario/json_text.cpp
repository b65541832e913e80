#include "scenario/json_text.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/hex.hpp"
#include "base/utf8.hpp"

namespace curveball::scenario {
namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

char to_byte(std::uint32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

std::string encode(std::uint32_t code) {
  if (code < 0x80) return {to_byte(code)};
  auto const tail = [code](unsigned shift) { return to_byte(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x800) return {to_byte(0xC0U | (code >> 6)), tail(0)};
  if (code < 0x10000) return {to_byte(0xE0U | (code >> 12)), tail(6), tail(0)};
  return {to_byte(0xF0U | (code >> 18)), tail(12), tail(6), tail(0)};
}

std::optional<std::uint32_t> hex4(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  std::uint32_t value = 0;
  for (char const digit : text.substr(0, 4)) {
    int const part = hex_value(digit);
    if (part < 0) return std::nullopt;
    value = value * 16 + static_cast<std::uint32_t>(part);
  }
  return value;
}

bool is_high(std::uint32_t code) { return code >= 0xD800 && code < 0xDC00; }
bool is_low(std::uint32_t code) { return code >= 0xDC00 && code < 0xE000; }

// `text` starts with "\u".
Result<Unit, std::string_view> read_unicode_escape(std::string_view text) {
  static constexpr std::string_view lone = "\\u must be a character, or a pair for one above FFFF";
  auto const first = hex4(text.substr(2));
  if (!first) return Unexpected<std::string_view>{"\\u wants four hexadecimal digits"};
  if (is_low(*first)) return Unexpected{lone};
  if (!is_high(*first)) return Unit{.source_bytes = 6, .decoded = encode(*first)};
  auto const second = text.substr(6, 2) == "\\u" ? hex4(text.substr(8)) : std::nullopt;
  if (!second || !is_low(*second)) return Unexpected{lone};
  auto const code = 0x10000U + ((*first - 0xD800U) << 10) + (*second - 0xDC00U);
  return Unit{.source_bytes = 12, .decoded = encode(code)};
}

// Escapes with a name, and the bytes that they stand for.
constexpr std::string_view escape_names = "\"\\/bfnrt";
constexpr std::string_view escape_meanings = "\"\\/\b\f\n\r\t";

Result<Unit, std::string_view> read_escape(std::string_view text) {
  if (text.size() > 1 && text[1] == 'u') return read_unicode_escape(text);
  auto const found = text.size() > 1 ? escape_names.find(text[1]) : std::string_view::npos;
  if (found == std::string_view::npos) {
    return Unexpected<std::string_view>{"after \\ only \" \\ / b f n r t u may stand; write \\\\"};
  }
  return Unit{.source_bytes = 2, .decoded = std::string(1, escape_meanings[found])};
}

bool needs_escape(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\';
}

void append_escape(std::string& out, char byte) {
  static constexpr std::string_view digits = "0123456789abcdef";
  auto const named = escape_meanings.find(byte);
  if (named != std::string_view::npos) {
    out.append(1, '\\').append(1, escape_names[named]);
  } else {
    auto const code = static_cast<unsigned char>(byte);
    out.append("\\u00").append(1, digits[code / 16]).append(1, digits[code % 16]);
  }
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (byte_at(text, at + count) >= '0' && byte_at(text, at + count) <= '9') ++count;
  return count;
}

}  // namespace

Result<Unit, std::string_view> read_unit(std::string_view text) {
  auto const first = byte_at(text, 0);
  if (first == '\\') return read_escape(text);
  if (first < 0x20) {
    return Unexpected<std::string_view>{"a control character must be written as an escape"};
  }
  return Unit{.source_bytes = 1, .decoded = std::string(text.substr(0, 1))};
}

std::size_t number_bytes(std::string_view text) {
  std::size_t at = byte_at(text, 0) == '-' ? 1 : 0;
  auto const whole = digits_at(text, at);
  if (whole == 0 || (whole > 1 && byte_at(text, at) == '0')) return 0;
  at += whole;
  if (byte_at(text, at) == '.') {
    auto const fraction = digits_at(text, at + 1);
    if (fraction == 0) return 0;
    at += 1 + fraction;
  }
  if (byte_at(text, at) == 'e' || byte_at(text, at) == 'E') {
    std::size_t const sign = byte_at(text, at + 1) == '+' || byte_at(text, at + 1) == '-' ? 1 : 0;
    auto const exponent = digits_at(text, at + 1 + sign);
    if (exponent == 0) return 0;
    at += 1 + sign + exponent;
  }
  return at;
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  while (!text.empty()) {
    auto const end = std::find_if(text.begin(), text.end(), needs_escape);
    auto const plain = static_cast<std::size_t>(end - text.begin());
    out.append(text.substr(0, plain));
    if (plain < text.size()) append_escape(out, text[plain]);
    text.remove_prefix(std::min(plain + 1, text.size()));
  }
  out += '"';
}

std::size_t character_bytes(std::string_view text) { return decode_utf8(text, 0).bytes; }

}  // namespace curveball::scenario
