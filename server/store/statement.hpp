// Small help around a prepared statement that is used many times. For the files of store only.
#pragma once

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>

namespace curveball::store {

// One use of a prepared statement. Binds without copying, so what is bound must outlive it; resets
// the statement at its end, so that no lock and no pointer stays behind.
class Use {
 public:
  explicit Use(SQLite::Statement& statement) : statement_(statement) {}
  Use(Use const&) = delete;
  Use& operator=(Use const&) = delete;
  ~Use() { statement_.tryReset(); }

  // Binds the next parameter, from the first.
  Use& bind(std::int64_t number) {
    statement_.bind(++bound_, number);
    return *this;
  }
  Use& bind(std::string const& text) {
    statement_.bindNoCopy(++bound_, text);
    return *this;
  }
  template <std::size_t Size>
  Use& bind(std::array<unsigned char, Size> const& bytes) {
    statement_.bindNoCopy(++bound_, bytes.data(), static_cast<int>(Size));
    return *this;
  }
  template <class Value>
  Use& bind(std::optional<Value> const& value) {
    if (value) return bind(*value);
    statement_.bind(++bound_);
    return *this;
  }

  // True when there is a next row. Throws SQLite::Exception when it cannot be had.
  bool step() { return statement_.executeStep(); }

  // Runs a statement without rows; false when a constraint refused it. Throws on any other error.
  bool run();

  std::int64_t number(int column) const { return statement_.getColumn(column).getInt64(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  bool is_null(int column) const { return statement_.isColumnNull(column); }
  template <std::size_t Size>
  std::array<unsigned char, Size> bytes(int column) const {
    std::array<unsigned char, Size> copy{};
    SQLite::Column const value = statement_.getColumn(column);
    auto const* const from = static_cast<unsigned char const*>(value.getBlob());
    std::copy_n(from, std::min(Size, static_cast<std::size_t>(value.getBytes())), copy.begin());
    return copy;
  }

 private:
  SQLite::Statement& statement_;
  int bound_ = 0;
};

}  // namespace curveball::store
