// The schemas for editors and people say the same as the tables that the reader checks against.
#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "scenario/shape.hpp"

namespace curveball::scenario {
namespace {

using Json = nlohmann::json;

Json schema_of(std::string const& name) {
  std::ifstream file(std::string(CURVEBALL_SOURCE_DIR) + "/prompts/schemas/" + name +
                     ".schema.json");
  return Json::parse(file);
}

// Walks a schema beside a shape and counts the fields that it compared.
class Comparison {
 public:
  explicit Comparison(Json const& root) : root_(root) {}

  std::size_t fields() const { return fields_; }

  void compare(Json const& schema, Shape const& shape, std::string const& where) {
    auto const& plain = resolved(schema);
    if (!visited_.insert({&plain, &shape}).second) return;
    switch (shape.type) {
      case Type::text:
        return compare_text(plain, shape, where);
      case Type::integer:
        EXPECT_EQ(plain.value("minimum", Json()), Json(shape.least)) << where;
        EXPECT_EQ(plain.value("maximum", Json()), Json(shape.most)) << where;
        return;
      case Type::boolean:
        EXPECT_EQ(plain.value("type", ""), "boolean") << where;
        return;
      case Type::list:
        EXPECT_EQ(plain.value("minItems", 0U), shape.least_items) << where;
        EXPECT_EQ(plain.value("maxItems", 0U), shape.most_items) << where;
        return compare(plain.at("items"), *shape.item, where + "[]");
      case Type::map:
        EXPECT_EQ(plain.value("maxProperties", 0U), shape.most_items) << where;
        return compare(plain.at("additionalProperties"), *shape.item, where + "{}");
      case Type::object:
        return compare_object(plain, shape, where);
      case Type::either:
        return compare_options(plain, shape, where);
    }
  }

 private:
  Json const& resolved(Json const& schema) const {
    if (schema.contains("allOf")) return resolved(schema.at("allOf").at(0));
    if (!schema.contains("$ref")) return schema;
    auto const pointer = schema.at("$ref").get<std::string>().substr(1);
    return resolved(root_.at(Json::json_pointer(pointer)));
  }

  static void compare_text(Json const& schema, Shape const& shape, std::string const& where) {
    if (!shape.choices.empty()) {
      Json choices = Json::array();
      for (auto const choice : shape.choices) choices.push_back(choice);
      EXPECT_EQ(schema.value("enum", Json()), choices) << where;
    } else if (shape.rule == TextRule::any) {
      EXPECT_EQ(schema.value("maxLength", 0U), shape.most_bytes) << where;
    } else {
      bool const is_file = shape.rule == TextRule::file_id;
      EXPECT_EQ(schema.value("pattern", ""),
                is_file ? "^[a-z][a-z0-9_-]{0,40}$" : "^[a-z][a-z0-9_]{0,40}$")
          << where;
    }
  }

  void compare_object(Json const& schema, Shape const& shape, std::string const& where) {
    EXPECT_EQ(schema.value("additionalProperties", Json()), Json(false)) << where;
    std::set<std::string> known;
    std::set<std::string> required;
    for (auto const& field : shape.fields) {
      std::string const name(field.name);
      known.insert(name);
      if (field.required) required.insert(name);
      ASSERT_TRUE(schema.at("properties").contains(name)) << where << '.' << name;
      auto const& property = schema.at("properties").at(name);
      EXPECT_GT(property.value("description", "").size(), 4U) << where << '.' << name;
      ++fields_;
      compare(property, *field.shape, where + '.' + name);
    }
    for (auto const& [name, unused] : schema.at("properties").items()) {
      EXPECT_EQ(known.count(name), 1U) << where << '.' << name << " is not read";
    }
    EXPECT_EQ(schema.at("required").get<std::set<std::string>>(), required) << where;
  }

  // The option of the schema for one of the shape: objects by their key, others by their type.
  Json const* option_for(Json const& options, Shape const& shape) const {
    static constexpr std::string_view types[] = {"string", "integer", "boolean", "array", "object"};
    for (auto const& option : options) {
      auto const& plain = resolved(option);
      bool const fits_type =
          plain.contains("enum")
              ? !shape.choices.empty()
              : plain.value("type", "") == types[static_cast<std::size_t>(shape.type)];
      if (!fits_type) continue;
      if (shape.key.empty() || plain.at("properties").contains(std::string(shape.key))) {
        return &option;
      }
    }
    return nullptr;
  }

  void compare_options(Json const& schema, Shape const& shape, std::string const& where) {
    auto const& options = schema.at(schema.contains("anyOf") ? "anyOf" : "oneOf");
    EXPECT_EQ(options.size(), shape.options.size()) << where;
    for (auto const* option : shape.options) {
      auto const* const found = option_for(options, *option);
      ASSERT_NE(found, nullptr) << where << ' ' << option->wanted << ' ' << option->key;
      compare(*found, *option, where + '|' + std::string(option->key));
    }
  }

  Json const& root_;
  std::set<std::pair<Json const*, Shape const*>> visited_;
  std::size_t fields_ = 0;
};

std::size_t compared_fields(std::string const& name, Shape const& shape) {
  auto const schema = schema_of(name);
  Comparison comparison(schema);
  comparison.compare(schema, shape, name);
  return comparison.fields();
}

TEST(Schemas, DescribeEveryFieldOfAScenarioAndNoOther) {
  EXPECT_GT(compared_fields("scenario", scenario_shape()), 90U);
}

TEST(Schemas, DescribeEveryFieldOfTheSharedFilesAndNoOther) {
  EXPECT_EQ(compared_fields("manners", manners_shape()), 13U);
  EXPECT_GT(compared_fields("dialogues", dialogues_shape()), 50U);
  EXPECT_EQ(compared_fields("concepts", library_shape()), 9U);
  EXPECT_GT(compared_fields("profile", profile_shape()), 10U);
}

}  // namespace
}  // namespace curveball::scenario
