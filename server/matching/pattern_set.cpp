#include "matching/pattern_set.hpp"

#include <utility>

#include "matching/compiler.hpp"
#include "matching/finder.hpp"
#include "matching/program.hpp"
#include "matching/selection.hpp"

namespace curveball::matching {

void KeySet::add(std::uint32_t key) {
  if (key / 64 >= bits_.size()) bits_.resize(key / 64 + 1);
  bits_[key / 64] |= std::uint64_t{1} << (key % 64);
}

PatternSet::PatternSet() : PatternSet(std::make_shared<Program const>()) {}

PatternSet::PatternSet(std::shared_ptr<Program const> program)
    : program_(std::move(program)),
      selection_(std::make_shared<Selection const>(select(*program_, nullptr))) {}

PatternSet PatternSet::only(KeySet const& keys) const {
  PatternSet set = *this;
  set.selection_ = std::make_shared<Selection const>(select(*program_, &keys));
  return set;
}

void PatternSetBuilder::lexicon(std::string name, std::vector<Pattern> entries) {
  lexicons_.push_back({std::move(name), std::move(entries)});
}

void PatternSetBuilder::synonyms(std::vector<std::string> words) {
  synonyms_.push_back(std::move(words));
}

std::uint32_t PatternSetBuilder::add(std::uint32_t key, Pattern pattern) {
  entries_.push_back({key, std::move(pattern)});
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

Result<PatternSet, BuildError> PatternSetBuilder::build() const { return Compiler(*this).run(); }

std::optional<BuildError> PatternSetBuilder::check() const { return Compiler(*this).check(); }

std::vector<Hit> find(PatternSet const& set, text::Reading const& reading, Search const& search) {
  if (set.program().rules.empty()) return {};
  return Finder(set.program(), set.selection(), reading, search).run();
}

}  // namespace curveball::matching
