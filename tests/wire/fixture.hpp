// The example frames of docs/PROTOCOL.md, which the web client's tests read too, and a way to
// compare what the server writes with them: the same fields with the same types.
#pragma once

#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace curveball::wire::testing {

inline std::string fixture_text(std::string const& name) {
  std::ifstream in(std::string(CURVEBALL_SOURCE_DIR) + "/tests/wire/" + name + ".json");
  EXPECT_TRUE(in) << name;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline nlohmann::json fixture(std::string const& name) {
  return nlohmann::json::parse(fixture_text(name));
}

// What differs in shape between `made` and `example`, or nothing. null stands for any type; of
// lists the first items are compared.
inline std::string shape_difference(nlohmann::json const& made, nlohmann::json const& example,
                                    std::string const& where = "") {
  if (made.is_null() || example.is_null()) return "";
  bool const both_numbers = made.is_number() && example.is_number();
  if (!both_numbers && made.type() != example.type()) return where + ": another type";
  if (made.is_object()) {
    for (auto const& [key, value] : made.items()) {
      if (!example.contains(key)) return where + "/" + key + " is not in the example";
    }
    for (auto const& [key, value] : example.items()) {
      if (!made.contains(key)) return where + "/" + key + " is missing";
      auto const inner = shape_difference(made[key], value, where + "/" + key);
      if (!inner.empty()) return inner;
    }
  }
  if (made.is_array() && !made.empty() && !example.empty()) {
    return shape_difference(made[0], example[0], where + "/0");
  }
  return "";
}

}  // namespace curveball::wire::testing
