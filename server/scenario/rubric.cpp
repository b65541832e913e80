#include <algorithm>
#include <utility>

#include "scenario/compile.hpp"
#include "scenario/vocabulary.hpp"

namespace curveball::scenario {
namespace {

constexpr std::uint16_t default_coverage[] = {0, 1, 667, 1000};

// "L6" as a grade.
rubric::Grade grade_of(std::string const& text) {
  return static_cast<rubric::Grade>(text.at(1) - '0');
}

std::optional<rubric::Grade> must_have_from(Node const& node) {
  if (node.is(JsonType::text)) return grade_of(node.text());
  if (node.boolean()) return rubric::Grade::l4;
  return std::nullopt;
}

class CriterionCompiler {
 public:
  CriterionCompiler(Compilation& compilation, Node const& node)
      : compilation_(compilation), node_(node), id_(node.text("id")) {}

  rubric::Criterion run() {
    criterion_.id = id_;
    criterion_.name = node_.text("name");
    criterion_.must_have_from = must_have_from(node_.at("must_have"));
    criterion_.k = static_cast<std::uint8_t>(node_.integer("k"));
    for (auto const& feed : node_.items("from")) compile_feed(feed);
    auto const levels = node_.items("levels");
    for (std::size_t index = 0; index < levels.size(); ++index) {
      compile_level(levels[index], index);
    }
    return std::move(criterion_);
  }

 private:
  void compile_feed(Node const& node) {
    auto const context = "criterion " + in_quotes(id_) + " counts ";
    auto const turn = resolve(compilation_, compilation_.names.turns, Code::unknown_turn,
                              node.at("turn"), context + "turn ");
    for (auto const& name : node.items("concepts")) {
      auto const found =
          resolve(compilation_, compilation_.names.concepts, Code::unknown_concept, name, context);
      if (!found || !turn) continue;
      if (auto const slot = slot_of(*turn, *found)) {
        add_slot(*found, *slot);
      } else if (!compilation_.program.concepts[*found].red_flag) {
        compilation_.findings.add(Code::unexpected_concept, name,
                                  context + in_quotes(name.text()) + ", which turn " +
                                      in_quotes(node.text("turn")) + " does not expect");
      } else {
        compilation_.findings.add(Code::red_flag_misused, name,
                                  context + in_quotes(name.text()) + ", which is a red flag");
      }
    }
  }

  std::optional<std::uint16_t> slot_of(Index turn, Index concept_index) const {
    auto const& compiled = compilation_.program.script.turns[turn];
    auto const begin = compiled.expects.begin();
    auto const found = std::find(begin, compiled.expects.end(), concept_index);
    if (found == compiled.expects.end()) return std::nullopt;
    return static_cast<std::uint16_t>(compiled.first_slot + (found - begin));
  }

  rubric::Feed* feed_of(Index concept_index) {
    auto const found =
        std::find_if(criterion_.feeds.begin(), criterion_.feeds.end(),
                     [&](rubric::Feed const& feed) { return feed.concept_index == concept_index; });
    return found == criterion_.feeds.end() ? nullptr : &*found;
  }

  void add_slot(Index concept_index, std::uint16_t slot) {
    auto* feed = feed_of(concept_index);
    if (feed == nullptr) {
      feed = &criterion_.feeds.emplace_back(rubric::Feed{.concept_index = concept_index});
    }
    if (std::find(feed->slots.begin(), feed->slots.end(), slot) == feed->slots.end()) {
      feed->slots.push_back(slot);
    }
  }

  void compile_level(Node const& node, std::size_t index) {
    auto const number = std::to_string(index + 1);
    if (node.integer("level") != static_cast<std::int64_t>(index) + 1) {
      compilation_.findings.add(Code::schema_violation, node.at("level"),
                                "the levels stand in order; this one must be " + number);
    }
    auto& level = criterion_.levels[index];
    level.anchor = node.text("anchor");
    level.coverage_pm =
        static_cast<std::uint16_t>(node.integer("coverage", default_coverage[index]));
    level.needs = fed_concepts(node, "needs", number);
    level.one_of = fed_concepts(node, "one_of", number);
    check_first(node, index);
    check_coverage(node, index);
  }

  void check_first(Node const& node, std::size_t index) {
    if (index > 0) return;
    for (auto const* const key : {"coverage", "needs", "one_of"}) {
      if (auto const member = node.find(key)) {
        compilation_.findings.add_at_key(Code::schema_violation, *member,
                                         "level 1 always holds; it has no conditions");
      }
    }
  }

  // The k best of n concepts give at most n / k.
  void check_coverage(Node const& node, std::size_t index) {
    auto const fed = std::min<std::size_t>(criterion_.feeds.size(), criterion_.k);
    bool const reachable = fed * 1'000 >= std::size_t{criterion_.levels[index].coverage_pm} *
                                              std::size_t{criterion_.k};
    if (reachable || criterion_.feeds.empty()) return;
    compilation_.findings.add(
        Code::unreachable_level, node,
        "level " + std::to_string(index + 1) + " of criterion " + in_quotes(id_) +
            " wants coverage " + std::to_string(criterion_.levels[index].coverage_pm) +
            ", but \"from\" names only " + std::to_string(criterion_.feeds.size()) +
            " concepts for k = " + std::to_string(criterion_.k));
  }

