#include "wire/change_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "wire/names.hpp"

namespace curveball::wire {
namespace {

using dialogue::Change;
using dialogue::ChangeKind;
using dialogue::Index;
using dialogue::Script;
using nlohmann::json;

// What an index of a change refers to.
enum class Refers {
  nothing,
  slot,
  red_flag,
  turn,
  variable,
  rule,
  probe,
  clarification,
  point,
  dialogue,
  curveball
};

struct Shape {
  Refers a = Refers::nothing;
  Refers b = Refers::nothing;
  bool value = false;
};

// In the order of ChangeKind.
constexpr std::array<Shape, 18> shapes{{
    {Refers::slot, Refers::nothing, true},         // credit
    {Refers::red_flag, Refers::nothing, false},    // flag
    {Refers::turn, Refers::nothing, true},         // thin
    {Refers::variable, Refers::nothing, false},    // set_variable (its payload follows)
    {Refers::turn, Refers::rule, false},           // rule
    {Refers::turn, Refers::nothing, false},        // enter
    {Refers::turn, Refers::probe, false},          // wait
    {Refers::probe, Refers::nothing, false},       // probe
    {Refers::turn, Refers::nothing, true},         // hint
    {Refers::turn, Refers::clarification, false},  // clarified
    {Refers::turn, Refers::nothing, false},        // no_answer
    {Refers::turn, Refers::nothing, false},        // soft_time
    {Refers::point, Refers::nothing, false},       // pass_point
    {Refers::turn, Refers::dialogue, false},       // call
    {Refers::turn, Refers::curveball, false},      // throw_curveball
    {Refers::nothing, Refers::nothing, false},     // come_back
    {Refers::nothing, Refers::nothing, true},      // over
    {Refers::turn, Refers::nothing, false},        // own_question
}};

Shape shape_of(ChangeKind kind) { return shapes[static_cast<std::size_t>(kind)]; }

// An id, or for a slot two of them with a dot between: that of its ask and that of its concept.
struct Name {
  std::string_view ask;
  std::string_view id;

  friend bool operator==(Name const& name, std::string_view text) {
    if (name.ask.empty()) return text == name.id;
    return text.size() == name.ask.size() + 1 + name.id.size() && text.starts_with(name.ask) &&
           text[name.ask.size()] == '.' && text.ends_with(name.id);
  }
};

// The name of what `index` refers to. `turn` is the change's turn, for rules and clarifications.
Name name_of(Script const& script, Refers refers, Index index, Index turn) {
  switch (refers) {
    case Refers::slot: {
      auto const& slot = script.slots[index];
      return {script.turns[slot.turn].id, script.concepts[slot.concept_index].id};
    }
    case Refers::red_flag:
      return {{}, script.concepts[index].id};
    case Refers::turn:
      return {{}, script.turns[index].id};
    case Refers::variable:
      return {{}, script.variables[index].id};
    case Refers::rule:
      return {{}, script.turns[turn].next[index].id};
    case Refers::probe:
      return {{}, script.probes[index].id};
    case Refers::clarification:
      return {{}, script.turns[turn].clarify[index].id};
    case Refers::point:
      return {{}, script.turns[script.curveballs.before[index]].id};
    case Refers::dialogue:
      return {{}, script.dialogues[index].id};
    case Refers::curveball:
      return {{}, script.curveballs.items[index].id};
    case Refers::nothing:
      break;
  }
  return {};
}

void write_name(JsonWriter& out, Name const& name) {
  if (name.ask.empty()) return out.value(name.id);
  out.value(std::string(name.ask).append(".").append(name.id));
}

std::size_t count_of(Script const& script, Refers refers, Index turn) {
  switch (refers) {
    case Refers::slot:
      return script.slots.size();
    case Refers::red_flag:
      return script.concepts.size();
    case Refers::turn:
      return script.turns.size();
    case Refers::variable:
      return script.variables.size();
    case Refers::rule:
      return script.turns[turn].next.size();
    case Refers::probe:
      return script.probes.size();
    case Refers::clarification:
      return script.turns[turn].clarify.size();
    case Refers::point:
      return script.curveballs.before.size();
    case Refers::dialogue:
      return script.dialogues.size();
    case Refers::curveball:
      return script.curveballs.items.size();
    case Refers::nothing:
      break;
  }
  return 0;
}

std::optional<Index> find_name(Script const& script, Refers refers, std::string_view name,
                               Index turn) {
  for (std::size_t i = 0; i < count_of(script, refers, turn); ++i) {
    auto const index = static_cast<Index>(i);
    if (name_of(script, refers, index, turn) == name) return index;
  }
  return std::nullopt;
}

std::optional<dialogue::Value> decode_value(json const& value) {
  if (value.is_boolean()) return dialogue::Value(value.get<bool>());
  if (value.is_number_integer()) return dialogue::Value(value.get<std::int64_t>());
  if (value.is_string()) return dialogue::Value(value.get<std::string>());
  return std::nullopt;
}

// Reads the array of one change from left to right.
class ChangeReader {
 public:
  ChangeReader(Script const& script, json const& items) : script_(script), items_(items) {}

  bool kind(Change& change) {
    if (!items_.is_array() || items_.empty() || !items_[0].is_string()) return false;
    auto const found = change_kinds.find(items_[0].get_ref<std::string const&>());
    if (found) change.kind = *found;
    return found.has_value();
  }

  bool reference(Refers refers, Index turn, Index& out) {
    if (refers == Refers::nothing) return true;
    if (next_ >= items_.size()) return false;
    json const& item = items_[next_++];
    if (item.is_null()) return refers == Refers::probe;
    if (!item.is_string()) return false;
    auto const found = find_name(script_, refers, item.get_ref<std::string const&>(), turn);
    if (found) out = *found;
    return found.has_value();
  }

  bool value(std::int64_t& out) {
    if (next_ >= items_.size() || !items_[next_].is_number_integer()) return false;
    out = items_[next_++].get<std::int64_t>();
    return true;
  }

  bool payload(dialogue::Value& out) {
    if (next_ >= items_.size()) return false;
    auto decoded = decode_value(items_[next_++]);
    if (!decoded) return false;
    out = *std::move(decoded);
    return true;
  }

  bool at_end() const { return next_ == items_.size(); }

 private:
  Script const& script_;
  json const& items_;
  std::size_t next_ = 1;
};

}  // namespace

void write_change(JsonWriter& out, Script const& script, Change const& change) {
  Shape const shape = shape_of(change.kind);
  auto const list = out.array();
  out.value(change_kinds.of(change.kind));
  auto const refer = [&](Refers refers, Index index) {
    if (refers == Refers::nothing) return;
    if (index == dialogue::none) return out.value(nullptr);
    write_name(out, name_of(script, refers, index, change.a));
  };
  refer(shape.a, change.a);
  refer(shape.b, change.b);
  if (shape.value) out.value(change.value);
  if (change.kind == ChangeKind::set_variable) {
    std::visit([&out](auto const& held) { out.value(held); }, change.payload);
  }
}

std::optional<Change> decode_change(Script const& script, json const& items) {
  Change change;
  ChangeReader reader(script, items);
  if (!reader.kind(change)) return std::nullopt;
  Shape const shape = shape_of(change.kind);
  bool const read = reader.reference(shape.a, dialogue::none, change.a) &&
                    reader.reference(shape.b, change.a, change.b) &&
                    (!shape.value || reader.value(change.value)) &&
                    (change.kind != ChangeKind::set_variable || reader.payload(change.payload));
  if (!read || !reader.at_end()) return std::nullopt;
  return change;
}

}  // namespace curveball::wire
