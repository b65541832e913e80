#include <algorithm>
#include <utility>

#include "matching/compiler.hpp"

namespace curveball::matching {

void AtomTable::add(AtomKind kind, text::WordId id, std::uint32_t atom) {
  if (++count_ * 2 > slots_.size()) {
    std::vector<Slot> const old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    mask_ = slots_.size() - 1;
    for (Slot const& slot : old) {
      if (slot.atom != none) put(slot);
    }
  }
  put({key_of(kind, id), atom});
}

void AtomTable::put(Slot slot) {
  std::size_t at = slot.key & mask_;
  while (slots_[at].atom != none) at = (at + 1) & mask_;
  slots_[at] = slot;
}

void Compiler::index_word(std::uint32_t number) {
  Atom const& atom = program_.atoms[number];
  std::uint32_t const first = program_.table.find(atom.kind, atom.id);
  if (first == AtomTable::none) {
    program_.table.add(atom.kind, atom.id, number);
  } else {
    program_.spellings[number].alike = std::exchange(program_.spellings[first].alike, number);
  }
}

void Compiler::index_atoms() {
  std::vector<std::pair<std::size_t, std::uint32_t>> found;
  for (std::uint32_t i = 0; i < program_.atoms.size(); ++i) {
    Atom const& atom = program_.atoms[i];
    if (atom.kind == AtomKind::prefix) {
      found.emplace_back(Program::bucket_of(atom.letters[0], atom.letters[1]), i);
    } else if (atom.kind == AtomKind::form) {
      program_.form_atoms[static_cast<std::size_t>(atom.form)] = i;
    } else {
      index_word(i);
    }
    program_.has_words = program_.has_words || atom.kind == AtomKind::word;
    program_.has_cased = program_.has_cased || atom.kind == AtomKind::cased;
  }
  std::sort(found.begin(), found.end());
  program_.prefix_buckets.assign(Program::bucket_count + 1, 0);
  for (auto const& [bucket, atom] : found) {
    program_.prefixes.push_back(atom);
    ++program_.prefix_buckets[bucket + 1];
  }
  for (std::size_t b = 0; b < Program::bucket_count; ++b) {
    program_.prefix_buckets[b + 1] += program_.prefix_buckets[b];
  }
}

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
  Atoms atoms = wake_up(program_.children[step.first_child]);
  if (step.op == Op::unless) return atoms;
  for (std::uint32_t i = 1; i < step.child_count; ++i) {
    Atoms const other = wake_up(program_.children[step.first_child + i]);
    if (step.op == Op::any_of) {
      atoms.insert(atoms.end(), other.begin(), other.end());
      std::sort(atoms.begin(), atoms.end());
      atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
    } else if (is_better(other, atoms)) {
      atoms = other;
    }
  }
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
