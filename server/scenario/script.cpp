#include <utility>

#include "scenario/compile.hpp"

namespace curveball::scenario {
namespace {

constexpr std::int64_t ms_per_s = 1'000;

// A list of texts is a list of paragraphs.
std::string paragraphs(Node const& node) {
  if (!node.is(JsonType::list)) return node.text();
  std::string text;
  for (auto const& part : node.items()) text += (text.empty() ? "" : "\n") + part.text();
  return text;
}

interview::Interviewer interviewer_of(Node const& root) {
  auto const node = root.find("interviewer");
  if (!node) return {};
  return {.name = node->text("name"), .role = node->text("role")};
}

interview::Card card_of(Node const& root) {
  return {.id = root.text("id"),
          .version = static_cast<std::uint32_t>(root.integer("version")),
          .locale = root.text("locale"),
          .role = root.text("role"),
          .round = root.text("round"),
          .title = root.text("title"),
          .summary = root.text("summary"),
          .brief = paragraphs(root.at("brief")),
          .minutes = static_cast<std::uint16_t>(root.integer("minutes")),
          .interviewer = interviewer_of(root)};
}

dialogue::Value value_of(Node const& node) {
  if (node.is(JsonType::boolean)) return node.boolean();
  if (node.is(JsonType::text)) return node.text();
  return node.integer();
}

void compile_concepts(Compilation& compilation) {
  for (auto const& node : compilation.names.concepts.nodes()) {
    bool const red_flag = node.find("kind").has_value();
    compilation.program.concepts.push_back({.id = node.text("id"),
                                            .name = node.text("name"),
                                            .advice = node.text("advice"),
                                            .correction = node.text("correction"),
                                            .red_flag = red_flag});
    compilation.program.script.concepts.push_back({.id = node.text("id"), .red_flag = red_flag});
    if (!red_flag && !node.find("advice")) {
      compilation.findings.add(Code::schema_violation, node,
                               "the field \"advice\" is missing here; only red flags go without");
    }
    for (auto const* const key : {"caps", "correction"}) {
      auto const member = node.find(key);
      if (red_flag || !member) continue;
      compilation.findings.add_at_key(
          Code::red_flag_misused, *member,
          in_quotes(key) + " belongs to a concept of kind \"red_flag\"");
    }
  }
}

dialogue::Curveball compile_curveball(Compilation& compilation, Node const& node) {
  auto const id = node.text("id");
  dialogue::Curveball curveball{
      .id = id,
      .weight = static_cast<std::uint32_t>(node.integer("weight", 1)),
      .when = compile_condition(compilation, node.find("when")),
      .resume = compile_speech(compilation, node.find("resume"), "curveballs." + id + ".resume")};
  if (auto const after = node.find("after_s")) curveball.after_ms = after->integer() * ms_per_s;
  auto const context = "curveball " + in_quotes(id) + " runs the dialogue ";
  curveball.dialogue = compile_call(compilation, node.at("dialogue"), context);
  return curveball;
}

void compile_curveballs(Compilation& compilation) {
  auto const node = compilation.root().find("curveballs");
  if (!node) return;
  auto& curveballs = compilation.program.script.curveballs;
  curveballs.count = static_cast<std::uint8_t>(node->integer("count"));
  for (auto const& before : node->items("before")) {
    auto const turn = resolve(compilation, compilation.names.turns, Code::unknown_turn, before,
                              "curveballs come before ");
    if (!turn) continue;
    if (compilation.names.dialogue_of[*turn] != 0) {
      compilation.findings.add(Code::curveball_point_unreachable, before,
                               "turn " + in_quotes(before.text()) +
                                   " belongs to a sub-dialogue; curveballs come before turns of "
                                   "the main dialogue only");
    }
    curveballs.before.push_back(*turn);
  }
  for (auto const& item : compilation.names.curveballs.nodes()) {
    curveballs.items.push_back(compile_curveball(compilation, item));
  }
}

void compile_manners(Compilation& compilation) {
  Node const manners(*compilation.bundle.manners);
  auto const speech = [&](std::string_view key, std::string id) {
    return compile_speech(compilation, manners.find(key), std::move(id));
  };
  compilation.program.script.manners = {.repeat_say = speech("repeat_say", "manners.repeat"),
                                        .skip_say = speech("skip_say", "manners.skip"),
                                        .end_say = speech("end_say", "manners.end"),
                                        .time_up_say = speech("time_up_say", "manners.time_up"),
                                        .no_more_say = speech("no_more_say", "manners.no_more")};
}

}  // namespace

Index compile_call(Compilation& compilation, Node const& node, std::string_view context) {
  auto const found =
      resolve(compilation, compilation.names.dialogues, Code::unknown_dialogue, node, context);
  if (found == Index{0}) {
    compilation.findings.add(
        Code::unknown_dialogue, node,
        std::string(context) + in_quotes(node.text()) + ", which is the interview itself");
  }
  return found.value_or(0);
}

void compile_script(Compilation& compilation) {
  auto const root = compilation.root();
  auto& script = compilation.program.script;
  compilation.program.card = card_of(root);
  script.id = root.text("id");
  script.version = compilation.program.card.version;
  script.criteria = compilation.names.criteria.ids();
  for (auto const& [name, value] : root.members("vars")) {
    script.variables.push_back({.id = name, .initial = value_of(value)});
  }
  compile_concepts(compilation);
  compile_turns(compilation);
  compile_curveballs(compilation);
  compile_manners(compilation);
  auto const start = root.at("start");
  script.start = resolve(compilation, compilation.names.turns, Code::unknown_turn, start,
                         "the interview starts at ")
                     .value_or(0);
  if (script.start < compilation.names.turns.size() &&
      compilation.names.dialogue_of[script.start] != 0) {
    compilation.findings.add(
        Code::unknown_turn, start,
        "the interview starts at " + in_quotes(start.text()) + ", which belongs to a sub-dialogue");
  }
}

}  // namespace curveball::scenario
