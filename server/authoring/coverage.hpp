// What of a script some interviews have met, and what they have not.
// Thread: any; values.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "interview/event.hpp"
#include "interview/program.hpp"
#include "rubric/judge.hpp"

#include "authoring/graph.hpp"

namespace curveball::authoring {

enum class Part : std::uint8_t {
  turn,
  rule,
  probe,
  hint,
  clarification,
  curveball,
  variant,
  soft_limit,
  hard_limit,
  level,
  verdict,
};
inline constexpr std::size_t part_count = 11;

std::string_view name_of(Part part);

// One thing that can be met.
struct Item {
  Part part = Part::turn;
  std::string id;    // "open", "open.rules.2", "criterion: level 3".
  std::string shut;  // The condition that has to hold for it, or what else it wants; may be empty.
  std::uint64_t met = 0;
};

class Coverage {
 public:
  // `program` must outlive it.
  explicit Coverage(interview::Program const& program);

  // One interview, from its first event, and how it was judged.
  void add(std::span<interview::Event const> events, rubric::Judgement const& judgement);

  // What another one of the same program has met, too.
  void add(Coverage const& other);

  // Everything that can be met, part by part.
  std::vector<Item> const& items() const { return items_; }

  // For a drawing of the script's graph. Of calls between turns: as often as they were called.
  GraphCounts counts_of(Graph const& graph) const;

 private:
  void meet(Part part, std::size_t number) {
    ++items_[first_[static_cast<std::size_t>(part)] + number].met;
  }
  std::uint64_t met(Part part, std::size_t number) const {
    return items_[first_[static_cast<std::size_t>(part)] + number].met;
  }
  void begin(Part part) { first_[static_cast<std::size_t>(part)] = items_.size(); }
  void list(Part part, std::string id, std::string shut = {});
  void list_turns();
  void list_speech(dialogue::Speech const& speech);
  void list_variants();
  void list_judgement();
  void add(dialogue::Change const& change);
  void add(dialogue::Line const& line);

  interview::Program const* program_;
  std::vector<Item> items_;
  std::array<std::size_t, part_count> first_{};  // Of each part, in items_.
  std::vector<std::size_t> first_rule_;          // Of each turn, among the rules;
  std::vector<std::size_t> first_hint_;          // likewise.
  std::vector<std::size_t> first_clarification_;
  std::vector<std::size_t> soft_;  // Of each turn, among the limits.
  std::vector<std::size_t> hard_;
  std::vector<dialogue::Speech const*> speeches_;  // That have several variants,
  std::vector<std::size_t> first_variant_;         // and the number of the first.
};

}  // namespace curveball::authoring
