// The tables of what may stand for a word of a pattern.
#include <algorithm>

#include "matching/compiler.hpp"

namespace curveball::matching {

void Compiler::index_stems() {
  for (Atom const& atom : program_.atoms) {
    if (atom.kind == AtomKind::stem) program_.own_stems.push_back(atom.id);
  }
  std::sort(program_.own_stems.begin(), program_.own_stems.end());
}

std::vector<text::WordId> Compiler::stems_of(std::vector<std::string> const& words) {
  std::vector<text::WordId> stems;
  for (std::string const& word : words) {
    if (auto const stem = words_.stem_of(word)) stems.push_back(*stem);
  }
  return stems;
}

// Each word of a group stands for every atom whose stem is that of another one.
void Compiler::index_synonyms() {
  auto& rows = program_.synonyms;
  for (std::vector<std::string> const& group : builder_.synonyms_) {
    std::vector<text::WordId> const stems = stems_of(group);
    for (std::uint32_t i = 0; i < program_.atoms.size(); ++i) {
      Atom const& atom = program_.atoms[i];
      bool const meant = atom.kind == AtomKind::stem &&
                         std::find(stems.begin(), stems.end(), atom.id) != stems.end();
      for (text::WordId const stem : stems) {
        if (meant && stem != atom.id) rows.emplace_back(stem, i);
      }
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

}  // namespace curveball::matching
