#include "matching/pattern_words.hpp"

#include <cassert>
#include <utility>

#include "text/reading.hpp"

namespace curveball::matching {
namespace {

// As with text::WordId two words share a key with a probability of about 2^-64.
std::uint64_t key_of(Node const& node) {
  assert(node.kind == NodeKind::word || node.kind == NodeKind::prefix ||
         node.kind == NodeKind::exact);
  return text::word_id(node.text).value +
         static_cast<std::uint64_t>(node.kind) * 0x9e3779b97f4a7c15ULL;
}

Atom exact_atom(text::WordId word, text::WordId cased) {
  bool const has_capital = cased != word;
  return {.kind = has_capital ? AtomKind::cased : AtomKind::word,
          .id = has_capital ? cased : word,
          .word = word};
}

Atom atom_of(NodeKind kind, text::Reading const& reading, text::Token const& token) {
  bool const last = &token == &reading.tokens.back();
  Atom atom{.id = token.stem, .word = token.word};
  if (kind == NodeKind::prefix && last) {
    atom = {.kind = AtomKind::prefix,
            .word = token.word,
            .letters = std::string(reading.folded_of(token))};
  } else if (kind == NodeKind::exact) {
    atom = exact_atom(token.word, token.cased);
  } else {
    atom.letters = reading.folded_of(token);
  }
  atom.function_word = token.function_word;
  return atom;
}

// Of a word written in one.
Atom atom_of(NodeKind kind, text::Reading const& reading, text::Compound const& compound) {
  if (kind == NodeKind::exact) return exact_atom(compound.word, compound.cased);
  Atom atom{.word = compound.word, .letters = std::string(reading.joined_of(compound))};
  if (kind == NodeKind::prefix) {
    atom.kind = AtomKind::prefix;
  } else {
    atom.id = compound.stem;
  }
  return atom;
}

// Whether the whole reading is one compound.
bool is_compound(text::Reading const& reading) {
  if (reading.compounds.size() != 1) return false;
  auto const& compound = reading.compounds.front();
  return compound.first == 0 && compound.last + 1 == reading.tokens.size();
}

}  // namespace

ReadWord PatternWords::read(Node const& node) {
  auto const [known, fresh] = words_.try_emplace(key_of(node));
  if (fresh) known->second = work_out(node);
  return known->second;
}

// What stands for "roll-out" beside its parts is all that stands for =roll-out.
ReadWord PatternWords::work_out(Node const& node) {
  text::Reading const reading = text::read(node.text, cache_);
  ReadWord word{.first_part = static_cast<std::uint32_t>(parts_.size())};
  if (is_compound(reading)) {
    word.whole = add(atom_of(node.kind, reading, reading.compounds.front()));
    if (node.kind == NodeKind::exact) return word;
  }
  for (text::Token const& token : reading.tokens) {
    auto atom = atom_of(node.kind, reading, token);
    bool const is_prefix = atom.kind == AtomKind::prefix;
    word.prefix_too_short = word.prefix_too_short || (is_prefix && atom.letters.size() < 2);
    parts_.push_back(add(std::move(atom)));
  }
  word.part_count = static_cast<std::uint32_t>(parts_.size()) - word.first_part;
  return word;
}

std::uint32_t PatternWords::number_of(text::NumberForm form) {
  return add({.kind = AtomKind::form, .form = form});
}

std::optional<text::WordId> PatternWords::stem_of(std::string_view word) {
  text::Reading const reading = text::read(word, cache_);
  if (reading.tokens.size() != 1) return {};
  return reading.tokens.front().stem;
}

std::uint32_t PatternWords::add(Atom atom) {
  auto const id =
      atom.kind == AtomKind::form ? static_cast<std::uint64_t>(atom.form) : atom.id.value;
  auto const [place, fresh] = numbers_.try_emplace({atom.kind, id, atom.letters, atom.word},
                                                   static_cast<std::uint32_t>(atoms_.size()));
  if (fresh) atoms_.push_back(std::move(atom));
  return place->second;
}

}  // namespace curveball::matching
