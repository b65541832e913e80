#include <utility>

#include "matching/program.hpp"

namespace curveball::matching {
namespace {

class Selector {
 public:
  explicit Selector(Program const& program) : program_(program) {
    selection_.rules.resize(program.rules.size() / 64 + 1);
    selection_.slots.assign(program.atoms.size(), AtomTable::none);
    seen_lexicons_.resize(program.lexicon_roots.size());
  }

  void add(std::size_t rule) {
    selection_.rules[rule / 64] |= std::uint64_t{1} << (rule % 64);
    add_atoms(program_.rules[rule].root);
  }
  Selection take() { return std::move(selection_); }

 private:
  void add_atoms(std::uint32_t id) {
    Step const& step = program_.steps[id];
    if (step.op == Op::atom) {
      std::uint32_t& slot = selection_.slots[step.atom];
      if (slot == AtomTable::none) slot = selection_.slot_count++;
    } else if (step.op == Op::lexicon && !seen_lexicons_[step.atom]) {
      seen_lexicons_[step.atom] = true;
      add_atoms(program_.lexicon_roots[step.atom]);
    }
    for (std::uint32_t i = 0; i < step.child_count; ++i) {
      add_atoms(program_.children[step.first_child + i]);
    }
  }

  Program const& program_;
  Selection selection_;
  std::vector<bool> seen_lexicons_;  // Lists may name lists many times over.
};

}  // namespace

Selection select(Program const& program, KeySet const* keys) {
  Selector selector(program);
  for (std::size_t rule = 0; rule < program.rules.size(); ++rule) {
    if (keys == nullptr || keys->contains(program.rules[rule].key)) selector.add(rule);
  }
  return selector.take();
}

}  // namespace curveball::matching
