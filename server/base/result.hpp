// A value or an error: the answer of every operation that the world may refuse.
// The names are a subset of std::expected (C++23), so that it can take over one day.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace curveball {

// Wraps an error so that it cannot be taken for a value: `return Unexpected{Refusal::too_long};`
template <class E>
struct Unexpected {
  E error;
};

template <class E>
Unexpected(E) -> Unexpected<E>;

// Holds either a T (has_value()) or an E. Reading the side that is not held is a programming error.
template <class T, class E>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected<E> failure) : state_(std::in_place_index<1>, std::move(failure.error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T const& operator*() const& { return value(); }
  T& operator*() & { return value(); }
  T&& operator*() && { return std::move(value()); }
  T const* operator->() const { return &value(); }
  T* operator->() { return &value(); }

  T const& value() const {
    assert(has_value() && "Result holds an error");
    return *std::get_if<0>(&state_);
  }
  T& value() {
    assert(has_value() && "Result holds an error");
    return *std::get_if<0>(&state_);
  }
  E const& error() const {
    assert(!has_value() && "Result holds a value");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, E> state_;
};

}  // namespace curveball