  std::vector<std::uint16_t> fed_concepts(Node const& node, std::string_view key,
                                          std::string const& level) {
    auto const context = "level " + level + " of criterion " + in_quotes(id_) + " needs ";
    std::vector<std::uint16_t> result;
    for (auto const& name : node.items(key)) {
      auto const found =
          resolve(compilation_, compilation_.names.concepts, Code::unknown_concept, name, context);
      if (!found) continue;
      if (feed_of(*found) == nullptr) {
        compilation_.findings.add(
            Code::unreachable_level, name,
            context + in_quotes(name.text()) + ", which \"from\" does not name");
      }
      result.push_back(*found);
    }
    return result;
  }

  Compilation& compilation_;
  Node node_;
  std::string id_;
  rubric::Criterion criterion_;
};

void compile_caps(Compilation& compilation) {
  auto const& concepts = compilation.names.concepts;
  for (std::size_t index = 0; index < concepts.size(); ++index) {
    auto const& node = concepts.nodes()[index];
    auto const criteria =
        resolve_all(compilation, compilation.names.criteria, Code::unknown_name, node.items("caps"),
                    "concept " + in_quotes(node.text("id")) + " caps criterion ");
    if (criteria.empty()) continue;
    compilation.program.rubric.caps.push_back(
        {.concept_index = static_cast<std::uint16_t>(index), .criteria = criteria});
  }
}

std::optional<std::int32_t> bound_of(Node const& node, std::string_view key) {
  auto const member = node.find(key);
  if (!member) return std::nullopt;
  return static_cast<std::int32_t>(member->integer());
}

rubric::FactCondition compile_fact(Compilation& compilation, Node const& node) {
  auto const fact = vocabulary::value_of<rubric::Fact>(vocabulary::facts, node.text("fact"));
  rubric::FactCondition condition{
      .fact = fact, .at_least = bound_of(node, "at_least"), .at_most = bound_of(node, "at_most")};
  if (!condition.at_least && !condition.at_most) {
    compilation.findings.add(Code::schema_violation, node,
                             "\"at_least\" or \"at_most\" is missing here");
  }
  return condition;
}

// L4 to L8, each at least what the one before is.
void compile_expectations(Compilation& compilation, Node const& root) {
  auto& expectations = compilation.program.rubric.profile.expectations;
  for (auto const& node : root.items("expectations")) {
    auto const due = "L" + std::to_string(4 + expectations.size());
    if (node.text("level") != due) {
      compilation.findings.add(Code::schema_violation, node.at("level"),
                               "the levels stand in order; this one must be " + due);
    }
    rubric::Expectation const asked{
        .coverage_pm = static_cast<std::uint16_t>(node.integer("coverage")),
        .must_have_level = static_cast<std::uint8_t>(node.integer("must_have_level"))};
    bool const falls =
        !expectations.empty() && (asked.coverage_pm < expectations.back().coverage_pm ||
                                  asked.must_have_level < expectations.back().must_have_level);
    if (falls) {
      compilation.findings.add(Code::expectation_falls, node,
                               due + " must not expect less than the level below it");
    }
    expectations.push_back(asked);
  }
}

void compile_profile(Compilation& compilation) {
  Node const root(*compilation.bundle.profile);
  auto& profile = compilation.program.rubric.profile;
  profile.id = root.text("id");
  profile.name = root.text("name");
  for (auto const& node : compilation.names.verdicts.nodes()) {
    profile.verdicts.push_back({.id = node.text("id"), .name = node.text("name")});
  }
  compile_expectations(compilation, root);
  auto const rules = root.items("rules");
  for (auto const& node : rules) {
    rubric::VerdictRule rule{.id = node.text("id"), .why = node.text("why")};
    auto const verdict = resolve(compilation, compilation.names.verdicts, Code::unknown_name,
                                 node.at("verdict"), "rule " + in_quotes(rule.id) + " gives ");
    rule.verdict = static_cast<std::uint8_t>(verdict.value_or(0));
    for (auto const& fact : node.items("when")) {
      rule.when.push_back(compile_fact(compilation, fact));
    }
    profile.rules.push_back(std::move(rule));
    bool const is_last = profile.rules.size() == rules.size();
    if (is_last != profile.rules.back().when.empty()) {
      compilation.findings.add(is_last ? Code::missing_else : Code::shadowed_rule, node,
                               "the last rule, and only that, has no \"when\"");
    }
  }
}

}  // namespace

void compile_rubric(Compilation& compilation) {
  auto const root = compilation.root();
  compilation.program.rubric.grade = grade_of(root.text("level"));
  for (auto const& node : compilation.names.criteria.nodes()) {
    compilation.program.rubric.criteria.push_back(CriterionCompiler(compilation, node).run());
  }
  compile_caps(compilation);
  compile_profile(compilation);
}

}  // namespace curveball::scenario
