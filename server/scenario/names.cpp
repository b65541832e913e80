#include "scenario/names.hpp"

#include <set>
#include <utility>

#include "base/limits.hpp"

namespace curveball::scenario {
namespace {

constexpr std::string_view main_dialogue = "main";

class Collector {
 public:
  Collector(Bundle const& bundle, Findings& findings) : bundle_(bundle), findings_(findings) {}

  Names run() {
    Node const root(*bundle_.scenario);
    for (auto const& document : documents())
      add_all("concept", names_.concepts, document, "concepts");
    for (auto const& document : bundle_.libraries) {
      add_all("word list", names_.lists, Node(*document), "lists");
    }
    add_all("word list", names_.lists, root, "lists");
    add_all("criterion", names_.criteria, root, "criteria");
    for (auto const& [name, value] : root.members("vars")) names_.variables.add(name, value);
    add_all("verdict", names_.verdicts, Node(*bundle_.profile), "verdicts");
    if (auto const curveballs = root.find("curveballs")) {
      add_all("curveball", names_.curveballs, *curveballs, "items");
    }
    add_dialogues(root);
    unique_here("walkthrough", root.items("walkthroughs"));
    unique_here("rule", Node(*bundle_.profile).items("rules"));
    check_limits(root);
    return std::move(names_);
  }

 private:
  // The scenario, then the used dialogues files.
  std::vector<Node> documents() const {
    std::vector<Node> result = {Node(*bundle_.scenario)};
    for (auto const& document : bundle_.dialogues) result.emplace_back(*document);
    return result;
  }

  void add(std::string_view kind, NameTable& table, Node const& node) {
    auto const id = node.at("id");
    if (!table.add(id.text(), node)) report(kind, id);
  }

  void report(std::string_view kind, Node const& id) {
    findings_.add(Code::duplicate_id, id,
                  "there is another " + std::string(kind) + ' ' + in_quotes(id.text()));
  }

  void add_all(std::string_view kind, NameTable& table, Node const& parent, std::string_view key) {
    for (auto const& node : parent.items(key)) add(kind, table, node);
  }

  void unique_here(std::string_view kind, std::vector<Node> const& nodes) {
    std::set<std::string> seen;
    for (auto const& node : nodes) {
      auto const id = node.at("id");
      if (!seen.insert(id.text()).second) report(kind, id);
    }
  }

  void add_dialogues(Node const& root) {
    names_.dialogues.add(std::string(main_dialogue), root);
    for (auto const& document : documents()) {
      add_all("dialogue", names_.dialogues, document, "dialogues");
    }
    for (std::size_t index = 0; index < names_.dialogues.size(); ++index) {
      auto const number = static_cast<Index>(index);
      for (auto const& turn : names_.dialogues.node(number).items("turns")) add_turn(turn, number);
    }
  }

  void add_turn(Node const& turn, Index dialogue) {
    auto const id = turn.at("id");
    if (id.text() == "return") {
      return findings_.add(Code::schema_violation, id,
                           "\"return\" means going back; a turn needs another id");
    }
    if (!names_.turns.add(id.text(), turn)) return report("turn", id);
    names_.dialogue_of.push_back(dialogue);
    if (auto const probes = turn.find("probes")) add_all("probe", names_.probes, *probes, "items");
    unique_here("clarification", turn.items("clarify"));
    unique_here("hint", turn.items("hints"));
    unique_here("rule", turn.items("next"));
    unique_here("exemplar", turn.items("exemplars"));
  }

  void check_limits(Node const& root) {
    at_most(limits::turns_per_script, names_.turns, "turns", root);
    at_most(limits::concepts_per_script, names_.concepts, "concepts", root);
    at_most(limits::lexicons, names_.lists, "word lists", root);
  }

  void at_most(std::size_t limit, NameTable const& table, std::string_view what, Node const& root) {
    if (table.size() <= limit) return;
    findings_.add(Code::schema_violation, root,
                  "with the files that it uses, the scenario has more than " +
                      std::to_string(limit) + ' ' + std::string(what));
  }

  Bundle const& bundle_;
  Findings& findings_;
  Names names_;
};

}  // namespace

bool NameTable::add(std::string id, Node const& node) {
  if (!index_.emplace(id, static_cast<Index>(ids_.size())).second) return false;
  ids_.push_back(std::move(id));
  nodes_.push_back(node);
  return true;
}

std::optional<Index> NameTable::find(std::string_view id) const {
  auto const found = index_.find(std::string(id));
  if (found == index_.end()) return std::nullopt;
  return found->second;
}

Names collect_names(Bundle const& bundle, Findings& findings) {
  return Collector(bundle, findings).run();
}

}  // namespace curveball::scenario
