#include "matching/compiler.hpp"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

#include "base/limits.hpp"
#include "matching/builtin.hpp"

namespace curveball::matching {

namespace {

// A word of small letters is one word, whatever the letters are.
bool is_plain(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Result<PatternSet, BuildError> Compiler::run() {
  if (!define_lexicons()) return Unexpected{*error_};
  for (std::size_t i = 0; i < builder_.entries_.size() && !error_; ++i) {
    enter(i);
    program_.rules.push_back({.key = where_.key,
                              .number = where_.pattern,
                              .root = compile(builder_.entries_[i].pattern)});
  }
  if (error_) return Unexpected{*error_};
  std::stable_sort(program_.rules.begin(), program_.rules.end(),
                   [](Rule const& a, Rule const& b) { return a.key < b.key; });
  index_rules();
  index_stems();
  index_synonyms();
  return PatternSet(std::make_shared<Program const>(std::move(program_)));
}

std::optional<BuildError> Compiler::check() {
  if (!define_lexicons()) return error_;
  for (std::size_t i = 0; i < builder_.entries_.size() && !error_; ++i) {
    enter(i);
    // In the order in which compile() meets them: children before their parents.
    for (Node const& node : builder_.entries_[i].pattern.nodes()) check_node(node);
  }
  return error_;
}

void Compiler::enter(std::size_t entry) {
  where_ = {.lexicon = {},
            .key = builder_.entries_[entry].key,
            .pattern = static_cast<std::uint32_t>(entry),
            .error = {}};
}

void Compiler::check_node(Node const& node) {
  if (node.kind == NodeKind::lexicon) {
    resolve(node);
  } else if (node.children.empty() && !is_plain(node.text)) {
    check_word(node, words_.read(node));
  }
}

void Compiler::check_word(Node const& node, ReadWord const& word) {
  if (word.part_count == 0 && word.whole == ReadWord::none) {
    fail(node.offset, "there is no word in '" + node.text + "'");
  } else if (word.prefix_too_short) {
    fail(node.offset, "two letters must stand directly before *");
  }
}

bool Compiler::fail(std::size_t offset, std::string message) {
  if (error_) return false;
  error_ = where_;
  error_->error = {offset, std::move(message)};
  return false;
}

// --- Names --------------------------------------------------------------------------------------

bool Compiler::check_lexicon(std::size_t number) {
  auto const& lexicon = builder_.lexicons_[number];
  if (number >= limits::lexicons) {
    return fail(0, "more than " + std::to_string(limits::lexicons) + " word lists");
  }
  if (lexicon.entries.empty()) return fail(0, "the word list is empty");
  if (lexicon.entries.size() > limits::lexicon_patterns) {
    return fail(0, "the word list has more than " + std::to_string(limits::lexicon_patterns) +
                       " entries; split it into two lists");
  }
  if (find_builtin(lexicon.name) != nullptr) {
    return fail(0, "@" + lexicon.name + " is a built-in word list; choose another name");
  }
  if (lexicons_.contains(lexicon.name)) return fail(0, "@" + lexicon.name + " is defined twice");
  return true;
}

bool Compiler::define_lexicons() {
  for (std::size_t i = 0; i < builder_.lexicons_.size() && !error_; ++i) {
    auto const& lexicon = builder_.lexicons_[i];
    where_ = {.lexicon = lexicon.name, .key = 0, .pattern = 0, .error = {}};
    if (!check_lexicon(i)) return false;
    std::vector<StepId> roots;
    for (Pattern const& entry : lexicon.entries) {
      nodes_ = &entry.nodes();
      roots.push_back(plain(static_cast<std::uint32_t>(nodes_->size() - 1)));
      ++where_.pattern;
    }
    program_.lexicon_roots.push_back(any_of(roots));
    lexicons_[lexicon.name] = static_cast<std::uint32_t>(program_.lexicon_roots.size() - 1);
  }
  return !error_;
}

// Compiled on first use; its sources name only built-in lists that do not name it.
std::uint32_t Compiler::define_builtin(std::string_view name) {
  Builtin const* builtin = find_builtin(name);
  std::vector<Node> const* const outer = std::exchange(nodes_, nullptr);
  std::vector<StepId> roots;
  for (text::NumberForm const form : builtin->forms) {
    if (form == text::NumberForm::none) continue;
    roots.push_back(atom_step(words_.number_of(form)));
  }
  for (std::string_view const source : builtin->sources) {
    if (source.empty()) continue;
    Result<Pattern, PatternError> const pattern = parse(source);
    assert(pattern && "a built-in word list has a fault");
    nodes_ = &pattern->nodes();
    roots.push_back(plain(static_cast<std::uint32_t>(nodes_->size() - 1)));
  }
  nodes_ = outer;
  program_.lexicon_roots.push_back(any_of(roots));
  auto const number = static_cast<std::uint32_t>(program_.lexicon_roots.size() - 1);
  lexicons_[std::string(name)] = number;
  return number;
}

std::uint32_t Compiler::resolve(Node const& node) {
  if (auto const known = lexicons_.find(node.text); known != lexicons_.end()) return known->second;
  if (find_builtin(node.text) != nullptr) return define_builtin(node.text);
  std::string names;
  for (auto const& lexicon : builder_.lexicons_) names += " @" + lexicon.name;
  for (std::string_view const name : builtin_lexicons()) names += " @" + std::string(name);
  fail(node.offset, "there is no word list @" + node.text + "; there are" + names);
  return 0;
}

}  // namespace curveball::matching
