#include <algorithm>
#include <utility>

#include "matching/pattern_set.hpp"
#include "scenario/compile.hpp"
#include "text/reading.hpp"

namespace curveball::scenario {
namespace {

class PatternCompiler {
 public:
  explicit PatternCompiler(Compilation& compilation) : compilation_(compilation) {
    for (auto const name : matching::builtin_lexicons()) known_lists_.emplace_back(name);
  }

  void run() {
    auto const& names = compilation_.names;
    auto& keys = compilation_.program.keys;
    for (auto const& node : names.lists.nodes()) add_list(node);
    for (auto const& document : compilation_.bundle.libraries) add_synonyms(Node(*document));
    add_synonyms(compilation_.root());
    builder_ = compilation_.word_lists;
    for (auto const& node : names.concepts.nodes()) add_concept(node);
    Node const manners(*compilation_.bundle.manners);
    keys.no_answer = add_key(manners.items("no_answer"));
    keys.repeat = add_key(manners.items("repeat"));
    for (auto const& turn : names.turns.nodes()) {
      keys.first_clarification.push_back(next_key_);
      for (auto const& item : turn.items("clarify")) add_key(item.items("if_asked"));
    }
    if (compilation_.wants_patterns) {
      build();
    } else if (auto const error = builder_.check()) {
      report(*error);
    }
  }

 private:
  void build() {
    if (auto built = builder_.build()) {
      compilation_.program.patterns = *std::move(built);
    } else {
      report(built.error());
    }
  }

  void report(matching::BuildError const& error) {
    auto const list = compilation_.names.lists.find(error.lexicon);
    report(
        list ? compilation_.names.lists.node(*list).at("id") : compilation_.patterns[error.pattern],
        error.error);
  }

  // Once added, its name may stand in the lists and concepts that follow.
  void add_list(Node const& node) {
    std::vector<matching::Pattern> entries;
    for (auto const& source : node.items("any")) {
      if (auto parsed = parse(source)) entries.push_back(*std::move(parsed));
    }
    if (!entries.empty()) compilation_.word_lists.lexicon(node.text("id"), std::move(entries));
    known_lists_.push_back(node.text("id"));
  }

  void add_synonyms(Node const& parent) {
    for (auto const& group : parent.items("synonyms")) {
      std::vector<std::string> words;
      for (auto const& word : group.items()) add_synonym(word, words);
      compilation_.word_lists.synonyms(std::move(words));
    }
  }

  void add_synonym(Node const& node, std::vector<std::string>& words) {
    text::WordCache cache(1);
    auto const read = text::read(node.text(), cache);
    if (read.tokens.size() != 1 || read.tokens.front().kind != text::TokenKind::word) {
      compilation_.findings.add(
          Code::schema_violation, node,
          "a synonym is one word; for " + in_quotes(node.text()) + " make a list and name it @...");
    }
    words.push_back(node.text());
  }

  void add_concept(Node const& node) {
    auto const patterns = node.items("any");
    if (patterns.empty()) {
      compilation_.findings.add(Code::empty_concept, node.at("any"),
                                "concept " + in_quotes(node.text("id")) + " has no pattern");
    }
    add_key(patterns);
  }

  std::uint32_t add_key(std::vector<Node> const& sources) {
    for (auto const& source : sources) {
      auto parsed = parse(source);
      if (!parsed) continue;
      builder_.add(next_key_, *std::move(parsed));
      compilation_.patterns.push_back(source);
      compilation_.program.pattern_texts.push_back(source.text());
    }
    return next_key_++;
  }

  // Nothing after a report.
  std::optional<matching::Pattern> parse(Node const& source) {
    auto parsed = matching::parse(source.view());
    if (!parsed) {
      report(source, parsed.error());
      return {};
    }
    bool known = true;
    for (auto const& name : matching::lexicons_of(*parsed)) {
      known = check_list(source, name) && known;
    }
    if (!known) return {};
    return *std::move(parsed);
  }

  bool check_list(Node const& source, std::string const& name) {
    if (std::find(known_lists_.begin(), known_lists_.end(), name) != known_lists_.end()) {
      return true;
    }
    auto const at = source.text().find('@' + name);
    compilation_.findings.add_inside(Code::unknown_name, source, at,
                                     "there is no word list " + in_quotes(name),
                                     nearest(name, known_lists_));
    return false;
  }

  void report(Node const& source, matching::PatternError const& error) {
    compilation_.findings.add_inside(
        Code::bad_pattern, source, error.offset,
        "in pattern " + in_quotes(source.text()) + ": " + error.message);
  }

  Compilation& compilation_;
  matching::PatternSetBuilder builder_;
  std::vector<std::string> known_lists_;
  std::uint32_t next_key_ = 0;
};

}  // namespace

void compile_patterns(Compilation& compilation) { PatternCompiler(compilation).run(); }

}  // namespace curveball::scenario
