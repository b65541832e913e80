// Writes compact JSON text without building a tree first: what is stored and sent for every answer.
// Thread: any; one writer belongs to one thread.
#pragma once

#include <charconv>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace curveball::wire {

// Commas come by themselves. Stored events and frames keep the keys of an object in alphabetical
// order, so that equal values give equal bytes; that order is the caller's.
class JsonWriter {
 public:
  // Closes its object or array at its end.
  class [[nodiscard]] Scope {
   public:
    Scope(Scope const&) = delete;
    Scope& operator=(Scope const&) = delete;
    ~Scope() { writer_.close(bracket_); }

   private:
    friend class JsonWriter;
    Scope(JsonWriter& writer, char bracket) : writer_(writer), bracket_(bracket) {}
    JsonWriter& writer_;
    char bracket_;
  };

  JsonWriter() { text_.reserve(usual_bytes); }

  Scope object() { return open('{', '}'); }
  Scope array() { return open('[', ']'); }

  // The key of the next value; it must need no escaping.
  JsonWriter& key(std::string_view name);

  // A string; `text` must be valid UTF-8.
  void value(std::string_view text);
  void value(std::nullptr_t);
  template <std::integral Number>
  void value(Number number) {
    separate();
    if constexpr (std::is_same_v<Number, bool>) {
      text_ += number ? "true" : "false";
    } else {
      char digits[24];
      auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
      text_.append(digits, end);
    }
  }

  template <class Value>
  void field(std::string_view name, Value const& held) {
    key(name).value(held);
  }

  // All that was written; every scope must be closed.
  std::string take() && { return std::move(text_); }

 private:
  static constexpr std::size_t usual_bytes = 2'048;  // Most events fit.

  Scope open(char left, char right);
  void close(char bracket);
  void separate() {
    if (!first_) text_.push_back(',');
    first_ = false;
  }
  void escape(char character);

  std::string text_;
  bool first_ = true;  // The next value or key needs no comma before it.
};

}  // namespace curveball::wire
