#include <algorithm>
#include <utility>

#include "matching/compiler.hpp"

namespace curveball::matching {

// Fewer function words first, then fewer atoms: such sets wake a rule in vain less often.
bool Compiler::is_better(Atoms const& candidate, Atoms const& best) const {
  auto const common = [this](Atoms const& atoms) {
    return std::count_if(atoms.begin(), atoms.end(),
                         [this](std::uint32_t atom) { return program_.atoms[atom].function_word; });
  };
  return std::pair(common(candidate), candidate.size()) < std::pair(common(best), best.size());
}

// Atoms of which at least one must occur for the step to have an interval.
Compiler::Atoms Compiler::wake_up(StepId id) {
  Step const& step = program_.steps[id];
  if (step.op == Op::atom) return {step.atom};
  if (step.op == Op::lexicon) return wake_up_of_lexicon(step.atom);
  if (step.op == Op::any_of) return wake_up_of_any(step);
  Atoms atoms = wake_up(program_.children[step.first_child]);
  if (step.op == Op::unless) return atoms;
  for (std::uint32_t i = 1; i < step.child_count; ++i) {
    Atoms other = wake_up(program_.children[step.first_child + i]);
    if (is_better(other, atoms)) atoms = std::move(other);
  }
  return atoms;
}

Compiler::Atoms Compiler::wake_up_of_any(Step const& step) {
  Atoms atoms;
  for (std::uint32_t i = 0; i < step.child_count; ++i) {
    StepId const child = program_.children[step.first_child + i];
    if (program_.steps[child].op == Op::atom) {
      atoms.push_back(program_.steps[child].atom);
    } else {
      Atoms const others = wake_up(child);
      atoms.insert(atoms.end(), others.begin(), others.end());
    }
  }
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
  return atoms;
}

// Worked out once: lists may name lists many times over.
Compiler::Atoms const& Compiler::wake_up_of_lexicon(std::uint32_t lexicon) {
  auto const known = lexicon_wake_ups_.find(lexicon);
  if (known != lexicon_wake_ups_.end()) return known->second;
  Atoms atoms = wake_up(program_.lexicon_roots[lexicon]);
  return lexicon_wake_ups_.emplace(lexicon, std::move(atoms)).first->second;
}

void Compiler::index_rules() {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (std::uint32_t rule = 0; rule < program_.rules.size(); ++rule) {
    for (std::uint32_t const atom : wake_up(program_.rules[rule].root)) {
      pairs.emplace_back(atom, rule);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  program_.wake_begin.assign(program_.atoms.size() + 1, 0);
  for (auto const& [atom, rule] : pairs) {
    program_.woken.push_back(rule);
    ++program_.wake_begin[atom + 1];
  }
  for (std::size_t atom = 0; atom < program_.atoms.size(); ++atom) {
    program_.wake_begin[atom + 1] += program_.wake_begin[atom];
  }
}

}  // namespace curveball::matching
