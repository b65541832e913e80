#include "scenario/shape.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace curveball::scenario {
namespace {

bool is_small_letter(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string subject(Node const& node) {
  if (node.is_root()) return "the file";
  return node.value().is_member ? in_quotes(node.value().key) : "this item";
}

// Completes "must be ...".
std::string wanted_by(Shape const& shape) {
  if (shape.type != Type::integer) return std::string(shape.wanted);
  return "a whole number from " + std::to_string(shape.least) + " to " + std::to_string(shape.most);
}

bool has_type(Node const& node, Shape const& shape) {
  switch (shape.type) {
    case Type::text:
      return node.is(JsonType::text);
    case Type::integer:
      return node.is(JsonType::integer);
    case Type::boolean:
      return node.is(JsonType::boolean);
    case Type::list:
      return node.is(JsonType::list);
    case Type::object:
      return node.is(JsonType::object) && (shape.key.empty() || node.find(shape.key));
    case Type::map:
      return node.is(JsonType::object);
    case Type::either:
      break;
  }
  return false;
}

std::string choices_of(Shape const& shape) {
  std::string text = "one of";
  for (auto const choice : shape.choices)
    text += (text == "one of" ? " " : ", ") + in_quotes(choice);
  return text;
}

Field const* field_of(Shape const& shape, std::string_view name) {
  auto const found = std::find_if(shape.fields.begin(), shape.fields.end(),
                                  [&](Field const& field) { return field.name == name; });
  return found == shape.fields.end() ? nullptr : &*found;
}

std::vector<std::string> field_names(Shape const& shape) {
  std::vector<std::string> names;
  for (auto const& field : shape.fields) names.emplace_back(field.name);
  return names;
}

// Walks a value beside its shape.
class Checker {
 public:
  explicit Checker(Findings& findings) : findings_(findings) {}

  // Whether everything required is there and of its shape; what is too much does not count.
  bool fits() const { return fits_; }

  void check(Node const& node, Shape const& shape) {
    if (shape.type == Type::either) return check_either(node, shape);
    if (!has_type(node, shape)) return refuse(node, wanted_by(shape));
    switch (shape.type) {
      case Type::text:
        return check_text(node, shape);
      case Type::integer:
        return check_integer(node, shape);
      case Type::list:
        return check_list(node, shape);
      case Type::object:
        return check_object(node, shape);
      case Type::map:
        return check_map(node, shape);
      case Type::boolean:
      case Type::either:
        break;
    }
  }

 private:
  void violation(Node const& node, std::string message, std::string suggestion = {}) {
    fits_ = false;
    findings_.add(Code::schema_violation, node, std::move(message), std::move(suggestion));
  }

  void bad_key(Node const& node, std::string message) {
    fits_ = false;
    findings_.add_at_key(Code::schema_violation, node, std::move(message));
  }

  void refuse(Node const& node, std::string const& wanted) {
    violation(node, subject(node) + " must be " + wanted);
  }

  void check_text(Node const& node, Shape const& shape) {
    auto const text = node.view();
    if (!shape.choices.empty()) {
      auto const& choices = shape.choices;
      if (std::find(choices.begin(), choices.end(), text) != choices.end()) return;
      std::vector<std::string> const names(choices.begin(), choices.end());
      violation(node, subject(node) + " must be " + choices_of(shape), nearest(text, names));
    } else if (!follows(shape.rule, text)) {
      refuse(node, wanted_by(shape));
    } else if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
      refuse(node, std::string(shape.wanted) + ", not an empty one");
    } else if (text.size() > shape.most_bytes) {
      refuse(node, "at most " + std::to_string(shape.most_bytes) + " bytes long");
    }
  }

  void check_integer(Node const& node, Shape const& shape) {
    if (node.integer() < shape.least || node.integer() > shape.most) {
      refuse(node, wanted_by(shape));
    }
  }

  void check_count(Node const& node, Shape const& shape) {
    auto const count = node.size();
    if (count < shape.least_items) {
      violation(node, subject(node) + " must have at least " + std::to_string(shape.least_items) +
                          (shape.least_items == 1 ? " item" : " items"));
    } else if (count > shape.most_items) {
      violation(node, subject(node) + " must have at most " + std::to_string(shape.most_items) +
                          (shape.most_items == 1 ? " item" : " items"));
    }
  }

  void check_list(Node const& node, Shape const& shape) {
    check_count(node, shape);
    node.for_each([&](Node const& item) { check(item, *shape.item); });
  }

  void check_map(Node const& node, Shape const& shape) {
    check_count(node, shape);
    node.for_each([&](Node const& member) {
      auto const name = member.value().key;
      if (!follows(TextRule::id, name)) {
        bad_key(member, in_quotes(name) +
                            " is not an id: a small letter, then small letters, "
                            "digits or _, at most 41 in all");
      } else {
        check(member, *shape.item);
      }
    });
  }

  // Reports the unknown member; gives the field that it was probably meant to be.
  std::string unknown(Node const& member, Shape const& shape) {
    auto const name = member.value().key;
    auto suggestion = nearest(name, field_names(shape));
    auto message = "there is no field " + in_quotes(name) + " here";
    if (!shape.key.empty()) message += ", beside " + in_quotes(shape.key);
    findings_.add_at_key(Code::unknown_field, member, std::move(message), suggestion);
    return suggestion;
  }

  void check_object(Node const& node, Shape const& shape) {
    std::vector<std::string> meant;
    node.for_each([&](Node const& member) {
      if (auto const* const field = field_of(shape, member.value().key)) {
        check(member, *field->shape);
      } else {
        meant.push_back(unknown(member, shape));
      }
    });
    for (auto const& field : shape.fields) {
      if (!field.required || node.find(field.name)) continue;
      if (std::find(meant.begin(), meant.end(), field.name) != meant.end()) {
        fits_ = false;
      } else {
        violation(node, "the field " + in_quotes(field.name) + " is missing here");
      }
    }
  }

  void check_either(Node const& node, Shape const& shape) {
    Shape const* chosen = nullptr;
    for (auto const* option : shape.options) {
      if (!has_type(node, *option)) continue;
      if (chosen != nullptr) return refuse(node, wanted_by(shape));
      chosen = option;
    }
    if (chosen == nullptr) return refuse(node, wanted_by(shape));
    check(node, *chosen);
  }

  Findings& findings_;
  bool fits_ = true;
};

}  // namespace

bool follows(TextRule rule, std::string_view text) {
  if (rule == TextRule::any) return true;
  if (text.empty() || text.size() > 41 || !is_small_letter(text.front())) return false;
  return std::all_of(text.begin(), text.end(), [rule](char byte) {
    return is_small_letter(byte) || is_digit(byte) || byte == '_' ||
           (byte == '-' && rule == TextRule::file_id);
  });
}

bool check(Node const& node, Shape const& shape, Findings& findings) {
  Checker checker(findings);
  checker.check(node, shape);
  return checker.fits();
}

}  // namespace curveball::scenario
