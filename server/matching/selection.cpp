#include "matching/selection.hpp"

#include <algorithm>
#include <utility>

#include "matching/slip.hpp"

namespace curveball::matching {
namespace {

class Selector {
 public:
  explicit Selector(Program const& program) : program_(program) {
    selection_.slots.assign(program.atoms.size(), SlotTable::none);
    rules_.resize(program.rules.size());
    seen_lexicons_.resize(program.lexicon_roots.size());
  }

  void add(std::size_t rule) {
    rules_[rule] = true;
    add_atoms(program_.rules[rule].root);
  }

  Selection take() {
    for (std::uint32_t const atom : atoms_) index(atom);
    index_synonyms();
    selection_.prefixes = PrefixTable(std::move(prefixes_));
    selection_.slips = SlipTable(program_, atoms_);
    return std::move(selection_);
  }

 private:
  void add_atoms(std::uint32_t id) {
    Step const& step = program_.steps[id];
    if (step.op == Op::atom) {
      std::uint32_t& slot = selection_.slots[step.atom];
      if (slot != SlotTable::none) return;
      slot = static_cast<std::uint32_t>(atoms_.size());
      atoms_.push_back(step.atom);
    } else if (step.op == Op::lexicon && !seen_lexicons_[step.atom]) {
      seen_lexicons_[step.atom] = true;
      add_atoms(program_.lexicon_roots[step.atom]);
    }
    for (std::uint32_t i = 0; i < step.child_count; ++i) {
      add_atoms(program_.children[step.first_child + i]);
    }
  }

  void index(std::uint32_t number) {
    Atom const& atom = program_.atoms[number];
    auto const slot = static_cast<std::uint32_t>(selection_.words.size());
    selection_.words.push_back({.word = atom.word});
    if (atom.kind == AtomKind::prefix) {
      prefixes_.push_back({atom.letters, slot});
    } else if (atom.kind == AtomKind::form) {
      selection_.form_slots[static_cast<std::size_t>(atom.form)] = slot;
    } else {
      index_word(atom, slot);
    }
    wake(number, selection_.words.back());
  }

  void index_word(Atom const& atom, std::uint32_t slot) {
    selection_.has_words = selection_.has_words || atom.kind == AtomKind::word;
    selection_.has_cased = selection_.has_cased || atom.kind == AtomKind::cased;
    std::uint32_t const first = selection_.table.find(atom.kind, atom.id);
    if (first == SlotTable::none) {
      selection_.table.add(atom.kind, atom.id, slot);
    } else {
      selection_.words[slot].alike = std::exchange(selection_.words[first].alike, slot);
    }
  }

  // For each stem the first of its rows in the program.
  void index_synonyms() {
    auto const& rows = program_.synonyms;
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      bool const first = row == 0 || rows[row].first != rows[row - 1].first;
      if (first) selection_.table.add(AtomKind::synonym, rows[row].first, row);
    }
  }

  void wake(std::uint32_t atom, Listened& listened) {
    listened.first_woken = static_cast<std::uint32_t>(selection_.woken.size());
    for (std::uint32_t i = program_.wake_begin[atom]; i < program_.wake_begin[atom + 1]; ++i) {
      if (rules_[program_.woken[i]]) selection_.woken.push_back(program_.woken[i]);
    }
    listened.end_woken = static_cast<std::uint32_t>(selection_.woken.size());
  }

  Program const& program_;
  Selection selection_;
  std::vector<bool> rules_;
  std::vector<std::uint32_t> atoms_;  // By slot.
  std::vector<PrefixTable::Prefix> prefixes_;
  std::vector<bool> seen_lexicons_;  // Lists may name lists many times over.
};

bool can_slip(Atom const& atom) {
  std::size_t const size = atom.letters.size();
  return atom.kind == AtomKind::stem && !atom.function_word && size >= SlipTable::shortest &&
         size <= SlipTable::longest &&
         std::all_of(atom.letters.begin(), atom.letters.end(),
                     [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

void SlotTable::add(AtomKind kind, text::WordId id, std::uint32_t slot) {
  if (++count_ * 2 > entries_.size()) {
    std::vector<Entry> const old = std::exchange(entries_, std::vector<Entry>(entries_.size() * 2));
    mask_ = entries_.size() - 1;
    for (Entry const& entry : old) {
      if (entry.slot != none) put(entry);
    }
  }
  put({key_of(kind, id), slot});
}

void SlotTable::put(Entry entry) {
  std::size_t at = entry.key & mask_;
  while (entries_[at].slot != none) at = (at + 1) & mask_;
  entries_[at] = entry;
}

PrefixTable::PrefixTable(std::vector<Prefix> prefixes)
    : prefixes_(std::move(prefixes)), begin_(buckets + 1) {
  std::stable_sort(prefixes_.begin(), prefixes_.end(), [](Prefix const& a, Prefix const& b) {
    return bucket_of(a.letters) < bucket_of(b.letters);
  });
  for (Prefix const& prefix : prefixes_) ++begin_[bucket_of(prefix.letters) + 1];
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) begin_[bucket + 1] += begin_[bucket];
}

SlipTable::SlipTable(Program const& program, std::span<std::uint32_t const> atoms) {
  std::vector<std::uint32_t> able;
  for (std::uint32_t const atom : atoms) {
    if (can_slip(program.atoms[atom])) able.push_back(atom);
  }
  auto const size_of = [&](std::uint32_t atom) { return program.atoms[atom].letters.size(); };
  std::stable_sort(able.begin(), able.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return size_of(a) < size_of(b); });
  words_.reserve(able.size());
  for (std::uint32_t const atom : able) {
    words_.push_back({sketch_of(program.atoms[atom].letters), atom});
    ++begin_[size_of(atom) + 1];
  }
  for (std::size_t size = 0; size <= longest; ++size) begin_[size + 1] += begin_[size];
}

Selection select(Program const& program, KeySet const* keys) {
  Selector selector(program);
  for (std::size_t rule = 0; rule < program.rules.size(); ++rule) {
    if (keys == nullptr || keys->contains(program.rules[rule].key)) selector.add(rule);
  }
  return selector.take();
}

}  // namespace curveball::matching
