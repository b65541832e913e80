#include "matching/pattern_set.hpp"

#include <utility>

#include "matching/compiler.hpp"
#include "matching/finder.hpp"
#include "matching/program.hpp"

namespace curveball::matching {

void KeySet::add(std::uint32_t key) {
  if (key / 64 >= bits_.size()) bits_.resize(key / 64 + 1);
  bits_[key / 64] |= std::uint64_t{1} << (key % 64);
}

PatternSet::PatternSet() : program_(std::make_shared<Program const>()) {}

PatternSet::PatternSet(std::shared_ptr<Program const> program) : program_(std::move(program)) {}

void PatternSetBuilder::lexicon(std::string name, std::vector<Pattern> entries) {
  lexicons_.push_back({std::move(name), std::move(entries)});
}

std::uint32_t PatternSetBuilder::add(std::uint32_t key, Pattern pattern) {
  entries_.push_back({key, std::move(pattern)});
  return static_cast<std::uint32_t>(entries_.size() - 1);
}

Result<PatternSet, BuildError> PatternSetBuilder::build() const { return Compiler(*this).run(); }

std::vector<Hit> find(PatternSet const& set, text::Reading const& reading,
                      WantedKeys const& wanted) {
  if (set.program().rules.empty()) return {};
  return Finder(set.program(), reading, wanted).run();
}

}  // namespace curveball::matching
