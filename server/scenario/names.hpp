// The ids of one scenario, by kind, with the node that declares each.
// Thread: any; belongs to one compilation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dialogue/script.hpp"
#include "scenario/bundle.hpp"
#include "scenario/document.hpp"

namespace curveball::scenario {

using dialogue::Index;

// Ids of one kind in the order declared; entry i of `nodes` declares id i.
class NameTable {
 public:
  // False when the id is there already; nothing is added then.
  bool add(std::string id, Node const& node);

  std::optional<Index> find(std::string_view id) const;
  std::vector<std::string> const& ids() const { return ids_; }
  std::vector<Node> const& nodes() const { return nodes_; }
  Node const& node(Index index) const { return nodes_[index]; }
  std::size_t size() const { return ids_.size(); }

 private:
  std::vector<std::string> ids_;
  std::vector<Node> nodes_;
  std::unordered_map<std::string, Index> index_;
};

struct Names {
  NameTable concepts;  // The scenario's own first, then those of each used file.
  NameTable lists;     // Those of each used library, then the scenario's own.
  NameTable criteria;
  NameTable variables;  // Sorted.
  NameTable dialogues;  // 0 is the interview itself.
  NameTable turns;      // Dialogue by dialogue.
  NameTable probes;     // Turn by turn.
  NameTable curveballs;
  NameTable verdicts;
  std::vector<Index> dialogue_of;  // Per turn.
};

// Everything that has an id. Reports duplicate_id, also of ids that are unique in their turn only,
// and schema_violation when there are more than the limits allow.
Names collect_names(Bundle const& bundle, Findings& findings);

}  // namespace curveball::scenario
